import { SUMMARY_WORDS } from './coverage.ts';
import type { Cues } from './cues.ts';
import { makeRows, type Rows } from './forest.ts';
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

/** What a set of sentences is like as a whole. `sums` are in the order of `summed`. */
export type SetFeatures = { own: { [name: string]: number }; sums: number[] };

/** One row a set, in the order of `setColumns`. */
export function setRows(reading: Reading, sets: readonly (readonly number[])[]): Rows {
  const featuresOf = setFeatures(reading);
  const rowOf = (i: number): number[] => {
    const { own, sums } = featuresOf(sets[i] ?? []);
    return [...Object.values(own), ...sums];
  };
  return makeRows(sets.length, sets.length > 0 ? rowOf(0).length : 0, rowOf);
}

export function setColumns({ own }: SetFeatures): string[] {
  return [...Object.keys(own), ...summed.map((name) => `sum of ${name}`)];
}

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
export function setFeatures(reading: Reading): (set: readonly number[]) => SetFeatures {
  const { outline, features, margins, chances, pairs, pairChances } = reading;
  const cover = createCover(chances, outline.types, outline.stop);
  const coverPairs = createCover(pairChances, pairs.bySentence, null);
  const standing = createStanding(margins);
  const kinship = createKinship(reading);
  const summable = createSummable(reading);
  const totalWords = chances.reduce((a, b) => a + b, 0);
  const totalPairs = pairChances.reduce((a, b) => a + b, 0);
  return (set) => {
    const lengths = set.map((i) => outline.words[i]?.length ?? 0);
    const length = lengths.reduce((a, b) => a + b, 0);
    const words = cover(set);
    const both = coverPairs(set);
    const mean = set.reduce((a, b) => a + b, 0) / set.length;
    const own = {
      ...standing(set),
      length,
      longest: Math.max(...lengths),
      shortest: Math.min(...lengths),
      wordsUnion: words.union,
      pairsUnion: both.union,
      contentUnion: words.content,
      wordsTwice: words.sum - words.union,
      pairsTwice: both.sum - both.union,
      wordsF: (2 * words.union) / (length + SUMMARY_WORDS),
      pairsF: (2 * both.union) / (length + SUMMARY_WORDS),
      wordsPerLength: words.union / Math.max(1, length),
      pairsPerLength: both.union / Math.max(1, length),
      ...kinship(set),
      firstAt: set[0] ?? 0,
      lastAt: set.at(-1) ?? 0,
      mean,
      place: mean / outline.sentences.length,
      hasFirst: set.includes(0) ? 1 : 0,
      hasSecond: set.includes(1) ? 1 : 0,
      hasThird: set.includes(2) ? 1 : 0,
      adjacent: set.filter((i, k) => k > 0 && i === (set[k - 1] ?? 0) + 1).length,
      count: outline.sentences.length,
      meanLength: features[0]?.meanLength ?? 0,
      totalWords,
      totalPairs,
      dangling: set.filter((i) => i > 0 && !set.includes(i - 1) && points(reading.cues[i])).length,
    };
    const sums: number[] = new Array(summed.length).fill(0);
    for (const i of set) for (const [k, value] of summable(i).entries()) sums[k] = (sums[k] ?? 0) + value;
    return { own, sums };
  };
}

function points(cues: Cues | undefined): boolean {
  return cues !== undefined && cues.pronoun + cues.connective + cues.pointer > 0;
}

/** Where the sentences of a set stand by their margins. */
function createStanding(margins: Float64Array) {
  const most = margins.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = margins.map((margin) => Math.exp(margin - most));
  const total = powers.reduce((a, b) => a + b, 0);
  const places = placesOf(margins);
  return (set: readonly number[]) => {
    const ranked = set.map((i) => margins[i] ?? 0).sort((a, b) => b - a);
    const shares = set.map((i) => (powers[i] ?? 0) / total);
    const ranks = set.map((i) => places[i] ?? 0);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    return {
      margins: sum(ranked),
      margin1: ranked[0] ?? 0,
      margin2: ranked[Math.min(1, ranked.length - 1)] ?? 0,
      margin3: ranked.at(-1) ?? 0,
      share: sum(shares),
      logs: sum(shares.map((share) => Math.log(share + 1e-6))),
      rankSum: sum(ranks),
      rankMax: Math.max(...ranks),
    };
  };
}

/** Expected hits of the different items that sentences have: of all, of content words, and with repeats. */
function createCover(chances: Float64Array, items: readonly Int32Array[], stop: Uint8Array | null) {
  const mark = new Int32Array(chances.length);
  let stamp = 0;
  return (set: readonly number[]): { union: number; content: number; sum: number } => {
    stamp += 1;
    const found = { union: 0, content: 0, sum: 0 };
    for (const i of set) {
      for (const item of items[i] as Int32Array) {
        const chance = chances[item] as number;
        found.sum += chance;
        if (mark[item] === stamp) continue;
        mark[item] = stamp;
        found.union += chance;
        if (stop?.[item] === 0) found.content += chance;
      }
    }
    return found;
  };
}

/** How alike the sentences of a set are, and how many pairs of words they share; each two are compared once. */
function createKinship({ vectors, pairs }: Reading) {
  const known = new Map<number, { alike: number; shared: number }>();
  const compare = (a: number, b: number): { alike: number; shared: number } => {
    const own = new Set(pairs.bySentence[a]);
    const shared = (pairs.bySentence[b] as Int32Array).reduce((n, pair) => n + (own.has(pair) ? 1 : 0), 0);
    return { alike: dotSparse(vectors[a] as Vector, vectors[b] as Vector), shared };
  };
  return (set: readonly number[]) => {
    const sums = { alikeMax: 0, alikeSum: 0, pairMax: 0, pairSum: 0 };
    for (const [k, a] of set.entries()) {
      for (const b of set.slice(k + 1)) {
        const key = a * vectors.length + b;
        const { alike, shared } = known.get(key) ?? compare(a, b);
        known.set(key, { alike, shared });
        sums.alikeMax = Math.max(sums.alikeMax, alike);
        sums.alikeSum += alike;
        sums.pairMax = Math.max(sums.pairMax, shared);
        sums.pairSum += shared;
      }
    }
    return sums;
  };
}

/** The summed features of a sentence; what is unknown counts -1. */
function createSummable({ features, cues, coverage }: Reading): (sentence: number) => number[] {
  const known = new Map<number, number[]>();
  return (i) => {
    const found = known.get(i);
    if (found) return found;
    const all: { [name: string]: number } = { ...features[i], ...cues[i], ...coverage[i] };
    const made = summed.map((name) => (Number.isNaN(all[name]) ? -1 : (all[name] ?? 0)));
    known.set(i, made);
    return made;
  };
}
