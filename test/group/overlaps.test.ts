import { expect, test } from 'vitest';
import { indexTriples, overlapsBefore } from '../../src/group/overlaps.ts';

const text = (...ids: number[]) => ({ order: Float64Array.from(ids), triples: Float64Array.from(ids) });
const texts = [text(0, 1, 2, 3), text(1, 2, 9), text(2, 3, 7)];

test('overlaps count what is shared, and what a third text has too', () => {
  const index = indexTriples(texts, 10);
  expect(overlapsBefore(2, index)).toEqual([
    [0, { shared: 2, spread: 1 }],
    [1, { shared: 1, spread: 1 }],
  ]);
  expect(overlapsBefore(1, index)).toEqual([[0, { shared: 2, spread: 1 }]]);
  expect(overlapsBefore(0, index)).toEqual([]);
  expect(overlapsBefore(2, index, 2)).toEqual([[0, { shared: 2, spread: 1 }]]);
  expect([...index.sizes]).toEqual([4, 3, 3]);
});

test('what stands in too many texts counts nowhere', () => {
  const index = indexTriples(texts, 2);
  expect([...index.sizes]).toEqual([3, 2, 2]);
  expect(overlapsBefore(1, index)).toEqual([[0, { shared: 1, spread: 0 }]]);
});

test('no texts, no index', () => {
  expect(indexTriples([], 5).holders).toHaveLength(0);
});
