import { stopWords } from './lexicon.ts';
import { hasCjk } from './shapes.ts';

/** Units of a long text that topic comparisons look at. */
const bounded = 6000;

/** The first letters of a word, enough to see `mine`, `mining` and `miners` as one. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, '');
  if (plain.length <= 4) return plain.replace(/s$/u, '');
  return plain
    .replace(/(?:ations?|ments?|ings?|ies|ers?|ed|es|s|ly|e|y)$/u, '')
    .replace(/([bdgmnpt])\1$/u, '$1')
    .slice(0, 7);
}

/** Stems of the words that tell a topic; for scripts without spaces, pairs of characters. */
export function topicStems(text: string): string[] {
  const sample = text.slice(0, bounded);
  if (hasCjk(sample.slice(0, 400))) return pairsOf(sample);
  const words = sample.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  return words.filter(isTopical).map(stemOf);
}

function isTopical(word: string): boolean {
  if (stopWords.has(word.toLowerCase()) || /^\d+$/u.test(word)) return false;
  return word.length >= 4 || /^\p{Lu}[\p{Lu}\d]/u.test(word) || /^\p{Lu}\p{Ll}/u.test(word);
}

function pairsOf(text: string): string[] {
  const runs = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}/gu) ?? [];
  return runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)));
}

/** Share of `of` that is also in `among`. */
export function shareIn(of: ReadonlySet<string>, among: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const stem of of) if (among.has(stem)) shared += 1;
  return shared / of.size;
}

/** Intersection over union of two sets. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = shareIn(a, b) * a.size;
  return shared / (a.size + b.size - shared);
}

/** Lower-case words with their counts, made when first asked for: most texts never ask. */
export type Vocabulary = {
  count: (word: string) => number;
  /** Whether the word occurs elsewhere with a hyphen inside, each half of three letters or more. */
  isHyphenated: (word: string) => boolean;
};

type Counts = { words: Map<string, number>; joined: Set<string> };

export function createVocabulary(text: string): Vocabulary {
  let counts: Counts | undefined;
  const get = (): Counts => {
    counts ??= countAll(text);
    return counts;
  };
  return {
    count: (word) => get().words.get(word.toLowerCase()) ?? 0,
    isHyphenated: (word) => get().joined.has(word.toLowerCase()),
  };
}

function countAll(text: string): Counts {
  const words = new Map<string, number>();
  const joined = new Set<string>();
  const add = (word: string) => words.set(word, (words.get(word) ?? 0) + 1);
  for (const found of text.matchAll(/[\p{L}\p{M}]{1,40}(?:- ?[\p{L}\p{M}]{1,40})?/gu)) {
    const word = found[0].toLowerCase().replace(' ', '');
    add(word);
    if (!word.includes('-')) continue;
    const halves = word.split('-');
    for (const half of halves) add(half);
    if (halves.every((half) => half.length >= 3)) joined.add(halves.join(''));
  }
  return { words, joined };
}
