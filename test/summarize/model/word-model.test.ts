import { expect, test } from 'vitest';
import { cellOf, type Rows } from '../../../src/summarize/model/columns.ts';
import { closeness, sentenceVectors } from '../../../src/summarize/model/vectors.ts';
import {
  capitalRate,
  chancesOf,
  pairRows,
  priorOf,
  wordRows,
} from '../../../src/summarize/model/word-model.ts';
import { flatTables, harbour, outlineOf, seen } from './fixture.ts';

const o = outlineOf();
const close = closeness(o, sentenceVectors(o));
const rows = wordRows(o, { close, quoted: [0, 0, 1, 0], opens: [1, 1, 0, 1] }, flatTables);
const value = (rows: Rows, row: number, name: string): number => cellOf(rows, row, rows.names.indexOf(name));
const cell = (word: number, name: string): number => value(rows, word, name);
const reed = o.words[0]?.[harbour[0]?.tokens.indexOf('reed') ?? -1] ?? -1;

test('a row a word', () => {
  expect(rows.count).toBe(o.slot.length);
  expect(
    ['count', 'spread', 'inFirst', 'inNextTwo', 'capital', 'numeric', 'stop', 'quoted', 'sentences'].map(
      (name) => cell(reed, name),
    ),
  ).toEqual([2, 2, 1, 1, 1, 0, 0, 0, 4]);
  expect(cell(reed, 'types')).toBe(o.slot.length);
  expect(cell(reed, 'opensParagraph')).toBe(1);
});

test('a prior is read from its slot', () => expect(priorOf(flatTables, 0)).toBeCloseTo(-2, 9));

test('hidden capitals are unknown', () => {
  expect(capitalRate(outlineOf(harbour, { ...seen, capitals: true }), reed)).toBe(Number.NaN);
});

test('pairs of neighbours, each once, with the sentences that have them', () => {
  const chances = new Float64Array(o.slot.length).fill(0.25);
  const pairs = pairRows(o, chances, close, flatTables);
  const low = o.words[0]?.[harbour[0]?.tokens.indexOf('low') ?? -1] ?? -1;
  const pair = pairs.numbers.get(low * o.slot.length + reed);
  expect(pair).toBeDefined();
  expect(pairs.bySentence.map((own) => own.includes(pair ?? -1))).toEqual([true, true, false, false]);
  const at = (name: string): number => value(pairs.rows, pair ?? 0, name);
  expect([at('left'), at('both'), at('first'), at('leftCapital')]).toEqual([0.25, 0.0625, 0, 1]);
  expect(at('count')).toBeCloseTo(Math.log(3), 9);
});

test('chances are probabilities', () => {
  const forest = {
    depth: 1,
    base: 0,
    columns: Uint8Array.of(0),
    thresholds: Float32Array.of(1),
    leaves: Float32Array.of(-1, 1),
  };
  const chances = chancesOf(forest, rows);
  expect(chances[reed]).toBeCloseTo(1 / (1 + Math.exp(-1)), 9);
});
