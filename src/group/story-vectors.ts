import { anew } from '../text/anew.ts';
import { hashPair, hashText, numberShared, type Shared } from '../text/hashes.ts';
import { countIds, intern, type SparseVector, smoothIdf } from '../text/vectors.ts';
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
 * article, `weights` the logarithm of the count times what the news at large says of the term, `squares` the sum of
 * their squares over the words.
 */
type Terms = {
  words: string[];
  pairs: [number, number][];
  hashes: Float64Array;
  weights: Float64Array;
  squares: number;
};

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
  const { shared, count } = numberShared(read.map(({ hashes }) => hashes));
  const starts = startsOf(shared, count);
  const lone = LONE_WEIGHT * smoothIdf(articles.length, 1);
  const factors = Float64Array.from({ length: count }, (_, id) =>
    smoothIdf(articles.length, (starts[id + 1] ?? 0) - (starts[id] ?? 0)),
  );
  // Filed by term, so that every article gets its terms in ascending order without sorting them.
  const next = starts.slice();
  const filed = {
    holders: new Int32Array(starts[count] ?? 0),
    weights: new Float64Array(starts[count] ?? 0),
  };
  // Where a term can be found: in the last article that holds it.
  const termPlaces = new Int32Array(count);
  const lengths = new Float64Array(read.length);
  const vectors = read.map(({ words, weights, squares }, article): SparseVector => {
    const { places, numbers } = shared[article] as Shared;
    // Most pairs are of one article and mean nothing: they do not even count in its length, as its own words do.
    let ownSquares = squares;
    let sharedSquares = 0;
    for (let i = 0; i < numbers.length; i += 1) {
      const [id, place] = [numbers[i] as number, places[i] as number];
      const told = weights[place] as number;
      const isWord = place < words.length;
      const weight = (isWord ? told : PAIR_WEIGHT * told) * (factors[id] as number);
      if (isWord) ownSquares -= told * told;
      sharedSquares += weight * weight;
      const at = next[id] as number;
      filed.holders[at] = article;
      filed.weights[at] = weight;
      next[id] = at + 1;
      termPlaces[id] = place;
    }
    lengths[article] = Math.sqrt(sharedSquares + lone * lone * Math.max(0, ownSquares)) || 1;
    return { ids: new Int32Array(numbers.length), weights: new Float64Array(numbers.length) };
  });
  const filled = new Int32Array(read.length);
  for (let id = 0; id < count; id += 1) {
    for (let at = starts[id] as number; at < (starts[id + 1] as number); at += 1) {
      const article = filed.holders[at] as number;
      const vector = vectors[article] as SparseVector;
      const i = filled[article] as number;
      vector.ids[i] = id;
      vector.weights[i] = (filed.weights[at] as number) / (lengths[article] as number);
      filled[article] = i + 1;
    }
  }
  const holderOf = (id: number): number => filed.holders[(starts[id + 1] ?? 0) - 1] ?? 0;
  return { termOf: (id) => nameTerm(read[holderOf(id)], termPlaces[id] ?? 0), vectors };
}

/** Where the articles that hold a term begin, when they are filed by term. */
function startsOf(shared: readonly Shared[], count: number): Int32Array {
  const frequencies = countIds(
    shared.map(({ numbers }) => numbers),
    count,
  );
  const starts = new Int32Array(count + 1);
  for (let id = 0; id < count; id += 1) starts[id + 1] = (starts[id] as number) + (frequencies[id] as number);
  return starts;
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
  const weights = counts.map((count, id) => weigh(count, told[id] ?? 0));
  const pairWeights = [...pairs].map(([pair, both]) => weigh(pairCounts.get(pair) ?? 1, toldBy(both)));
  return {
    words: keys,
    pairs: [...pairs.values()],
    hashes: Float64Array.from([...hashes, ...[...pairs.values()].map(hashOf)]),
    weights: Float64Array.from([...weights, ...pairWeights]),
    squares: weights.reduce((sum, weight) => sum + weight * weight, 0),
  };
}

function nameTerm(terms: Terms | undefined, place: number): string {
  if (!terms) return '';
  const word = terms.words[place];
  const [a = 0, b = 0] = terms.pairs[place - terms.words.length] ?? [];
  return word ?? `${terms.words[a]} ${terms.words[b]}`;
}
