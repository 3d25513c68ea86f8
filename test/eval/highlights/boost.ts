import type { Forest } from '../../../src/summarize/model/forest.ts';
import { createDice } from '../dice.ts';

/** Values sorted into at most 255 bins a column; bin 0 is for what is unknown. */
export type Binned = { rows: number; bins: Uint8Array[]; cuts: Float32Array[] };

export type BoostOptions = {
  objective: 'logistic' | 'squares';
  rounds: number;
  depth: number;
  rate: number;
  /** Least second derivatives (for squares: rows) in a leaf, and the weight of a leaf at nothing. */
  leastWeight: number;
  lambda: number;
  /** Shares of rows and columns that each tree sees. */
  rowShare: number;
  columnShare: number;
  seed: number;
};

const MOST_BINS = 96;

/** Bins of a column by quantiles of a sample of it. */
export function binColumns(
  columns: number,
  rows: number,
  value: (column: number, row: number) => number,
): Binned {
  const bins: Uint8Array[] = [];
  const cuts: Float32Array[] = [];
  const step = Math.max(1, Math.floor(rows / 60_000));
  for (let c = 0; c < columns; c += 1) {
    const sample: number[] = [];
    for (let r = 0; r < rows; r += step) {
      const v = value(c, r);
      if (!Number.isNaN(v)) sample.push(v);
    }
    sample.sort((a, b) => a - b);
    const found = new Set<number>();
    for (let q = 1; q < MOST_BINS; q += 1) {
      const k = Math.floor((q * sample.length) / MOST_BINS);
      const [low, high] = [sample[k - 1], sample[k]];
      if (low === undefined || high === undefined) continue;
      const distinct = low < high ? (low + high) / 2 : low;
      found.add(Math.fround(distinct));
    }
    // The last cut would part nothing when it is the greatest value.
    const own = Float32Array.from([...found].sort((a, b) => a - b).filter((x) => x < (sample.at(-1) ?? 0)));
    const column = new Uint8Array(rows);
    for (let r = 0; r < rows; r += 1) {
      const v = value(c, r);
      if (Number.isNaN(v)) continue;
      let [low, high] = [0, own.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (v > (own[middle] as number)) low = middle + 1;
        else high = middle;
      }
      column[r] = low + 1;
    }
    bins.push(column);
    cuts.push(own);
  }
  return { rows, bins, cuts };
}

