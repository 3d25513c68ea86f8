import { expect, test } from 'vitest';
import { placesOf, ranksOf } from '../../../src/summarize/model/ranks.ts';

test('places fall with the value, equal values keep their order', () => {
  expect([...placesOf([3, 9, 3, 1])]).toEqual([1, 0, 2, 3]);
  expect([...ranksOf([3, 9, 1])]).toEqual([0.5, 0, 1]);
});
test('one, and none', () => {
  expect([...ranksOf([7])]).toEqual([0]);
  expect([...ranksOf([])]).toEqual([]);
});
