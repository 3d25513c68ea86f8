import { evaluate, type Forest, makeRows, type Rows, sigmoid } from './forest.ts';
import type { Outline } from './outline.ts';
import { placesOf } from './ranks.ts';
import { PRIOR_LOWEST, PRIOR_STEP, type WordTables } from './tables.ts';
import { type Closeness, rarity } from './vectors.ts';

/** What one word is like within its article, in the order of `wordRows`. Unknown is NaN. */
export const wordColumns = [
  'count',
  'share',
  'idf',
  'first',
  'inverseFirst',
  'spread',
  'inFirst',
  'inNextTwo',
  'inFirstFive',
  'capital',
  'numeric',
  'stop',
  'prior',
  'closest',
  'closeness',
  'reach',
  'last',
  'sentences',
  'types',
  'place',
  'quoted',
  'opensParagraph',
  'firstPlace',
] as const;

/** What a pair of neighbours is like, in the order of `pairRows`. */
export const pairColumns = [
  'left',
  'right',
  'both',
  'count',
  'first',
  'inverseFirst',
  'leftStop',
  'rightStop',
  'leftCapital',
  'rightCapital',
  'leftPrior',
  'rightPrior',
  'closest',
] as const;

export type WordContext = {
  close: Closeness;
  /** Of each sentence: whether it quotes, and whether it opens a paragraph (NaN when unknown). */
  quoted: ArrayLike<number>;
  opens: ArrayLike<number>;
};

export function priorOf(tables: WordTables, slot: number): number {
  return PRIOR_LOWEST + (tables.prior[slot] as number) * PRIOR_STEP;
}

/** One row a word, in the order of `wordColumns`. */
export function wordRows(o: Outline, { close, quoted, opens }: WordContext, tables: WordTables): Rows {
  const n = o.sentences.length;
  const size = o.slot.length;
  const places = placesOf(Float64Array.from(o.count, (c, w) => (o.stop[w] === 0 ? c * rarity(o, w) : 0)));
  const closest = new Float64Array(size);
  const sumClose = new Float64Array(size);
  const sumQuoted = new Float64Array(size);
  const sumOpens = new Float64Array(size);
  const early = new Float64Array(size);
  const nextTwo = new Float64Array(size);
  for (const [i, types] of o.types.entries()) {
    const c = close.whole[i] as number;
    for (const w of types) {
      closest[w] = Math.max(closest[w] as number, c);
      sumClose[w] = (sumClose[w] as number) + c;
      sumQuoted[w] = (sumQuoted[w] as number) + (quoted[i] as number);
      sumOpens[w] = (sumOpens[w] as number) + (opens[i] as number);
      if (i < 5) early[w] = (early[w] as number) + 1;
      if (i === 1 || i === 2) nextTwo[w] = (nextTwo[w] as number) + 1;
    }
  }
  return makeRows(size, wordColumns.length, (w) => {
    const spread = o.spread[w] as number;
    const first = o.first[w] as number;
    return [
      o.count[w] as number,
      ((o.count[w] as number) / Math.max(1, o.length)) * 100,
      o.idf[w] as number,
      first,
      1 / (first + 1),
      spread,
      first === 0 ? 1 : 0,
      nextTwo[w] as number,
      early[w] as number,
      capitalRate(o, w),
      o.numeric[w] as number,
      o.stop[w] as number,
      priorOf(tables, o.slot[w] as number),
      closest[w] as number,
      (sumClose[w] as number) / spread,
      ((o.last[w] as number) - first) / n,
      (o.last[w] as number) / n,
      n,
      size,
      Math.min(60, places[w] as number),
      (sumQuoted[w] as number) / spread,
      (sumOpens[w] as number) / spread,
      Math.log(1 + (o.firstPlace[w] as number)),
    ];
  });
}

export function capitalRate(o: Outline, word: number): number {
  return o.hidden.capitals ? Number.NaN : (o.capital[word] as number) / Math.max(1, o.count[word] as number);
}

/** Probability of each word, or pair, of the article to stand in an editor's highlights. */
export function chancesOf(forest: Forest, rows: Rows): Float64Array {
  return evaluate(forest, rows).map(sigmoid);
}

/** Pairs of words that stand side by side: the pair's number by `left * types + right`, and its row. */
export type Pairs = { numbers: Map<number, number>; rows: Rows; bySentence: Int32Array[] };

export function pairRows(o: Outline, chances: Float64Array, close: Closeness, tables: WordTables): Pairs {
  const size = o.slot.length;
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const firsts: number[] = [];
  const closest: number[] = [];
  const bySentence = o.words.map((words, i) => {
    const own = new Set<number>();
    for (let k = 1; k < words.length; k += 1) {
      const key = (words[k - 1] as number) * size + (words[k] as number);
      let pair = numbers.get(key);
      if (pair === undefined) {
        pair = numbers.size;
        numbers.set(key, pair);
        counts.push(0);
        firsts.push(i);
        closest.push(0);
      }
      counts[pair] = (counts[pair] as number) + 1;
      closest[pair] = Math.max(closest[pair] as number, close.whole[i] as number);
      own.add(pair);
    }
    return Int32Array.from(own);
  });
  const keys = [...numbers.keys()];
  const rows = makeRows(keys.length, pairColumns.length, (pair) => {
    const key = keys[pair] as number;
    const left = Math.floor(key / size);
    const right = key % size;
    const [p, q] = [chances[left] as number, chances[right] as number];
    const first = firsts[pair] as number;
    return [
      p,
      q,
      p * q,
      Math.log(1 + (counts[pair] as number)),
      first,
      1 / (first + 1),
      o.stop[left] as number,
      o.stop[right] as number,
      capitalRate(o, left),
      capitalRate(o, right),
      priorOf(tables, o.slot[left] as number),
      priorOf(tables, o.slot[right] as number),
      closest[pair] as number,
    ];
  });
  return { numbers, rows, bySentence };
}
