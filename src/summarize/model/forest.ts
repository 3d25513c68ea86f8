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

/** Rows of features, one behind the other in one array: what a forest is asked about. */
export type Rows = { count: number; width: number; values: Float64Array };

/** Rows of one width, made one by one. */
export function makeRows(count: number, width: number, rowOf: (index: number) => readonly number[]): Rows {
  const values = new Float64Array(count * width);
  for (let i = 0; i < count; i += 1) values.set(rowOf(i), i * width);
  return { count, width, values };
}

/** Of each row the sum of the leaves it falls into: log-odds or an estimate, as the forest was trained. */
export function evaluate(forest: Forest, { count, width, values }: Rows): Float64Array {
  const { depth, columns, thresholds, leaves, base } = forest;
  const sums = new Float64Array(count);
  for (let i = 0, row = 0; i < count; i += 1, row += width) {
    let sum = base;
    for (let at = 0, first = 0; at < columns.length; first += 1 << depth) {
      let leaf = 0;
      for (let level = 0; level < depth; level += 1, at += 1) {
        const value = values[row + (columns[at] as number)] as number;
        leaf = (leaf << 1) | (value > (thresholds[at] as number) ? 1 : 0);
      }
      sum += leaves[first + leaf] as number;
    }
    sums[i] = sum;
  }
  return sums;
}

/** The probability that log-odds stand for. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
