import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarPairs } from '../../src/group/similar-pairs.ts';
import { dot, normalize, type SparseVector, toVector } from '../../src/text/vectors.ts';

const vectors = fc
  .array(fc.dictionary(fc.nat(25).map(String), fc.double({ min: 0.01, max: 3, noNaN: true })), {
    maxLength: 40,
  })
  .map((rows) =>
    rows.map((row) =>
      normalize(toVector(new Map(Object.entries(row).map(([id, weight]) => [Number(id), weight])))),
    ),
  );

function everyPair(all: readonly SparseVector[], threshold: number): string[] {
  return all.flatMap((x, a) => all.flatMap((y, b) => (a < b && dot(x, y) >= threshold ? [`${a} ${b}`] : [])));
}

test('finds exactly the pairs that comparing all with all finds', () => {
  fc.assert(
    fc.property(vectors, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (all, threshold) => {
      expect(similarPairs(all, threshold).map(({ a, b }) => `${a} ${b}`)).toEqual(everyPair(all, threshold));
    }),
    { seed: 5 },
  );
});

test('what lies beyond the reach of a vector is not listed', () => {
  const reachOf = (a: number): number => Math.min(a + 4, 9 + (a % 3));
  fc.assert(
    fc.property(vectors, (all) => {
      const near = everyPair(all, 0.2).filter((pair) => {
        const [a = 0, b = 0] = pair.split(' ').map(Number);
        return b < reachOf(a);
      });
      const reach = (a: number): number => Math.min(all.length, reachOf(a));
      expect(similarPairs(all, 0.2, reach).map(({ a, b }) => `${a} ${b}`)).toEqual(near);
    }),
    { seed: 6 },
  );
});

test('of a thousand equal vectors each lists only its best neighbours', () => {
  const same = normalize(toVector(new Map([[0, 1]])));
  const pairs = similarPairs(
    Array.from({ length: 1000 }, () => same),
    0.5,
  );
  expect(pairs.length).toBeLessThanOrEqual(200_000);
  expect(pairs[0]).toEqual({ a: 0, b: 1, similarity: 1 });
});
