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
  const rows = features();
  test('place, paragraph and length', () => {
    expect(rows.map((r) => r.index)).toEqual([0, 1, 2, 3]);
    expect(rows.map((r) => r.paragraph)).toEqual([0, 1, 1, 2]);
    expect(rows.map((r) => r.opensParagraph)).toEqual([1, 1, 0, 1]);
    expect(rows.map((r) => r.isLast)).toEqual([0, 0, 0, 1]);
    expect(rows.map((r) => r.length)).toEqual(harbour.map((s) => s.tokens.length));
  });
  test('what a sentence says first, and what later ones repeat', () => {
    expect(rows[0]?.introduced).toBe(1);
    expect(rows[1]?.introduced).toBeLessThan(1);
    expect(rows[0]?.recurring).toBeGreaterThan(rows[2]?.recurring ?? 1);
    expect(rows[3]?.recurring).toBe(0);
  });
  test('names', () => {
    expect(rows[0]?.entityCount).toBeGreaterThan(0);
    expect(rows[3]?.entityCount).toBe(0);
  });
  test('every value is a number', () => {
    for (const row of rows) for (const value of Object.values(row)) expect(value).toBe(Number(value));
  });
  test('what is hidden is unknown, the rest stays', () => {
    const [row] = features({ paragraphs: true, capitals: true });
    const unknown = Object.entries(row ?? {})
      .filter(([, value]) => Number.isNaN(value))
      .map(([name]) => name);
    expect(unknown.filter((name) => /paragraph/iu.test(name))).toHaveLength(7);
    expect(unknown.filter((name) => !/paragraph/iu.test(name))).toEqual([
      'capitals',
      'entityCount',
      'entityFrequency',
      'entityNew',
      'entityTop',
    ]);
    expect(row?.index).toBe(0);
  });
});
