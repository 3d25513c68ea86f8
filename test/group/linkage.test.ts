import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkClusters } from '../../src/group/linkage.ts';

type Matrix = readonly (readonly number[])[];

function link(
  matrix: Matrix,
  threshold: number,
  rules: { together?: number[][]; apart?: [number, number][] } = {},
): number[][] {
  const similarity = (a: number, b: number): number => matrix[Math.min(a, b)]?.[Math.max(a, b)] ?? 0;
  const pairs = matrix.flatMap((_, a) =>
    matrix.flatMap((__, b) =>
      a < b && similarity(a, b) >= threshold ? [{ a, b, similarity: similarity(a, b) }] : [],
    ),
  );
  const { together = [], apart = [] } = rules;
  return linkClusters({ members: matrix.length, pairs, similarity, threshold, together, apart });
}

/** The same by the book: compare all clusters, merge the best pair, repeat. */
function linkSlowly(matrix: Matrix, threshold: number): number[][] {
  let clusters = matrix.map((_, i) => [i]);
  for (;;) {
    let best: { x: number[]; y: number[]; score: number } | undefined;
    for (const x of clusters) {
      for (const y of clusters) {
        if ((x[0] ?? 0) >= (y[0] ?? 0)) continue;
        const sum = x
          .flatMap((a) => y.map((b) => matrix[Math.min(a, b)]?.[Math.max(a, b)] ?? 0))
          .reduce((s, v) => s + v, 0);
        const score = Math.round((sum / x.length / y.length) * 1e9) / 1e9;
        if (score >= threshold && score > (best?.score ?? 0)) best = { x, y, score };
      }
    }
    if (!best) return clusters;
    const { x, y } = best;
    clusters = clusters.filter((c) => c !== x && c !== y);
    clusters = [...clusters, [...x, ...y].sort((a, b) => a - b)].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }
}

const chain: Matrix = [
  [0, 0.9, 0.1, 0],
  [0, 0, 0.5, 0],
  [0, 0, 0, 0.2],
  [0, 0, 0, 0],
];

describe('average link', () => {
  test('a friend of a friend joins only if the mean allows it', () => {
    expect(link(chain, 0.3)).toEqual([[0, 1, 2], [3]]);
    expect(link(chain, 0.31)).toEqual([[0, 1], [2], [3]]);
  });
  test('agrees with comparing all clusters', () => {
    const cell = fc.integer({ min: 0, max: 997 }).map((n) => n / 997);
    const matrices = fc
      .integer({ min: 1, max: 9 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(
        matrices,
        cell.filter((t) => t > 0.05),
        (matrix, threshold) => {
          expect(link(matrix, threshold)).toEqual(linkSlowly(matrix, threshold));
        },
      ),
      { seed: 13 },
    );
  });
});

describe('constraints', () => {
  test('together holds whatever the similarity', () => {
    expect(link(chain, 0.95, { together: [[0, 3]] })).toEqual([[0, 3], [1], [2]]);
  });
  test('apart holds whatever the similarity, through others too', () => {
    expect(link(chain, 0.1, { apart: [[0, 1]] })).toEqual([[0], [1, 2, 3]]);
    expect(link(chain, 0.01, { apart: [[0, 2]] })).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  test('nothing is nothing', () => expect(link([], 0.5)).toEqual([]));
});
