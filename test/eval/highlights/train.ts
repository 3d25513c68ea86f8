/**
 * Trains the model of English highlights: `npm run train:highlights -- --data <folder> [--documents 16000]`. The
 * folder holds `train-cnn-0` to `-5` and `train-dm-lowercase` as `.jsonl.gz`, rows {id, article, summary[]}. Writes
 * `src/summarize/model/weights.json`; the same data gives the same bytes. No word is stored.
 *
 * Method: a model of which words and pairs of words editors repeat feeds a model of sentences, whose best are weighed as
 * whole sets. Each stage learns from what the one before it says of documents it has not seen. In some documents
 * paragraphs, or paragraphs and capitals, are hidden, because pasted texts have often lost them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate, type Forest } from '../../../src/summarize/model/forest.ts';
import { judgeSentences, readOutline, readWords } from '../../../src/summarize/model/reading.ts';
import { setRows, subsetsOf } from '../../../src/summarize/model/set-features.ts';
import { columnNames, type HighlightModel, packModel } from '../../../src/summarize/model/weights.ts';
import { chancesOf, pairRows, wordRows } from '../../../src/summarize/model/word-model.ts';
import { candidatesOf } from '../../../src/summarize/select.ts';
import { createDice } from '../dice.ts';
import { type Binned, type BoostOptions, boost } from './boost.ts';
import { createScorer, type Document, readRows, toDocument, toLowercaseDocument } from './documents.ts';
import { Matrix } from './matrix.ts';
import { membership } from './targets.ts';
import { makeTables, stemsOf, summaryStems, type TrainingTables } from './word-tables.ts';

const { values: given } = parseArgs({
  options: { data: { type: 'string' }, documents: { type: 'string' }, out: { type: 'string' } },
});
const data = given.data ?? '';
const wanted = Number(given.documents ?? 16_000);
const out = given.out ?? join(import.meta.dirname, '../../../src/summarize/model/weights.json');

/** Candidates whose sets the last forest learns from: wider than in use, so that it sees what to leave. */
const TRAINED = 8;

/** Documents that the word models learn from: more say nothing new. */
const WORD_DOCUMENTS = 5000;
const PAIR_DOCUMENTS = 4000;

const forWords: BoostOptions = {
  objective: 'logistic',
  rounds: 80,
  depth: 5,
  rate: 0.2,
  leastWeight: 20,
  lambda: 1,
  rowShare: 0.6,
  columnShare: 0.8,
  seed: 1,
};
const forPairs: BoostOptions = { ...forWords, rounds: 60 };
const forSentences: BoostOptions = {
  ...forWords,
  rounds: 320,
  depth: 6,
  rate: 0.1,
  leastWeight: 10,
  lambda: 2,
  columnShare: 0.5,
  seed: 2,
};
const forSets: BoostOptions = {
  ...forSentences,
  objective: 'squares',
  rounds: 500,
  rate: 0.03,
  leastWeight: 150,
  lambda: 5,
  rowShare: 0.5,
  seed: 3,
};

