import { type Columns, columnOf, joinColumns, type Rows } from './columns.ts';
import { SUMMARY_WORDS } from './coverage.ts';
import { placesOf } from './ranks.ts';
import type { Reading } from './reading.ts';
import { dotSparse, type Vector } from './vectors.ts';

/** Sentence features whose sum over a set says something of the set. */
const summed = [
  'whole',
  'direction',
  'rank',
  'lead',
  'quoted',
  'shareQuoted',
  'pronoun',
  'connective',
  'pointer',
  'firstPerson',
  'we',
  'question',
  'caption',
  'unended',
  'entityFrequency',
  'boilerplate',
  'opensParagraph',
  'worth',
  'recurring',
  'attribution',
  'repeated',
  'numbers',
  'rarity',
  'words',
  'pairs',
  'prior',
  'colon',
] as const;

/** Sentences taken together, by ascending index. */
type Chosen = readonly number[];

/** Every way to take `size` of the numbers 0 to `count - 1`, in order. */
export function subsetsOf(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  const sets: number[][] = [];
  const walk = (from: number, chosen: number[]): void => {
    if (chosen.length === size) sets.push(chosen);
    else for (let i = from; i <= count - (size - chosen.length); i += 1) walk(i + 1, [...chosen, i]);
  };
  walk(0, []);
  return sets;
}

/** Rates sets of ascending sentences as wholes: what they cover together, how they lie, how alike they are. */
export function setRows(reading: Reading, sets: readonly Chosen[]): Rows {
  return joinColumns(
    sets.length,
    standingOf(sets, reading),
    coverOf(sets, reading),
    kinshipOf(sets, reading),
    placeOf(sets, reading),
    sumsOf(sets, reading),
  );
}

/** Columns to be filled set by set. */
function emptyColumns<Name extends string>(count: number, names: readonly Name[]): Columns<Name> {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(count)])) as Columns<Name>;
}

/** Where the sentences of a set stand by their margins. */
function standingOf(sets: readonly Chosen[], { margins }: Reading): Columns {
  const most = margins.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = margins.map((margin) => Math.exp(margin - most));
  const total = powers.reduce((a, b) => a + b, 0);
  const shares = powers.map((power) => power / total);
  const logs = shares.map((share) => Math.log(share + 1e-6));
  const places = placesOf(margins);
  const ranked = sets.map((set) => set.map((i) => margins[i] as number).sort((a, b) => b - a));
  const per = (value: (set: Chosen) => number): Float64Array =>
    columnOf(sets.length, (k) => value(sets[k] ?? []));
  const nth = (n: number): Float64Array =>
    columnOf(sets.length, (k) => ranked[k]?.[Math.min(n, ranked[k].length - 1)] ?? 0);
  return {
    margins: columnOf(sets.length, (k) => (ranked[k] ?? []).reduce((a, b) => a + b, 0)),
    margin1: nth(0),
    margin2: nth(1),
    margin3: nth(Number.POSITIVE_INFINITY),
    share: per((set) => sumOf(set, shares)),
    logs: per((set) => sumOf(set, logs)),
    rankSum: per((set) => sumOf(set, places)),
    rankMax: per((set) => maxOf(set, places)),
  };
}

function sumOf(set: Chosen, values: ArrayLike<number>): number {
  let sum = 0;
  for (const i of set) sum += values[i] as number;
  return sum;
}

function maxOf(set: Chosen, values: ArrayLike<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const i of set) most = Math.max(most, values[i] as number);
  return most;
}

const coverNames = [
  'length',
  'longest',
  'shortest',
  'wordsUnion',
  'pairsUnion',
  'contentUnion',
  'wordsTwice',
  'pairsTwice',
  'wordsF',
  'pairsF',
  'wordsPerLength',
  'pairsPerLength',
] as const;

/** How long they are, and how much of what is expected they say. */
function coverOf(sets: readonly Chosen[], { outline, chances, pairs, pairChances }: Reading): Columns {
  const columns = emptyColumns(sets.length, coverNames);
  const cover = createCover(chances, outline.types, outline.stop);
  const coverPairs = createCover(pairChances, pairs.bySentence, null);
  const lengths = outline.words.map((words) => words.length);
  for (const [k, set] of sets.entries()) {
    const length = sumOf(set, lengths);
    const words = cover(set);
    const both = coverPairs(set);
    columns.length[k] = length;
    columns.longest[k] = maxOf(set, lengths);
    columns.shortest[k] = set.reduce(
      (least, i) => Math.min(least, lengths[i] as number),
      Number.POSITIVE_INFINITY,
    );
    columns.wordsUnion[k] = words.union;
    columns.pairsUnion[k] = both.union;
    columns.contentUnion[k] = words.content;
    columns.wordsTwice[k] = words.sum - words.union;
    columns.pairsTwice[k] = both.sum - both.union;
    columns.wordsF[k] = (2 * words.union) / (length + SUMMARY_WORDS);
    columns.pairsF[k] = (2 * both.union) / (length + SUMMARY_WORDS);
    columns.wordsPerLength[k] = words.union / Math.max(1, length);
    columns.pairsPerLength[k] = both.union / Math.max(1, length);
  }
  return columns;
}

