import { expect, test } from 'vitest';
import { cellOf, evaluate, type Forest, makeRows, sigmoid } from '../../../src/summarize/model/forest.ts';

// Two trees of two questions: is column 0 above 1, is column 1 above 5?
const forest: Forest = {
  depth: 2,
  base: 0.5,
  columns: Uint8Array.from([0, 1, 1, 1]),
  thresholds: Float32Array.from([1, 5, 5, 7]),
  leaves: Float32Array.from([1, 2, 3, 4, 10, 20, 30, 40]),
};

test.each([
  [[0, 0], 0.5 + 1 + 10],
  [[0, 6], 0.5 + 2 + 30],
  [[2, 0], 0.5 + 3 + 10],
  [[2, 8], 0.5 + 4 + 40],
  [[1, 5], 0.5 + 1 + 10],
  [[Number.NaN, Number.NaN], 0.5 + 1 + 10],
])('%j falls into %f', (row, sum) => {
  expect([
    ...evaluate(
      forest,
      makeRows(1, 2, () => row),
    ),
  ]).toEqual([sum]);
});

test('rows are told apart', () => {
  const rows = makeRows(3, 2, (i) => [i, i * 4]);
  expect([...rows.values]).toEqual([0, 1, 2, 0, 4, 8]);
  expect([cellOf(rows, 1, 0), cellOf(rows, 2, 1)]).toEqual([1, 8]);
  expect([...evaluate(forest, rows)]).toEqual([11.5, 11.5, 44.5]);
});

test('log-odds of nothing are one half', () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(4)).toBeCloseTo(1 - sigmoid(-4), 12);
});
