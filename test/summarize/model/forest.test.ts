import { expect, test } from 'vitest';
import type { Rows } from '../../../src/summarize/model/columns.ts';
import { evaluate, type Forest, sigmoid } from '../../../src/summarize/model/forest.ts';

// Two trees of two questions: is column 0 above 1, is column 1 above 5?
const forest: Forest = {
  depth: 2,
  base: 0.5,
  columns: Uint8Array.from([0, 1, 1, 1]),
  thresholds: Float32Array.from([1, 5, 5, 7]),
  leaves: Float32Array.from([1, 2, 3, 4, 10, 20, 30, 40]),
};

function rowsOf(...rows: number[][]): Rows {
  const names = (rows[0] ?? []).map((_, c) => `c${c}`);
  return {
    count: rows.length,
    names,
    values: Float64Array.from(names.flatMap((_, c) => rows.map((row) => row[c] ?? 0))),
  };
}

test.each([
  [[0, 0], 0.5 + 1 + 10],
  [[0, 6], 0.5 + 2 + 30],
  [[2, 0], 0.5 + 3 + 10],
  [[2, 8], 0.5 + 4 + 40],
  [[1, 5], 0.5 + 1 + 10],
  [[Number.NaN, Number.NaN], 0.5 + 1 + 10],
])('%j falls into %f', (row, sum) => {
  expect([...evaluate(forest, rowsOf(row))]).toEqual([sum]);
});

test('rows are told apart', () => {
  expect([...evaluate(forest, rowsOf([0, 0], [1, 4], [2, 8]))]).toEqual([11.5, 11.5, 44.5]);
});

test.each([1, 3, 5, 6])('of %i questions the last is the lowest bit', (depth) => {
  const tree: Forest = {
    depth,
    base: 0,
    columns: new Uint8Array(depth),
    thresholds: Float32Array.from({ length: depth }, (_, k) => depth - k),
    leaves: Float32Array.from({ length: 2 ** depth }, (_, k) => k),
  };
  expect([...evaluate(tree, rowsOf([0], [1.5], [depth + 1]))]).toEqual([0, 1, 2 ** depth - 1]);
});

test('deeper trees are refused', () => {
  const deep = { ...forest, depth: 7 };
  expect(() => evaluate(deep, rowsOf([0, 0]))).toThrow(RangeError);
});

test('log-odds of nothing are one half', () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(4)).toBeCloseTo(1 - sigmoid(-4), 12);
});
