import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from '../../src/group/heap.ts';

test('items come out in order, however they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = createHeap<number>((a, b) => a < b);
      for (const n of numbers) heap.push(n);
      const out = numbers.map(() => heap.pop());
      expect(out).toEqual(numbers.toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
    { seed: 3 },
  );
});

test('pushing between pops keeps the order', () => {
  const heap = createHeap<number>((a, b) => a < b);
  for (const n of [5, 1, 3]) heap.push(n);
  expect(heap.pop()).toBe(1);
  heap.push(2);
  expect([heap.pop(), heap.pop(), heap.pop()]).toEqual([2, 3, 5]);
});
