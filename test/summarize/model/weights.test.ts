import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeSentences, readWords } from '../../../src/summarize/model/reading.ts';
import { SLOTS } from '../../../src/summarize/model/tables.ts';
import {
  columnNames,
  loadModel,
  type PackedModel,
  packModel,
  unpackModel,
} from '../../../src/summarize/model/weights.ts';
import { harbour, seen } from './fixture.ts';

const file = new URL('../../../src/summarize/model/weights.json', import.meta.url);
const packed = JSON.parse(readFileSync(file, 'utf8')) as PackedModel;
const model = await loadModel();

test('the file is small, says where it comes from and holds no text', () => {
  expect(statSync(file).size).toBeLessThan(400_000);
  expect(packed.origin).toMatch(/\d/u);
  expect(Object.keys(packed).sort()).toEqual([
    'columns',
    'idf',
    'origin',
    'pairs',
    'prior',
    'sentences',
    'sets',
    'words',
  ]);
});

test('it was trained on the columns that the code makes', () => {
  expect(packed.columns).toEqual(
    columnNames(judgeSentences(readWords(harbour, seen, model), model.sentences)),
  );
});

test('tables and forests are whole', () => {
  expect([model.tables.idf.length, model.tables.prior.length]).toEqual([SLOTS, SLOTS]);
  for (const { depth, columns, thresholds, leaves } of [
    model.words,
    model.pairs,
    model.sentences,
    model.sets,
  ]) {
    expect(columns.length).toBe(thresholds.length);
    expect(leaves.length).toBe((columns.length / depth) * 2 ** depth);
    expect([...thresholds, ...leaves].every(Number.isFinite)).toBe(true);
  }
});

test('packing what was unpacked gives the file again', () => {
  expect(packModel(unpackModel(packed), { origin: packed.origin, columns: packed.columns })).toEqual(packed);
});
