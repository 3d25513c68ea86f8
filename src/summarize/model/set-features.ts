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

/** `sums` are in the order of `summed`. */
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

/** Rates sets of candidate sentences as wholes: what they cover together, how they lie, how alike they are. */
export function setFeatures(reading: Reading): (set: readonly number[]) => SetFeatures {
  const { outline: o, features, cues, margins, chances, pairs, pairChances } = reading;
  const n = o.sentences.length;
  const most = margins.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = margins.map((m) => Math.exp(m - most));
  const power = powers.reduce((a, b) => a + b, 0);
  const places = placesOf(margins);
  const together = createPairing(reading);
  const totalWords = chances.reduce((a, b) => a + b, 0);
  const totalPairs = pairChances.reduce((a, b) => a + b, 0);
  const summable = createSummable(reading);
  const wordMark = new Int32Array(chances.length).fill(-1);
  const pairMark = new Int32Array(pairChances.length).fill(-1);
  let stamp = 0;
  return (at) => {
    stamp += 1;
    const ranked = at.map((i) => margins[i] as number).sort((a, b) => b - a);
    let [words, content, both, sumWords, sumPairs, length, longest, shortest] = [0, 0, 0, 0, 0, 0, 0, 1e9];
    let [share, logs, rankSum, rankMax, dangling] = [0, 0, 0, 0, 0];
    for (const i of at) {
      const L = (o.words[i] as Int32Array).length;
      length += L;
      longest = Math.max(longest, L);
      shortest = Math.min(shortest, L);
      for (const w of o.types[i] as Int32Array) {
        const p = chances[w] as number;
        sumWords += p;
        if (wordMark[w] === stamp) continue;
        wordMark[w] = stamp;
        words += p;
        if (o.stop[w] === 0) content += p;
      }
      for (const pair of pairs.bySentence[i] as Int32Array) {
        const p = pairChances[pair] as number;
        sumPairs += p;
        if (pairMark[pair] === stamp) continue;
        pairMark[pair] = stamp;
        both += p;
      }
      const q = (powers[i] as number) / power;
      share += q;
      logs += Math.log(q + 1e-6);
      rankSum += places[i] as number;
      rankMax = Math.max(rankMax, places[i] as number);
      const f = cues[i] as Cues;
      if (i > 0 && f.pronoun + f.connective + f.pointer > 0 && !at.includes(i - 1)) dangling += 1;
    }
    let [alikeMax, alikeSum, pairMax, pairSum, adjacent] = [0, 0, 0, 0, 0];
    for (let a = 0; a < at.length; a += 1) {
      for (let b = a + 1; b < at.length; b += 1) {
        const { alike, shared } = together(at[a] as number, at[b] as number);
        alikeMax = Math.max(alikeMax, alike);
        alikeSum += alike;
        pairMax = Math.max(pairMax, shared);
        pairSum += shared;
      }
      if (a > 0 && at[a] === (at[a - 1] as number) + 1) adjacent += 1;
    }
    const firstAt = at[0] as number;
    const lastAt = at.at(-1) as number;
    const mean = at.reduce((x, y) => x + y, 0) / at.length;
    const own = {
      margins: ranked.reduce((x, y) => x + y, 0),
      margin1: ranked[0] as number,
      margin2: ranked[Math.min(1, ranked.length - 1)] as number,
      margin3: ranked.at(-1) as number,
      share,
      logs,
      rankSum,
      rankMax,
      length,
      longest,
      shortest,
      wordsUnion: words,
      pairsUnion: both,
      contentUnion: content,
      wordsTwice: sumWords - words,
      pairsTwice: sumPairs - both,
      wordsF: (2 * words) / (length + SUMMARY_WORDS),
      pairsF: (2 * both) / (length + SUMMARY_WORDS),
      wordsPerLength: words / Math.max(1, length),
      pairsPerLength: both / Math.max(1, length),
      alikeMax,
      alikeSum,
      pairMax,
      pairSum,
      firstAt,
      lastAt,
      mean,
      place: mean / n,
      hasFirst: at.includes(0) ? 1 : 0,
      hasSecond: at.includes(1) ? 1 : 0,
      hasThird: at.includes(2) ? 1 : 0,
      adjacent,
      count: n,
      meanLength: features[0]!.meanLength,
      totalWords,
      totalPairs,
      dangling,
    };
    const sums: number[] = new Array(summed.length).fill(0);
    for (const i of at) for (const [k, value] of summable(i).entries()) sums[k] = (sums[k] as number) + value;
    return { own, sums };
  };
}

/** How alike two sentences are, and how many pairs of words they share; each is worked out once. */
function createPairing({
  vectors,
  pairs,
}: Reading): (a: number, b: number) => { alike: number; shared: number } {
  const known = new Map<number, { alike: number; shared: number }>();
  return (a, b) => {
    const key = a * vectors.length + b;
    const found = known.get(key);
    if (found) return found;
    const own = new Set(pairs.bySentence[a]);
    let shared = 0;
    for (const pair of pairs.bySentence[b] as Int32Array) if (own.has(pair)) shared += 1;
    const made = { alike: dotSparse(vectors[a] as Vector, vectors[b] as Vector), shared };
    known.set(key, made);
    return made;
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
