import { expect, test } from 'vitest';
import { formatTable } from './table.ts';

test('a table', () => {
  expect(formatTable(['system', 'R1'], [['lead-3', '30.25'], ['ours']])).toBe(
    ['| system |    R1 |', '| ------ | ----: |', '| lead-3 | 30.25 |', '| ours   |       |'].join('\n'),
  );
});
