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
  expect([...coverage.words]).toEqual(o.types.map((t) => t.length / 2));
  expect(coverage.pairs[0]).toBeCloseTo((pairs.bySentence[0]?.length ?? 0) / 10, 9);
});
test('words that an earlier sentence had are not fresh', () => {
  expect(coverage.fresh[0]).toBe(coverage.content[0]);
  expect(coverage.fresh[1]).toBeLessThan(coverage.content[1] ?? 0);
});
test('the richest has rank 0; neighbours are known', () => {
  expect(coverage.wordsF[coverage.rankWords.indexOf(0)]).toBe(Math.max(...coverage.wordsF));
  expect(coverage.wordsFBefore[1]).toBe(coverage.wordsF[0]);
  expect(coverage.wordsFAfter.at(-1)).toBe(0);
});
