import { type Columns, columnOf, columnsOf, joinColumns, type Rows } from './columns.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Cues, cuesOf } from './cues.ts';
import { evaluate, type Forest } from './forest.ts';
import { type Hidden, type ModelSentence, type Outline, outline } from './outline.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import type { WordTables } from './tables.ts';
import { closeness, sentenceVectors, type Vector } from './vectors.ts';
import { chancesOf, type Pairs, pairRows, type WordContext, wordRows } from './word-model.ts';

/** What the first stages need: the tables, and the forests of words and pairs. */
export type WordModels = { tables: WordTables; words: Forest; pairs: Forest };

/** What is known of an article before any model speaks. */
export type Known = {
  outline: Outline;
  vectors: Vector[];
  cues: Columns<keyof Cues>;
  features: SentenceFeatures;
  context: WordContext;
};

/** An article as the models of words have read it. */
export type Words = Known & {
  wordNames: readonly string[];
  /** Probability of each word, and of each pair of neighbours, to stand in an editor's highlights. */
  chances: Float64Array;
  pairs: Pairs;
  pairChances: Float64Array;
  coverage: Coverage;
  /** One row a sentence: its features, its cues, its coverage. */
  rows: Rows;
};

export type Reading = Words & {
  /** Log-odds of each sentence to belong to a good summary. */
  margins: Float64Array;
};

export function readOutline(sentences: readonly ModelSentence[], hidden: Hidden, tables: WordTables): Known {
  const o = outline(sentences, hidden, tables);
  const vectors = sentenceVectors(o);
  const close = closeness(o, vectors);
  const cues = sentences.map((s) => cuesOf(s.text, s.tokens));
  const features = sentenceFeatures(o, close, cues);
  const context = {
    close,
    quoted: columnOf(cues.length, (i) => cues[i]?.quoted ?? 0),
    opens: features.opensParagraph,
  };
  return { outline: o, vectors, cues: columnsOf(cues), features, context };
}

/** Everything but the judgement of sentences. */
export function readWords(sentences: readonly ModelSentence[], hidden: Hidden, models: WordModels): Words {
  const { tables } = models;
  const known = readOutline(sentences, hidden, tables);
  const { outline: o, cues, features, context } = known;
  const words = wordRows(o, context, tables);
  const chances = chancesOf(models.words, words);
  const pairs = pairRows(o, chances, context.close, tables);
  const pairChances = chancesOf(models.pairs, pairs.rows);
  const coverage = coverageOf(o, chances, pairs, pairChances, tables);
  const rows = joinColumns(sentences.length, features, cues, coverage);
  return { ...known, wordNames: words.names, chances, pairs, pairChances, coverage, rows };
}

export function judgeSentences(words: Words, forest: Forest): Reading {
  return { ...words, margins: evaluate(forest, words.rows) };
}
