/**
 * Which sentences a peer's output stands for: each string takes the sentence with which it shares most words (Dice), of
 * those not taken yet; one that shares none takes none. Ascending.
 */
export function matchSentences(strings: readonly string[], sentences: readonly string[]): number[] {
  const bags = sentences.map(bagOf);
  const taken = new Set<number>();
  for (const string of strings) {
    const bag = bagOf(string);
    let best = -1;
    let most = 0;
    bags.forEach((other, i) => {
      const score = sentences[i] === string ? 2 : diceOf(bag, other);
      if (score > most && !taken.has(i)) [best, most] = [i, score];
    });
    if (best >= 0) taken.add(best);
  }
  return [...taken].sort((a, b) => a - b);
}

type Bag = { counts: Map<string, number>; size: number };

function bagOf(text: string): Bag {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

function diceOf(a: Bag, b: Bag): number {
  let shared = 0;
  for (const [word, n] of a.counts) shared += Math.min(n, b.counts.get(word) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
