/** B-cubed precision, recall and F1 (Bagga & Baldwin 1998), 0 to 1. */
export type BCubed = { precision: number; recall: number; f1: number };

/** Scores clusters of positions against the labels at these positions; every position is in one cluster. */
export function bCubed(clusters: readonly (readonly number[])[], labels: readonly string[]): BCubed {
  const sizes = countLabels(labels);
  let precision = 0;
  let recall = 0;
  for (const cluster of clusters) {
    const own = countLabels(cluster.map((member) => labels[member] ?? ''));
    for (const [label, same] of own) {
      precision += (same * same) / cluster.length / labels.length;
      recall += (same * same) / (sizes.get(label) ?? 1) / labels.length;
    }
  }
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Mean over the true labels of the F1 of each. */
export function macroF1(labels: readonly string[], found: readonly string[]): number {
  const names = [...new Set(labels)];
  return mean(
    names.map((name) => {
      const hits = labels.filter((label, i) => label === name && found[i] === name).length;
      const [wanted, given] = [labels, found].map((list) => list.filter((one) => one === name).length);
      return harmonic(hits / Math.max(1, given ?? 0), hits / Math.max(1, wanted ?? 0));
    }),
  );
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function countLabels(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** 0 for an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The share of items that pass; 1 when there are none. */
export function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(test).length / items.length;
}

/**
 * The middle 95% of the means of samples drawn with replacement (percentile bootstrap, Efron 1979). `dice(n)` gives
 * a number from 0 below n.
 */
export function bootstrap(
  values: readonly number[],
  dice: (sides: number) => number,
  samples = 1000,
): [low: number, high: number] {
  const means = Array.from({ length: samples }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[dice(values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  }).sort((a, b) => a - b);
  const at = (q: number): number => means[Math.min(samples - 1, Math.floor(q * samples))] ?? 0;
  return [at(0.025), at(0.975)];
}
