import { countValues, intern, type SparseVector, weighTerms } from '../text/vectors.ts';
import { type ArticleWords, pairKeys } from './words.ts';

/** How often the title is counted. */
const TITLE_WEIGHT = 2;

/** Two articles that share a pair of words share more than two words. */
const PAIR_WEIGHT = 1.3;

/** Words of one article only count half in its length: small batches, where most words are such, then need no other threshold. */
const LONE_WEIGHT = 0.5;

/** `terms[id]` is the key of a word or, with a space inside, of a pair of neighbouring words. */
export type StoryVectors = { terms: string[]; vectors: SparseVector[] };

export function storyVectors(words: readonly ArticleWords[]): StoryVectors {
  const table = new Map<string, number>();
  const counts = words.map((article) => countValues(termsOf(article).map((term) => intern(table, term))));
  const terms = [...table.keys()];
  const pairs = Uint8Array.from(terms, (term) => (term.includes(' ') ? 1 : 0));
  return { terms, vectors: weighTerms(counts, terms.length, (id, df) => emphasisOf(pairs[id] === 1, df)) };
}

/** Most pairs occur once and mean nothing: they do not even count in the length. */
function emphasisOf(isPair: boolean, frequency: number): number {
  if (isPair) return frequency > 1 ? PAIR_WEIGHT : 0;
  return frequency > 1 ? 1 : LONE_WEIGHT;
}

function termsOf({ title, sentences }: ArticleWords): string[] {
  const titles = Array.from({ length: TITLE_WEIGHT }, () => title);
  return [...titles, ...sentences].flatMap((run) => [...run.map((word) => word.key), ...pairKeys(run)]);
}
