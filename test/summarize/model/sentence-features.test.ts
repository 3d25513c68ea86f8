import { describe, expect, test } from 'vitest';
import { cuesOf } from '../../../src/summarize/model/cues.ts';
import type { Hidden } from '../../../src/summarize/model/outline.ts';
import { sentenceFeatures } from '../../../src/summarize/model/sentence-features.ts';
import { closeness, sentenceVectors } from '../../../src/summarize/model/vectors.ts';
import { harbour, outlineOf, seen } from './fixture.ts';

function features(hidden: Hidden = seen) {
  const o = outlineOf(harbour, hidden);
  const cues = harbour.map((s) => cuesOf(s.text, s.tokens));
  return sentenceFeatures(o, closeness(o, sentenceVectors(o)), cues);
}

describe('sentence features', () => {
  const all = features();
  test('place, paragraph and length', () => {
    expect([...all.index]).toEqual([0, 1, 2, 3]);
    expect([...all.paragraph]).toEqual([0, 1, 1, 2]);
    expect([...all.opensParagraph]).toEqual([1, 1, 0, 1]);
    expect([...all.isLast]).toEqual([0, 0, 0, 1]);
    expect([...all.length]).toEqual(harbour.map((s) => s.tokens.length));
  });
  test('what a sentence says first, and what later ones repeat', () => {
    expect(all.introduced[0]).toBe(1);
    expect(all.introduced[1]).toBeLessThan(1);
    expect(all.recurring[0]).toBeGreaterThan(all.recurring[2] ?? 1);
    expect(all.recurring[3]).toBe(0);
  });
  test('names', () => {
    expect(all.entityCount[0]).toBeGreaterThan(0);
    expect(all.entityCount[3]).toBe(0);
  });
  test('every value is a number', () => {
    for (const column of Object.values(all)) for (const value of column) expect(value).not.toBeNaN();
  });
  test('what is hidden is unknown, the rest stays', () => {
    const half = features({ paragraphs: true, capitals: true });
    const unknown = Object.entries(half)
      .filter(([, column]) => column.every(Number.isNaN))
      .map(([name]) => name);
    expect(unknown.filter((name) => /paragraph/iu.test(name))).toHaveLength(7);
    expect(unknown.filter((name) => !/paragraph/iu.test(name))).toEqual([
      'capitals',
      'entityCount',
      'entityFrequency',
      'entityNew',
      'entityTop',
    ]);
    expect(half.index[0]).toBe(0);
  });
});
