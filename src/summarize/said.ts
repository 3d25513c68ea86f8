import { stopWords } from '../text/stop-words.ts';
import type { Sentence } from '../types.ts';

/** Two sentences say the same when this share of the shorter one's content words is in the other. */
const SAMENESS = 0.6;

/** The words of a sentence that are no function words. */
export function contentWords({ tokens }: Pick<Sentence, 'tokens'>, language: string): Set<string> {
  const stops = stopWords(language);
  return new Set(tokens.filter((token) => !stops.has(token)));
}

/** By how many words of their own, and of the other's, two sentences are judged. */
type Sameness = (shared: number, smaller: number, larger: number) => boolean;

/** In one story: most of the shorter is in the other. */
export const saySame: Sameness = (shared, smaller) => shared > SAMENESS * smaller;

/**
 * Between stories, which share words of the place and the time: as much, and either many words or most of the longer
 * too. "The clock of Reed is right again" is no reason to keep another story's best sentence back.
 */
export const saysAgain: Sameness = (shared, smaller, larger) =>
  saySame(shared, smaller, larger) && (shared >= 6 || shared > SAMENESS * larger);

/** Whether two sentences, as sets of content words, say the same in one story. One without any says nothing. */
export function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared > 0 && saySame(shared, small.size, large.size);
}

/** What has been said so far; asking costs about as many steps as there are sentences that share a word. */
export type Said = {
  add: (words: ReadonlySet<string>) => void;
  has: (words: ReadonlySet<string>) => boolean;
};

export function createSaid(same: Sameness): Said {
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
      return [...shared].some(([k, n]) => {
        const size = sizes[k] ?? 0;
        return same(n, Math.min(words.size, size), Math.max(words.size, size));
      });
    },
  };
}
