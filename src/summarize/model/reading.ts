import { type Coverage, coverageOf } from './coverage.ts';
import { type Cues, cuesOf } from './cues.ts';
import { evaluate, type Forest, makeRows, type Rows } from './forest.ts';
import { type Hidden, type ModelSentence, type Outline, outline } from './outline.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import type { WordTables } from './tables.ts';
import { closeness, sentenceVectors } from './vectors.ts';
import { chancesOf, type Pairs, pairRows, wordRows } from './word-model.ts';

/** What the first stages need: the tables, and the forests of words and pairs. */
export type WordModels = { tables: WordTables; words: Forest; pairs: Forest };

/** An article as the models have read it. */
export type Words = {
  outline: Outline;
  vectors: ReturnType<typeof sentenceVectors>;
  features: SentenceFeatures[];
  cues: Cues[];
  coverage: Coverage[];
  chances: Float64Array;
  pairs: Pairs;
  pairChances: Float64Array;
  /** One row a sentence, in the order of `sentenceColumns`. */
  rows: Rows;
};

export type Reading = Words & {
  /** Log-odds of each sentence to belong to a good summary. */
  margins: Float64Array;
};

/** Everything but the judgement of sentences. */
export function readWords(sentences: readonly ModelSentence[], hidden: Hidden, models: WordModels): Words {
  const { tables } = models;
  const o = outline(sentences, hidden, tables);
  const vectors = sentenceVectors(o);
  const close = closeness(o, vectors);
  const cues = sentences.map((s) => cuesOf(s.text, s.tokens));
  const features = sentenceFeatures(o, close, cues);
  const context = { close, quoted: cues.map((c) => c.quoted), opens: features.map((f) => f.opensParagraph) };
  const chances = chancesOf(models.words, wordRows(o, context, tables));
  const pairs = pairRows(o, chances, close, tables);
  const pairChances = chancesOf(models.pairs, pairs.rows);
  const coverage = coverageOf(o, chances, pairs, pairChances, tables);
  const rowOf = (i: number): number[] =>
    [features[i], cues[i], coverage[i]].flatMap((own) => Object.values(own ?? {}));
  const rows = makeRows(sentences.length, rowOf(0).length, rowOf);
  return { outline: o, vectors, features, cues, coverage, chances, pairs, pairChances, rows };
}

export function judgeSentences(words: Words, forest: Forest): Reading {
  return { ...words, margins: evaluate(forest, words.rows) };
}
