import { expect, test } from 'vitest';
import { overlay } from '../../../src/preview/styles/overlay.ts';
import { unusedClasses } from './used.ts';

test('every class is one that a page writes', () => {
  expect(unusedClasses(overlay)).toEqual([]);
  expect(unusedClasses('.never-written { color: red; }')).toEqual(['never-written']);
});
