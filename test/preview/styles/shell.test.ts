import { expect, test } from 'vitest';
import { shell } from '../../../src/preview/styles/shell.ts';
import { unusedClasses } from './used.ts';

test('every class is one that a page writes', () => {
  expect(unusedClasses(shell)).toEqual([]);
  expect(unusedClasses('.never-written { color: red; }')).toEqual(['never-written']);
});