/** Expected hits of the different items that sentences have: of all, of content words, and with repeats. */
function createCover(chances: Float64Array, items: readonly Int32Array[], stop: Uint8Array | null) {
  const mark = new Int32Array(chances.length);
  let stamp = 0;
  return (set: Chosen): { union: number; content: number; sum: number } => {
    stamp += 1;
    let [union, content, sum] = [0, 0, 0];
    for (const i of set) {
      for (const item of items[i] as Int32Array) {
        const chance = chances[item] as number;
        sum += chance;
        if (mark[item] === stamp) continue;
        mark[item] = stamp;
        union += chance;
        if (stop?.[item] === 0) content += chance;
      }
    }
    return { union, content, sum };
  };
}

const kinshipNames = ['alikeMax', 'alikeSum', 'pairMax', 'pairSum'] as const;

/** How alike the sentences of a set are, and how many pairs of words they share; each two are compared once. */
function kinshipOf(sets: readonly Chosen[], { vectors, pairs }: Reading): Columns {
  const columns = emptyColumns(sets.length, kinshipNames);
  const known = new Map<number, { alike: number; shared: number }>();
  const compare = (a: number, b: number): { alike: number; shared: number } => {
    const own = new Set(pairs.bySentence[a]);
    const shared = (pairs.bySentence[b] as Int32Array).reduce((n, pair) => n + (own.has(pair) ? 1 : 0), 0);
    return { alike: dotSparse(vectors[a] as Vector, vectors[b] as Vector), shared };
  };
  const kin = (a: number, b: number): { alike: number; shared: number } => {
    const key = a * vectors.length + b;
    const found = known.get(key) ?? compare(a, b);
    known.set(key, found);
    return found;
  };
  for (const [k, set] of sets.entries()) {
    let [alikeMax, alikeSum, pairMax, pairSum] = [0, 0, 0, 0];
    for (let x = 0; x < set.length; x += 1) {
      for (let y = x + 1; y < set.length; y += 1) {
        const { alike, shared } = kin(set[x] as number, set[y] as number);
        alikeMax = Math.max(alikeMax, alike);
        alikeSum += alike;
        pairMax = Math.max(pairMax, shared);
        pairSum += shared;
      }
    }
    columns.alikeMax[k] = alikeMax;
    columns.alikeSum[k] = alikeSum;
    columns.pairMax[k] = pairMax;
    columns.pairSum[k] = pairSum;
  }
  return columns;
}

/** Where in the article they lie, and what the article is like. */
function placeOf(
  sets: readonly Chosen[],
  { outline, features, cues, chances, pairChances }: Reading,
): Columns {
  const per = (value: (set: Chosen) => number): Float64Array =>
    columnOf(sets.length, (k) => value(sets[k] ?? []));
  const same = (value: number): Float64Array => new Float64Array(sets.length).fill(value);
  const meanOf = (set: Chosen): number => set.reduce((a, b) => a + b, 0) / set.length;
  const has = (i: number): Float64Array => per((set) => (set.includes(i) ? 1 : 0));
  const points = (i: number): boolean =>
    (cues.pronoun[i] as number) + (cues.connective[i] as number) + (cues.pointer[i] as number) > 0;
  const count = outline.sentences.length;
  return {
    firstAt: per((set) => set[0] ?? 0),
    lastAt: per((set) => set.at(-1) ?? 0),
    mean: per(meanOf),
    place: per((set) => meanOf(set) / count),
    hasFirst: has(0),
    hasSecond: has(1),
    hasThird: has(2),
    adjacent: per((set) => set.filter((i, k) => k > 0 && i === (set[k - 1] ?? 0) + 1).length),
    count: same(count),
    meanLength: same(features.meanLength[0] ?? 0),
    totalWords: same(chances.reduce((a, b) => a + b, 0)),
    totalPairs: same(pairChances.reduce((a, b) => a + b, 0)),
    dangling: per((set) => set.filter((i) => i > 0 && !set.includes(i - 1) && points(i)).length),
  };
}

/** Sums of features of the sentences; what is unknown counts -1. */
function sumsOf(sets: readonly Chosen[], { features, cues, coverage }: Reading): Columns {
  const all: Columns = { ...features, ...cues, ...coverage };
  const sums = summed.map((name): [string, Float64Array] => {
    const values = all[name]?.map((value) => (Number.isNaN(value) ? -1 : value)) ?? [];
    return [`sum of ${name}`, columnOf(sets.length, (k) => sumOf(sets[k] ?? [], values))];
  });
  return Object.fromEntries(sums);
}
