import { columnOf, joinColumns, type Rows } from './columns.ts';
import { evaluate, type Forest, sigmoid } from './forest.ts';
import type { Outline } from './outline.ts';
import { PRIOR_LOWEST, PRIOR_STEP, type WordTables } from './tables.ts';
import type { Closeness } from './vectors.ts';

export type WordContext = {
  close: Closeness;
  /** Of each sentence: whether it quotes, and whether it opens a paragraph (NaN when unknown). */
  quoted: ArrayLike<number>;
  opens: ArrayLike<number>;
};

export function priorOf(tables: WordTables, slot: number): number {
  return PRIOR_LOWEST + (tables.prior[slot] as number) * PRIOR_STEP;
}

/** What each word is like within its article. */
export function wordRows(o: Outline, { close, quoted, opens }: WordContext, tables: WordTables): Rows {
  const n = o.sentences.length;
  const size = o.slot.length;
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
  const column = (value: (w: number) => number): Float64Array => columnOf(size, value);
  const perSpread = (sums: Float64Array): Float64Array =>
    column((w) => (sums[w] as number) / (o.spread[w] as number));
  return joinColumns(size, {
    count: column((w) => o.count[w] as number),
    share: column((w) => ((o.count[w] as number) / Math.max(1, o.length)) * 100),
    idf: o.idf,
    first: column((w) => o.first[w] as number),
    inverseFirst: column((w) => 1 / ((o.first[w] as number) + 1)),
    spread: column((w) => o.spread[w] as number),
    inFirst: column((w) => (o.first[w] === 0 ? 1 : 0)),
    inNextTwo: nextTwo,
    inFirstFive: early,
    capital: column((w) => capitalRate(o, w)),
    numeric: column((w) => o.numeric[w] as number),
    stop: column((w) => o.stop[w] as number),
    prior: column((w) => priorOf(tables, o.slot[w] as number)),
    closest,
    closeness: perSpread(sumClose),
    reach: column((w) => ((o.last[w] as number) - (o.first[w] as number)) / n),
    last: column((w) => (o.last[w] as number) / n),
    sentences: column(() => n),
    types: column(() => size),
    place: column((w) => Math.min(60, o.place[w] as number)),
    quoted: perSpread(sumQuoted),
    opensParagraph: perSpread(sumOpens),
    firstPlace: column((w) => Math.log(1 + (o.firstPlace[w] as number))),
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
  const found = { left: [], right: [], count: [], first: [], last: [], closest: [] } as {
    [name in 'left' | 'right' | 'count' | 'first' | 'last' | 'closest']: number[];
  };
  const bySentence = o.words.map((words, i) => {
    const own: number[] = [];
    for (let k = 1; k < words.length; k += 1) {
      const [left, right] = [words[k - 1] as number, words[k] as number];
      let pair = numbers.get(left * size + right);
      if (pair === undefined) {
        pair = numbers.size;
        numbers.set(left * size + right, pair);
        found.left.push(left);
        found.right.push(right);
        found.count.push(0);
        found.first.push(i);
        found.last.push(-1);
        found.closest.push(0);
      }
      found.count[pair] = (found.count[pair] as number) + 1;
      found.closest[pair] = Math.max(found.closest[pair] as number, close.whole[i] as number);
      if (found.last[pair] !== i) own.push(pair);
      found.last[pair] = i;
    }
    return Int32Array.from(own);
  });
  const column = (value: (pair: number) => number): Float64Array => columnOf(numbers.size, value);
  const of = (words: readonly number[], value: (word: number) => number): Float64Array =>
    column((pair) => value(words[pair] as number));
  const { left, right } = found;
  const chanceOf = (word: number): number => chances[word] as number;
  const stopOf = (word: number): number => o.stop[word] as number;
  const capitalOf = (word: number): number => capitalRate(o, word);
  const ownPrior = (word: number): number => priorOf(tables, o.slot[word] as number);
  const rows = joinColumns(numbers.size, {
    left: of(left, chanceOf),
    right: of(right, chanceOf),
    both: column((pair) => chanceOf(left[pair] as number) * chanceOf(right[pair] as number)),
    count: column((pair) => Math.log(1 + (found.count[pair] as number))),
    first: Float64Array.from(found.first),
    inverseFirst: column((pair) => 1 / ((found.first[pair] as number) + 1)),
    leftStop: of(left, stopOf),
    rightStop: of(right, stopOf),
    leftCapital: of(left, capitalOf),
    rightCapital: of(right, capitalOf),
    leftPrior: of(left, ownPrior),
    rightPrior: of(right, ownPrior),
    closest: Float64Array.from(found.closest),
  });
  return { numbers, rows, bySentence };
}
