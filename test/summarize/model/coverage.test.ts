import { expect, test } from 'vitest';
import { coverageOf } from '../../../src/summarize/model/coverage.ts';
import { closeness, sentenceVectors } from '../../../src/summarize/model/vectors.ts';
import { pairRows } from '../../../src/summarize/model/word-model.ts';
import { flatTables, outlineOf } from './fixture.ts';

const o = outlineOf();
const chances = new Float64Array(o.slot.length).fill(0.5);
const pairs = pairRows(o, chances, closeness(o, sentenceVectors(o)), flatTables);
const coverage = coverageOf(o, chances, pairs, new Float64Array(pairs.rows.count).fill(0.1), flatTables);

test('expected words are the sum of the chances of different words', () => {
  expect(coverage.map((c) => c.words)).toEqual(o.types.map((t) => t.length / 2));
  expect(coverage[0]?.pairs).toBeCloseTo((pairs.bySentence[0]?.length ?? 0) / 10, 9);
});
test('words that an earlier sentence had are not fresh', () => {
  expect(coverage[0]?.fresh).toBe(coverage[0]?.content);
  expect(coverage[1]?.fresh).toBeLessThan(coverage[1]?.content ?? 0);
});
test('the richest has rank 0; neighbours are known', () => {
  const best = coverage.findIndex((c) => c.rankWords === 0);
  expect(coverage[best]?.wordsF).toBe(Math.max(...coverage.map((c) => c.wordsF)));
  expect(coverage[1]?.wordsFBefore).toBe(coverage[0]?.wordsF);
  expect(coverage.at(-1)?.wordsFAfter).toBe(0);
});