/** Grows oblivious trees on the gradients of a loss (second order, as XGBoost does: Chen and Guestrin 2016). */
export function boost(
  { rows, bins, cuts }: Binned,
  target: ArrayLike<number>,
  options: BoostOptions,
): Forest {
  const { objective, rounds, depth, rate, leastWeight, lambda } = options;
  const dice = createDice(options.seed);
  const mean = Float64Array.from(target).reduce((a, b) => a + b, 0) / rows;
  const base = objective === 'logistic' ? Math.log(mean / (1 - mean)) : mean;
  const predictions = new Float64Array(rows).fill(base);
  const [gradients, weights] = [new Float32Array(rows), new Float32Array(rows)];
  const leafOf = new Uint8Array(rows);
  const columns: number[] = [];
  const thresholds: number[] = [];
  const leaves: number[] = [];
  const sampled = new Int32Array(rows);
  for (let round = 0; round < rounds; round += 1) {
    for (let r = 0; r < rows; r += 1) {
      const y = target[r] as number;
      const f = predictions[r] as number;
      if (objective === 'logistic') {
        const p = 1 / (1 + Math.exp(-f));
        gradients[r] = p - y;
        weights[r] = Math.max(p * (1 - p), 1e-6);
      } else {
        gradients[r] = f - y;
        weights[r] = 1;
      }
    }
    leafOf.fill(0);
    let taken = 0;
    const rowBar = options.rowShare * 65536;
    for (let r = 0; r < rows; r += 1) if (dice(65536) < rowBar) sampled[taken++] = r;
    const seen = bins.map((_, c) => c).filter(() => dice(65536) < options.columnShare * 65536);
    for (let level = 0; level < depth; level += 1) {
      const best = bestQuestion({
        bins,
        cuts,
        seen,
        sampled,
        taken,
        leafOf,
        gradients,
        weights,
        level,
        lambda,
        leastWeight,
      });
      const column = bins[best.column] as Uint8Array;
      for (let r = 0; r < rows; r += 1) {
        leafOf[r] = ((leafOf[r] as number) << 1) | ((column[r] as number) > best.bin ? 1 : 0);
      }
      columns.push(best.column);
      // Bin b holds values above cut b - 2 and up to cut b - 1; above bin 0 is everything that is known.
      thresholds.push(best.bin === 0 ? -3e38 : ((cuts[best.column] as Float32Array)[best.bin - 1] as number));
    }
    const size = 1 << depth;
    const [g, h] = [new Float64Array(size), new Float64Array(size)];
    for (let k = 0; k < taken; k += 1) {
      const r = sampled[k] as number;
      const leaf = leafOf[r] as number;
      g[leaf] = (g[leaf] as number) + (gradients[r] as number);
      h[leaf] = (h[leaf] as number) + (weights[r] as number);
    }
    const values = Array.from(g, (sum, leaf) => Math.fround((-sum / ((h[leaf] as number) + lambda)) * rate));
    leaves.push(...values);
    for (let r = 0; r < rows; r += 1)
      predictions[r] = (predictions[r] as number) + (values[leafOf[r] as number] as number);
  }
  return {
    depth,
    base,
    columns: Uint8Array.from(columns),
    thresholds: Float32Array.from(thresholds),
    leaves: Float32Array.from(leaves),
  };
}

type Search = {
  bins: Uint8Array[];
  cuts: Float32Array[];
  seen: number[];
  sampled: Int32Array;
  taken: number;
  leafOf: Uint8Array;
  gradients: Float32Array;
  weights: Float32Array;
  level: number;
  lambda: number;
  leastWeight: number;
};

function bestQuestion(s: Search): { column: number; bin: number } {
  const leaves = 1 << s.level;
  const best = { column: s.seen[0] ?? 0, bin: 0, gain: Number.NEGATIVE_INFINITY };
  const g = new Float64Array(leaves * 256);
  const h = new Float64Array(leaves * 256);
  for (const column of s.seen) {
    const own = s.bins[column] as Uint8Array;
    const last = (s.cuts[column] as Float32Array).length;
    if (last === 0) continue;
    g.fill(0);
    h.fill(0);
    for (let k = 0; k < s.taken; k += 1) {
      const r = s.sampled[k] as number;
      const at = ((s.leafOf[r] as number) << 8) | (own[r] as number);
      g[at] = (g[at] as number) + (s.gradients[r] as number);
      h[at] = (h[at] as number) + (s.weights[r] as number);
    }
    const gains = new Float64Array(last + 1);
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const first = leaf << 8;
      let [sumG, sumH] = [0, 0];
      for (let b = 0; b <= last + 1; b += 1) {
        sumG += g[first + b] as number;
        sumH += h[first + b] as number;
      }
      const whole = (sumG * sumG) / (sumH + s.lambda);
      let [leftG, leftH] = [0, 0];
      for (let b = 0; b <= last; b += 1) {
        leftG += g[first + b] as number;
        leftH += h[first + b] as number;
        const [rightG, rightH] = [sumG - leftG, sumH - leftH];
        if (leftH < s.leastWeight || rightH < s.leastWeight) continue;
        gains[b] =
          (gains[b] as number) +
          (leftG * leftG) / (leftH + s.lambda) +
          (rightG * rightG) / (rightH + s.lambda) -
          whole;
      }
    }
    for (let b = 0; b <= last; b += 1) {
      if ((gains[b] as number) > best.gain) {
        best.gain = gains[b] as number;
        best.column = column;
        best.bin = b;
      }
    }
  }
  return best;
}
