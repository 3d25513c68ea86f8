import {
  IDF_STEP,
  PRIOR_LOWEST,
  PRIOR_STEP,
  SLOTS,
  slotOf,
  type WordTables,
} from '../../../src/summarize/model/tables.ts';
import { stem, tokenize } from '../../../src/text/tokens.ts';
import type { Document } from './documents.ts';

/** So many parts of the documents take turns in not being counted: a model must not see its own answers. */
const FOLDS = 4;

/** Articles that a slot counts for before its own are seen. */
const SMOOTHING = 20;

export type TrainingTables = {
  /** From all documents: what ships. */
  full: WordTables;
  /** For the n-th document: from all but those of its fold. */
  without: (n: number) => WordTables;
};

/** The stems of a document's sentences in the order in which they first occur: the numbers of its words. */
export function stemsOf({ sentences }: Document): string[] {
  return [...new Set(sentences.flatMap((s) => s.tokens.map(stemOf)))];
}

/** The stems of each of its editors' highlights, in order. */
export function summaryStems({ summary }: Document): string[][] {
  return summary.map((text) => tokenize(text, 'en').map((token) => stemOf(token.text)));
}

const known = new Map<string, string>();

function stemOf(token: string): string {
  const found = known.get(token) ?? stem(token, 'en');
  known.set(token, found);
  return found;
}

/** Counts in how many documents each slot occurs, and in how many of those an editor repeated it. */
export function makeTables(documents: readonly Document[]): TrainingTables {
  const make = (): Float64Array[] => Array.from({ length: FOLDS }, () => new Float64Array(SLOTS));
  const [have, repeat] = [make(), make()];
  for (const [n, document] of documents.entries()) {
    const repeated = new Set(summaryStems(document).flat());
    for (const word of stemsOf(document)) {
      const slot = slotOf(word);
      increase(have[n % FOLDS], slot);
      if (repeated.has(word)) increase(repeat[n % FOLDS], slot);
    }
  }
  const idf = idfOf(sumFolds(have, null), documents.length);
  const table = (left: number | null): WordTables => ({
    idf,
    prior: priorOf(sumFolds(have, left), sumFolds(repeat, left)),
  });
  const folds = Array.from({ length: FOLDS }, (_, fold) => table(fold));
  const full = table(null);
  return { full, without: (n) => folds[n % FOLDS] ?? full };
}

function increase(table: Float64Array | undefined, slot: number): void {
  if (table) table[slot] = (table[slot] ?? 0) + 1;
}

function sumFolds(tables: readonly Float64Array[], left: number | null): Float64Array {
  const kept = tables.filter((_, fold) => fold !== left);
  return Float64Array.from({ length: SLOTS }, (_, slot) => kept.reduce((sum, t) => sum + (t[slot] ?? 0), 0));
}

function idfOf(have: Float64Array, documents: number): Uint8Array {
  const value = (n: number): number => Math.min(12, Math.max(0, Math.log((documents + 1) / (n + 0.5))));
  return Uint8Array.from(have, (n) => Math.round(value(n) / IDF_STEP));
}

function priorOf(have: Float64Array, repeat: Float64Array): Uint8Array {
  const total = (table: Float64Array): number => table.reduce((a, b) => a + b, 0);
  const mean = total(repeat) / total(have);
  return Uint8Array.from(have, (n, slot) => {
    const share = ((repeat[slot] ?? 0) + SMOOTHING * mean) / (n + SMOOTHING);
    const logOdds = Math.min(2, Math.max(PRIOR_LOWEST, Math.log(share / (1 - share))));
    return Math.round((logOdds - PRIOR_LOWEST) / PRIOR_STEP);
  });
}
