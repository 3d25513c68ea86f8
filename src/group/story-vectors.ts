import { anew } from '../text/anew.ts';
import { hashPair, hashText, numberShared } from '../text/hashes.ts';
import { intern, type SparseVector, smoothIdf } from '../text/vectors.ts';
import type { Remember } from '../types.ts';
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

/** Larger than any article's number of words, so that two numbers become one without loss (below 2^53). */
const PAIR_BASE = 2 ** 26;

/** How rare a stem is in the news at large, 0 to 12. */
export type Rarity = (stem: string) => number;

/** `termOf(id)` is the key of a word, or the keys of a pair of neighbouring words joined by a space. */
export type StoryVectors = { termOf: (id: number) => string; vectors: SparseVector[] };

/**
 * The terms of one article, words before pairs, each in the order of first occurrence: `hashes` are the same in every
 * article, `weights` the logarithm of the count times what the news at large says of the term.
 */
type Terms = { words: string[]; pairs: [number, number][]; hashes: Float64Array; weights: Float64Array };

/**
 * Words and pairs of neighbouring words, by what they tell of an article in its batch and, where `rarity` is known, in
 * the news at large: in a small batch "snow" looks as telling as a name. Vectors of length 1 by TF-IDF (Salton & Buckley
 * 1988); terms of one article only shape its length and are then left out: no other can meet them.
 */
export function storyVectors(
  articles: readonly ArticleWords[],
  rarity: Rarity | null = null,
  remember: Remember = anew,
): StoryVectors {
  const read = articles.map((words) => remember('terms', [words, rarity], () => readTerms(words, rarity)));
  const { numbers, count } = numberShared(read.map(({ hashes }) => hashes));
  const frequencies = new Int32Array(count);
  // Where a term can be found: in the last article that holds it.
  const [holders, places] = [new Int32Array(count), new Int32Array(count)];
  numbers.forEach((own, article) => {
    own.forEach((id, place) => {
      if (id < 0) return;
      frequencies[id] = (frequencies[id] ?? 0) + 1;
      holders[id] = article;
      places[id] = place;
    });
  });
  const factors = Float64Array.from(frequencies, (frequency) => smoothIdf(articles.length, frequency));
  const scratch = new Float64Array(count);
  const vectors = read.map((terms, article) => {
    const own = numbers[article] ?? new Int32Array();
    const lone = smoothIdf(articles.length, 1);
    let length = 0;
    own.forEach((id, place) => {
      const emphasis = emphasisOf(place >= terms.words.length, id >= 0);
      const weight = emphasis * (terms.weights[place] ?? 0) * (id < 0 ? lone : (factors[id] ?? 0));
      length += weight * weight;
      if (id >= 0) scratch[id] = weight;
    });
    const ids = own.filter((id) => id >= 0).sort();
    return { ids, weights: Float64Array.from(ids, (id) => (scratch[id] ?? 0) / (Math.sqrt(length) || 1)) };
  });
  return { termOf: (id) => nameTerm(read[holders[id] ?? 0], places[id] ?? 0), vectors };
}

/** Most pairs occur once and mean nothing: they do not even count in the length. */
function emphasisOf(isPair: boolean, isShared: boolean): number {
  if (isPair) return isShared ? PAIR_WEIGHT : 0;
  return isShared ? 1 : LONE_WEIGHT;
}

function readTerms({ title, sentences }: ArticleWords, rarity: Rarity | null): Terms {
  const words = new Map<string, number>();
  const pairs = new Map<number, [number, number]>();
  const [counts, pairCounts]: [number[], Map<number, number>] = [[], new Map()];
  const titles = Array.from({ length: TITLE_WEIGHT }, () => title);
  for (const run of [...titles, ...sentences]) {
    let before = -1;
    for (const { key } of run) {
      const id = intern(words, key);
      counts[id] = (counts[id] ?? 0) + 1;
      const pair = before * PAIR_BASE + id;
      if (before >= 0 && !pairs.has(pair)) pairs.set(pair, [before, id]);
      if (before >= 0) pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + 1);
      before = id;
    }
  }
  const keys = [...words.keys()];
  const hashes = keys.map(hashText);
  const told = keys.map((key) => (rarity === null ? 1 : Math.min(1, rarity(key) / USUAL_RARITY)));
  const hashOf = ([a, b]: [number, number]): number => hashPair(hashes[a] ?? 0, hashes[b] ?? 0);
  const toldBy = ([a, b]: [number, number]): number => Math.sqrt((told[a] ?? 0) * (told[b] ?? 0));
  const weigh = (count: number, tells: number): number => (1 + Math.log(count)) * tells;
  return {
    words: keys,
    pairs: [...pairs.values()],
    hashes: Float64Array.from([...hashes, ...[...pairs.values()].map(hashOf)]),
    weights: Float64Array.from([
      ...counts.map((count, id) => weigh(count, told[id] ?? 0)),
      ...[...pairs].map(([pair, both]) => weigh(pairCounts.get(pair) ?? 1, toldBy(both))),
    ]),
  };
}

function nameTerm(terms: Terms | undefined, place: number): string {
  if (!terms) return '';
  const word = terms.words[place];
  const [a = 0, b = 0] = terms.pairs[place - terms.words.length] ?? [];
  return word ?? `${terms.words[a]} ${terms.words[b]}`;
}