const began = performance.now();
function say(...words: (string | number)[]): void {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0)} s  ${words.join(' ')}\n`);
}

/** Of 100 documents 20 hide their paragraphs, 10 their capitals too; one in ten is lower-cased. */
function readDocuments(): Document[] {
  const rows = [0, 1, 2, 3, 4, 5].flatMap((k) => (k * 4000 < wanted ? readRows(data, `train-cnn-${k}`) : []));
  const dice = createDice(5);
  const documents = rows.slice(0, wanted).map((row): Document => {
    const document = toDocument(row);
    const luck = dice(100);
    if (luck >= 30) return document;
    return { ...document, hidden: { paragraphs: true, capitals: luck >= 20 } };
  });
  const lowered = readRows(data, 'train-dm-lowercase')
    .map(toLowercaseDocument)
    .slice(0, wanted / 10);
  const step = Math.floor(documents.length / Math.max(1, lowered.length)) + 1;
  for (const [i, document] of lowered.entries()) documents.splice(i * step, 0, document);
  return documents.filter((d) => d.sentences.length > 0);
}

function trainWords(documents: readonly Document[], tables: TrainingTables): Forest {
  const matrix = new Matrix();
  for (const [n, document] of documents.slice(0, WORD_DOCUMENTS).entries()) {
    const { outline, context } = readOutline(document.sentences, document.hidden, tables.without(n));
    const repeated = new Set(summaryStems(document).flat());
    const target = stemsOf(document).map((word) => (repeated.has(word) ? 1 : 0));
    matrix.add(wordRows(outline, context, tables.without(n)), target);
  }
  say('words:', matrix.rows, 'rows');
  return boost(matrix.bin(), matrix.target, forWords);
}

function trainPairs(documents: readonly Document[], tables: TrainingTables, words: Forest): Forest {
  const matrix = new Matrix();
  for (const [n, document] of documents.slice(0, PAIR_DOCUMENTS).entries()) {
    const own = tables.without(n);
    const { outline, context } = readOutline(document.sentences, document.hidden, own);
    const pairs = pairRows(outline, chancesOf(words, wordRows(outline, context, own)), context.close, own);
    const stems = stemsOf(document);
    const repeated = new Set(summaryStems(document).flatMap((s) => s.slice(1).map((w, i) => `${s[i]} ${w}`)));
    const target = Array.from(pairs.numbers.keys(), (key) => {
      const pair = `${stems[Math.floor(key / stems.length)]} ${stems[key % stems.length]}`;
      return repeated.has(pair) ? 1 : 0;
    });
    matrix.add(pairs.rows, target);
  }
  say('pairs:', matrix.rows, 'rows');
  return boost(matrix.bin(), matrix.target, forPairs);
}

/** The forest of sentences, and for each document one that was grown on the other half of them. */
type Halves = { forest: Forest; unseen: (n: number) => Forest };

function trainSentences(
  documents: readonly Document[],
  read: (n: number) => ReturnType<typeof readWords>,
  scorers: readonly ((set: readonly number[]) => number)[],
): Halves {
  const matrix = new Matrix();
  const middle = Math.floor(documents.length / 2);
  let half = 0;
  for (const [n, { sentences }] of documents.entries()) {
    if (n === middle) half = matrix.rows;
    matrix.add(read(n).rows, membership(sentences.length, scorers[n] ?? (() => 0)));
  }
  say('sentences:', matrix.rows, 'rows of', matrix.width);
  const binned = matrix.bin();
  const grow = (from: number, to: number): Forest =>
    boost(cut(binned, from, to), matrix.target.slice(from, to), forSentences);
  const [first, second] = [grow(half, matrix.rows), grow(0, half)];
  say('sentences: halves');
  return { forest: grow(0, matrix.rows), unseen: (n) => (n < middle ? first : second) };
}

function cut({ bins, cuts }: Binned, from: number, to: number): Binned {
  return { rows: to - from, bins: bins.map((column) => column.subarray(from, to)), cuts };
}

/** All sets of three of the candidates of each document, against their mean. */
function trainSets(
  documents: readonly Document[],
  read: (n: number) => ReturnType<typeof readWords>,
  scorers: readonly ((set: readonly number[]) => number)[],
  unseen: (n: number) => Forest,
): Forest {
  const matrix = new Matrix();
  for (const [n, { sentences }] of documents.entries()) {
    const reading = judgeSentences(read(n), unseen(n));
    const long = ({ first }: { first: number }): boolean => (sentences[first]?.tokens.length ?? 0) >= 5;
    const candidates = candidatesOf(reading.margins, long, 0, TRAINED);
    const sets = subsetsOf(candidates.length, Math.min(3, candidates.length))
      .map((set) => set.map((k) => candidates[k] ?? 0))
      .filter((set) => set.length > 0);
    const scores = sets.map((set) => scorers[n]?.(set) ?? 0);
    const mean = scores.reduce((a, b) => a + b, 0) / Math.max(1, scores.length);
    if (sets.length === 0) continue;
    const rows = setRows(reading, sets);
    matrix.add(
      rows,
      scores.map((score) => score - mean),
    );
  }
  if (matrix.rows === 0) throw new Error('no document has a sentence of five words');
  say('sets:', matrix.rows, 'rows of', matrix.width);
  return boost(matrix.bin(), matrix.target, forSets);
}

const documents = readDocuments();
say(documents.length, 'documents');
const tables = makeTables(documents);
const words = trainWords(documents, tables);
const pairs = trainPairs(documents, tables, words);
const read = (n: number): ReturnType<typeof readWords> => {
  const { sentences, hidden } = documents[n] ?? {
    sentences: [],
    hidden: { paragraphs: true, capitals: true },
  };
  return readWords(sentences, hidden, { tables: tables.without(n), words, pairs });
};
const scorers = documents.map(createScorer);
const { forest: sentences, unseen } = trainSentences(documents, read, scorers);
const sets = trainSets(documents, read, scorers, unseen);

const model: HighlightModel = { tables: tables.full, words, pairs, sentences, sets };
const first = read(0);
const columns = columnNames(judgeSentences(first, sentences));
const origin = `${documents.length} articles of CNN and Daily Mail with their editors' highlights (Hermann et al. 2015, split of See et al. 2017); no words are kept`;
writeFileSync(out, `${JSON.stringify(packModel(model, { origin, columns }), null, 2)}\n`);
say(
  'written; sets of the first document:',
  evaluate(sets, setRows(judgeSentences(first, sentences), [[0]])).join(),
);
