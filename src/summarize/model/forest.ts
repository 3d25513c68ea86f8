import type { Rows } from './columns.ts';

/**
 * Boosted trees of the oblivious kind (one question a level, as in Prokhorenkova et al., "CatBoost", 2018): each answer
 * is one bit of the leaf's number, so a tree is a handful of comparisons and one look into a table.
 */
export type Forest = {
  depth: number;
  base: number;
  /** One a level and tree: which column is asked, and the value it must exceed. NaN never does. */
  columns: Uint8Array;
  thresholds: Float32Array;
  /** `2 ** depth` a tree. */
  leaves: Float32Array;
};

/** Questions a tree may have: as many as the loop below asks at once. */
export const DEEPEST = 6;

/**
 * Of each row the sum of the leaves it falls into: log-odds or an estimate, as the forest was trained. All questions of a
 * tree are put to a row in one expression, without a branch: a loop over the questions, or a question mark in place of
 * Number(), takes half as long again and more. A shallower tree asks first what is never so. Throws RangeError on trees
 * deeper than `DEEPEST`.
 */
export function evaluate(forest: Forest, { count, values }: Rows): Float64Array {
  const { depth, columns, thresholds, leaves, base } = forest;
  if (depth > DEEPEST) throw new RangeError(`trees of ${depth} questions`);
  const sums = new Float64Array(count).fill(base);
  const missing = DEEPEST - depth;
  for (let tree = 0; tree * depth < columns.length; tree += 1) {
    const first = tree << depth;
    const startOf = (k: number): number =>
      k < missing ? 0 : (columns[tree * depth + k - missing] as number) * count;
    const barOf = (k: number): number =>
      k < missing ? Number.POSITIVE_INFINITY : (thresholds[tree * depth + k - missing] as number);
    const a = startOf(0);
    const b = startOf(1);
    const c = startOf(2);
    const d = startOf(3);
    const e = startOf(4);
    const f = startOf(5);
    const p = barOf(0);
    const q = barOf(1);
    const r = barOf(2);
    const s = barOf(3);
    const t = barOf(4);
    const u = barOf(5);
    for (let i = 0; i < count; i += 1) {
      const leaf =
        (Number((values[a + i] as number) > p) << 5) |
        (Number((values[b + i] as number) > q) << 4) |
        (Number((values[c + i] as number) > r) << 3) |
        (Number((values[d + i] as number) > s) << 2) |
        (Number((values[e + i] as number) > t) << 1) |
        Number((values[f + i] as number) > u);
      sums[i] = (sums[i] as number) + (leaves[first + leaf] as number);
    }
  }
  return sums;
}

/** The probability that log-odds stand for. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
