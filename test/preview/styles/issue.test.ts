import { expect, test } from 'vitest';
import { issue } from '../../../src/preview/styles/issue.ts';
import { unusedClasses } from './used.ts';

test('every class is one that a page writes', () => {
  expect(unusedClasses(issue)).toEqual([]);
  expect(unusedClasses('.never-written { color: red; }')).toEqual(['never-written']);
});
