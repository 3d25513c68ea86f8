import { grams, rougeTokens } from '../rouge.ts';

type Counts = Map<string, number>;

/** Adds, one by one, the sentence that raises ROUGE-1 + ROUGE-2 F1 most, up to `limit`; stops when none does. Ascending. */
export function pickOracle(
  reference: readonly string[],
  sentences: readonly string[],
  limit: number,
): number[] {
  const wanted = reference.flatMap(rougeTokens);
  const targets = [1, 2].map((size) => grams(wanted, size));
  const own = sentences.map(rougeTokens);
  const scoreOf = (set: readonly number[]): number => {
    const tokens = set.toSorted((a, b) => a - b).flatMap((i) => own[i] ?? []);
    return targets.reduce((sum, target, k) => {
      const total = Math.max(1, wanted.length - k) + Math.max(1, tokens.length - k);
      return sum + (2 * countShared(target, grams(tokens, k + 1))) / total;
    }, 0);
  };
  let picked: number[] = [];
  let score = 0;
  while (picked.length < limit) {
    const tries = own.map((_, i) => (picked.includes(i) ? -1 : scoreOf([...picked, i])));
    const best = Math.max(...tries);
    if (best <= score) break;
    score = best;
    picked = [...picked, tries.indexOf(best)];
  }
  return picked.sort((a, b) => a - b);
}

function countShared(a: Counts, b: Counts): number {
  let shared = 0;
  for (const [gram, n] of a) shared += Math.min(n, b.get(gram) ?? 0);
  return shared;
}
