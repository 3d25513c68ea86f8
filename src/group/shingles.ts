import { intern } from '../text/vectors.ts';

/** Numbers for runs of words: shingles of the same words have the same number in every article. */
export type ShingleTables = { words: Map<string, number>; pairs: Map<number, number>; triples: Map<number, number> };

/** The runs of two and of three words of one text, each once, ascending (Broder 1997). */
export type Shingles = { pairs: Int32Array; triples: Int32Array };

/** Wider than any table can grow, so that two numbers become one key without loss (below 2^53). */
const KEY_BASE = 2 ** 26;

export function createShingleTables(): ShingleTables {
  return { words: new Map(), pairs: new Map(), triples: new Map() };
}

export function shingleWords(words: readonly string[], tables: ShingleTables): Shingles {
  const ids = words.map((word) => intern(tables.words, word));
  const pairs = ids.slice(1).map((id, i) => intern(tables.pairs, (ids[i] ?? 0) * KEY_BASE + id));
  const triples = ids.slice(2).map((id, i) => intern(tables.triples, (pairs[i] ?? 0) * KEY_BASE + id));
  return { pairs: Int32Array.from(new Set(pairs)).sort(), triples: Int32Array.from(new Set(triples)).sort() };
}

/** How many numbers two ascending lists share. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}
