import { expect, test } from 'vitest';
import { cellOf, columnOf, columnsOf, joinColumns } from '../../../src/summarize/model/columns.ts';

const rows = joinColumns(
  2,
  { a: Float64Array.of(1, 2) },
  columnsOf([
    { b: 3, c: 5 },
    { b: 4, c: Number.NaN },
  ]),
);

test('columns stand side by side in the order given', () => {
  expect(rows.names).toEqual(['a', 'b', 'c']);
  expect([...rows.values]).toEqual([1, 2, 3, 4, 5, Number.NaN]);
  expect([cellOf(rows, 1, 0), cellOf(rows, 0, 2)]).toEqual([2, 5]);
});

test('a column is made row by row', () => expect([...columnOf(3, (i) => i * i)]).toEqual([0, 1, 4]));

test('no row, no column', () => {
  expect(columnsOf([])).toEqual({});
  expect(joinColumns(0, { a: new Float64Array() })).toEqual({
    count: 0,
    names: ['a'],
    values: new Float64Array(),
  });
});
