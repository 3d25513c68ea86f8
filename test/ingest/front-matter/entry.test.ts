import { expect, test } from 'vitest';
import { faultAt } from '../../../src/ingest/front-matter/entry.ts';

test('a fault leaves no entries', () => {
  expect(faultAt('x', 3)).toEqual({ entries: [], fault: { message: 'x', at: 3 } });
});
