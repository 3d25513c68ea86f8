import { expect, test } from 'vitest';
import { createOverlapFile } from '../../src/group/overlaps.ts';

const text = (...ids: number[]) => ({ order: Float64Array.from(ids), triples: Float64Array.from(ids) });
const texts = [text(0, 1, 2, 3), text(1, 2, 9), text(2, 3, 7)];

const fileOf = (most: number, filed: readonly number[], all = texts) => {
  const file = createOverlapFile(all, most);
  for (const at of filed) file.add(at);
  return file;
};

test('overlaps count what is shared, and what a third text has too', () => {
  const file = fileOf(10, [0, 1]);
  expect(file.find(2)).toEqual([
    [0, { shared: 2, spread: 1, shorter: 3 }],
    [1, { shared: 1, spread: 1, shorter: 3 }],
  ]);
  expect(file.find(2, 2)).toHaveLength(1);
  expect(fileOf(10, [0]).find(1)).toEqual([[0, { shared: 2, spread: 1, shorter: 3 }]]);
});

test('only what was filed is found', () => {
  expect(fileOf(10, []).find(1)).toEqual([]);
  expect(fileOf(10, [1]).find(2)).toEqual([[1, { shared: 1, spread: 1, shorter: 3 }]]);
});

test('what too many filed texts hold counts nowhere, also where it was filed before', () => {
  const four = [...texts, text(1, 2, 3)];
  expect(fileOf(2, [0, 1], four).find(3)).toEqual([
    [0, { shared: 3, spread: 3, shorter: 3 }],
    [1, { shared: 2, spread: 2, shorter: 3 }],
  ]);
  expect(fileOf(2, [0, 1, 2], four).find(3)).toEqual([
    [0, { shared: 2, spread: 2, shorter: 2 }],
    [1, { shared: 1, spread: 1, shorter: 2 }],
    [2, { shared: 1, spread: 1, shorter: 2 }],
  ]);
});

test('no texts, no overlaps', () => {
  expect(createOverlapFile([], 5).find(0)).toEqual([]);
});
