import { stopWords } from '../text/stop-words.ts';
import type { Sentence } from '../types.ts';

/** Two sentences say the same when this share of the shorter one's content words is in the other. */
const SAMENESS = 0.6;

/** The words of a sentence that are no function words. */
export function contentWords({ tokens }: Pick<Sentence, 'tokens'>, language: string): Set<string> {
  const stops = stopWords(language);
  return new Set(tokens.filter((token) => !stops.has(token)));
}

/** Whether two sentences, as sets of content words, say the same. One without any says nothing. */
export function saySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return small.size > 0 && shared > SAMENESS * small.size;
}

/** What has been said so far; asking costs about as many steps as there are sentences that share a word. */
export type Said = {
  add: (words: ReadonlySet<string>) => void;
  has: (words: ReadonlySet<string>) => boolean;
};

export function createSaid(): Said {
  const sizes: number[] = [];
  const byWord = new Map<string, number[]>();
  return {
    add: (words) => {
      for (const word of words) {
        const list = byWord.get(word) ?? [];
        list.push(sizes.length);
        byWord.set(word, list);
      }
      sizes.push(words.size);
    },
    has: (words) => {
      const shared = new Map<number, number>();
      for (const word of words)
        for (const k of byWord.get(word) ?? []) shared.set(k, (shared.get(k) ?? 0) + 1);
      for (const [k, n] of shared) if (n > SAMENESS * Math.min(words.size, sizes[k] ?? 0)) return true;
      return false;
    },
  };
}
