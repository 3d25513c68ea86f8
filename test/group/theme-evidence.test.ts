import { describe, expect, test } from 'vitest';
import { evidenceFor, sumCounts, tellingScores } from '../../src/group/theme-evidence.ts';
import type { ThemeDocument } from '../../src/group/theme-model.ts';
import { toVector } from '../../src/text/vectors.ts';

const model = {
  shares: [],
  counts: [Float64Array.from([900, 100, 0]), Float64Array.from([0, 100, 900])],
};
const totals = sumCounts(model, 3);
const document = (term: number, weight: number): ThemeDocument => ({
  terms: toVector(new Map([[term, 2]])),
  length: 2,
  weight,
  fixed: null,
  start: new Float64Array(2),
});
const evidence = (term: number, theme: number, weight = 0) =>
  evidenceFor(
    document(term, weight),
    weight,
    model.counts[theme] ?? new Float64Array(),
    totals.themes[theme] ?? 0,
    totals,
  );

test('counts are added up', () => {
  expect([...totals.terms]).toEqual([900, 200, 900]);
  expect([totals.themes, totals.all]).toEqual([[1000, 1000], 2000]);
});

describe('evidence', () => {
  test('is positive for words of the theme, negative for those of another, nil for those of all', () => {
    expect(evidence(0, 0)).toBeGreaterThan(0.3);
    expect(evidence(0, 1)).toBeLessThan(-0.3);
    expect(evidence(1, 0)).toBe(0);
  });
  test('leaves out what the article itself taught', () => {
    const alone = { shares: [], counts: [Float64Array.from([2, 500]), Float64Array.from([0, 500])] };
    const sums = sumCounts(alone, 2);
    expect(
      evidenceFor(document(0, 1), 1, alone.counts[0] ?? new Float64Array(), sums.themes[0] ?? 0, sums),
    ).toBe(0);
  });
});

describe('a telling score', () => {
  const of = (count: number, total: number) => ({ counts: Float64Array.of(count), total });
  const tellingScore = (...tallies: Parameters<typeof tellingScores>) => tellingScores(...tallies)[0] ?? 0;
  test('grows with the count, not only with the ratio', () => {
    const often = tellingScore(of(50, 1000), of(5, 1000), of(55, 2000));
    const once = tellingScore(of(1, 1000), of(0, 1000), of(1, 2000));
    expect(often).toBeGreaterThan(once);
    expect(once).toBeGreaterThan(0);
  });
  test('is nil for a word that nobody else has', () => {
    expect(tellingScore(of(0, 1000), of(0, 1000), of(0, 2000))).toBe(0);
    expect(tellingScore(of(0, 0), of(0, 0), of(0, 0))).toBe(0);
  });
});
