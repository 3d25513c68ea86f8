import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkClusters } from '../../src/group/linkage.ts';

type Matrix = readonly (readonly number[])[];

function link(
  matrix: Matrix,
  threshold: number,
  rules: { together?: number[][]; apart?: [number, number][]; doubt?: number; kinship?: number } = {},
): number[][] {
  const similarity = (a: number, b: number): number => matrix[Math.min(a, b)]?.[Math.max(a, b)] ?? 0;
  const pairs = matrix.flatMap((_, a) =>
    matrix.flatMap((__, b) =>
      a < b && similarity(a, b) >= threshold ? [{ a, b, similarity: similarity(a, b) }] : [],
    ),
  );
  const free = { together: [], apart: [], doubt: 0, kinship: 0 };
  return linkClusters({ members: matrix.length, pairs, similarity, threshold, ...free, ...rules });
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

describe('what a mean must reach', () => {
  /** Two pairs that hold together, with .4 between them. */
  const pairs: Matrix = [
    [0, 0.9, 0.4, 0.4],
    [0, 0, 0.4, 0.4],
    [0, 0, 0, 0.9],
    [0, 0, 0, 0],
  ];
  test('a single pair is a guess: the doubt falls with the number of pairs', () => {
    expect(
      link(
        [
          [0, 0.4],
          [0, 0],
        ],
        0.35,
        { doubt: 0.05 },
      ),
    ).toEqual([[0, 1]]);
    expect(
      link(
        [
          [0, 0.4],
          [0, 0],
        ],
        0.35,
        { doubt: 0.06 },
      ),
    ).toEqual([[0], [1]]);
    expect(link(pairs, 0.35, { doubt: 0.2 })).toEqual([[0, 1, 2, 3]]);
    expect(link(pairs, 0.35, { doubt: 0.3 })).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  test('two close-knit groups stay apart where less lies between them', () => {
    // The cohesion of each is .9 / (1 + 1).
    expect(link(pairs, 0.1, { kinship: 0.88 })).toEqual([[0, 1, 2, 3]]);
    expect(link(pairs, 0.1, { kinship: 0.9 })).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  test('a single member is not close-knit', () => {
    expect(link(chain, 0.3, { kinship: 5 })).toEqual([[0, 1, 2], [3]]);
  });
  test('members put together by the editor count as well', () => {
    const together = [
      [0, 1],
      [2, 3],
    ];
    expect(link(pairs, 0.1, { kinship: 0.9, together })).toEqual(together);
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
  test('hold for any similarities, thresholds and lists', () => {
    const size = 8;
    const member = fc.nat(size - 1);
    const cell = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
    const matrices = fc.array(fc.array(cell, { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(
        matrices,
        fc.tuple(cell, cell, cell),
        fc.array(fc.tuple(member, member), { maxLength: 6 }),
        fc.uniqueArray(member, { maxLength: 4 }),
        (matrix, [threshold, doubt, kinship], lists, set) => {
          const apart = lists.filter(([a, b]) => a !== b && !(set.includes(a) && set.includes(b)));
          const clusters = link(matrix, threshold, { doubt, kinship, apart, together: [set] });
          const homeOf = (x: number): number => clusters.findIndex((cluster) => cluster.includes(x));
          expect(clusters.flat().sort()).toEqual(matrix.map((_, i) => i));
          expect(new Set(set.map(homeOf)).size).toBeLessThanOrEqual(1);
          for (const [a, b] of apart) expect(homeOf(a)).not.toBe(homeOf(b));
        },
      ),
      { seed: 23 },
    );
  });
  test('nothing is nothing', () => expect(link([], 0.5)).toEqual([]));
});
