import { subsetsOf } from '../../../src/summarize/model/set-features.ts';

/** Scores a set of sentences, by index: higher is better. */
export type Scorer = (set: readonly number[]) => number;

/** Sentences whose sets are weighed, and how sharply the better ones count. */
const WEIGHED = 10;
const TEMPERATURE = 0.03;

/**
 * How much each sentence belongs to good summaries of three: its share of all sets of the best sentences, weighted by
 * the softmax of their scores.
 */
export function membership(count: number, score: Scorer): number[] {
  const own = Array.from({ length: count }, (_, i) => score([i]));
  const best = own
    .map((_, i) => i)
    .sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b)
    .slice(0, WEIGHED)
    .sort((a, b) => a - b);
  const sets = subsetsOf(best.length, Math.min(3, best.length)).map((set) => set.map((k) => best[k] ?? 0));
  const scores = sets.map(score);
  const most = Math.max(...scores);
  const weights = scores.map((s) => Math.exp((s - most) / TEMPERATURE));
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = new Array<number>(count).fill(0);
  for (const [k, set] of sets.entries()) {
    for (const i of set) shares[i] = (shares[i] ?? 0) + (weights[k] ?? 0) / sum;
  }
  return shares.map((share) => Math.min(1, share));
}
