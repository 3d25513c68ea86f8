import { intern } from '../text/vectors.ts';

/** Several maps for one: a map holds 16.7 million keys, and twenty thousand long articles have more runs of words. */
type RunTable = readonly Map<number, number>[];

const SHARES = 16;

/** Numbers for words and for runs of words: the same run has the same number in every text. */
export type ShingleTables = {
  words: Map<string, number>;
  pairs: RunTable;
  triples: RunTable;
};

/** Runs of three words (Broder 1997): `order` as they follow each other, `triples` each once, ascending. */
export type Shingles = { order: Int32Array; triples: Int32Array };

/** Larger than any table can grow, so that two numbers become one key without loss (below 2^53). */
const KEY_BASE = 2 ** 26;

export function createShingleTables(): ShingleTables {
  const runs = (): RunTable => Array.from({ length: SHARES }, () => new Map());
  return { words: new Map(), pairs: runs(), triples: runs() };
}

/** The number of a run and the word that follows it: each map gives out its own. */
function internRun(table: RunTable, run: number, word: number): number {
  const share = (run + word) % SHARES;
  return intern(table[share] ?? new Map(), run * KEY_BASE + word) * SHARES + share;
}

export function shingleWords(words: readonly string[], tables: ShingleTables): Shingles {
  const ids = words.map((word) => intern(tables.words, word));
  const pairs = ids.slice(1).map((id, i) => internRun(tables.pairs, ids[i] ?? 0, id));
  const order = ids.slice(2).map((id, i) => internRun(tables.triples, pairs[i] ?? 0, id));
  return { order: Int32Array.from(order), triples: Int32Array.from(new Set(order)).sort() };
}

/**
 * How far the shared runs of a text stand in clumps: their mean length over the one that changes of single words,
 * strewn evenly, would leave. Around 1 in a noisy copy; 1.6 and more where two texts share quotations, since
 * these stand whole among words of its own.
 */
export function clumping(text: Shingles, other: Shingles): number {
  const known = new Set(other.triples);
  const shared = Array.from(text.order, (id) => known.has(id));
  const hits = shared.filter(Boolean).length;
  const runs = shared.filter((hit, i) => hit && shared[i - 1] !== true).length;
  const wordKept = Math.cbrt(hits / Math.max(1, shared.length));
  return runs === 0 ? 0 : (hits / runs) * (1 - wordKept);
}
