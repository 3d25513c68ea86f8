import { countValues, intern, type SparseVector, weighTerms } from '../text/vectors.ts';
import type { ArticleWords } from './words.ts';

/** How often the title is counted. */
const TITLE_WEIGHT = 2;

/** Two articles that share a pair of words share more than two words. */
const PAIR_WEIGHT = 1.6;

/** A word of one article only counts less in its length: in small batches most words are such. */
const LONE_WEIGHT = 0.7;

/**
 * A word of this rarity (natural logarithm of its inverse document frequency) or more counts in full, a usual one less.
 * None counts more: what the news at large has never heard of may be the name of the newsletter's own town.
 */
const USUAL_RARITY = 6;

/** How rare a stem is in the news at large, 0 to 12. */
export type Rarity = (stem: string) => number;

/** `termOf(id)` is the key of a word, or the keys of a pair of neighbouring words joined by a space. */
export type StoryVectors = { termOf: (id: number) => string; vectors: SparseVector[] };

/** A word is filed by its key, a pair by the numbers of its words: a text of millions of pairs as strings is slow. */
type TermTable = Map<string | number, number>;

/** Larger than any table can grow, so that two numbers become one without loss (below 2^53). */
const PAIR_BASE = 2 ** 26;

/**
 * Words and pairs of neighbouring words, by what they tell of an article in its batch and, where `rarity` is known, in
 * the news at large: in a small batch "snow" looks as telling as a name.
 */
export function storyVectors(words: readonly ArticleWords[], rarity: Rarity | null = null): StoryVectors {
  const table: TermTable = new Map();
  const counts = words.map((article) => countValues(termsOf(article, table)));
  const terms = [...table.keys()];
  const weightOf = (term: string | number | undefined): number => {
    if (rarity === null || term === undefined) return 1;
    if (typeof term === 'string') return Math.min(1, rarity(term) / USUAL_RARITY);
    return Math.sqrt(weightOf(terms[Math.floor(term / PAIR_BASE)]) * weightOf(terms[term % PAIR_BASE]));
  };
  const vectors = weighTerms(
    counts,
    terms.length,
    (id, frequency) => emphasisOf(typeof terms[id] === 'number', frequency) * weightOf(terms[id]),
  );
  return { termOf: (id) => nameTerm(terms, id), vectors };
}

/** Most pairs occur once and mean nothing: they do not even count in the length. */
function emphasisOf(isPair: boolean, frequency: number): number {
  if (isPair) return frequency > 1 ? PAIR_WEIGHT : 0;
  return frequency > 1 ? 1 : LONE_WEIGHT;
}

function termsOf({ title, sentences }: ArticleWords, table: TermTable): number[] {
  const titles = Array.from({ length: TITLE_WEIGHT }, () => title);
  return [...titles, ...sentences].flatMap((run) => {
    const ids = run.map((word) => intern(table, word.key));
    return [...ids, ...ids.slice(1).map((id, i) => intern(table, (ids[i] ?? 0) * PAIR_BASE + id))];
  });
}

function nameTerm(terms: readonly (string | number)[], id: number): string {
  const term = terms[id] ?? '';
  return typeof term === 'string'
    ? term
    : `${terms[Math.floor(term / PAIR_BASE)]} ${terms[term % PAIR_BASE]}`;
}
