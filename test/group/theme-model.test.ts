import { describe, expect, test } from 'vitest';
import { learnThemes, type ThemeDocument, temper } from '../../src/group/theme-model.ts';
import { toVector } from '../../src/text/vectors.ts';

/** Terms 0 to 2 belong to the first theme, 3 to 5 to the second; 0 and 3 are seeds. */
function document(terms: number[], change: Partial<ThemeDocument> = {}): ThemeDocument {
  const start = Float64Array.from([terms.includes(0) ? 1 : 0, terms.includes(3) ? 1 : 0]);
  const counts = new Map(terms.map((term): [number, number] => [term, 1]));
  return { terms: toVector(counts), length: terms.length, weight: 1, fixed: null, start, ...change };
}

const seeds = [
  { term: 0, theme: 0 },
  { term: 3, theme: 1 },
];
const taught = [document([0, 1]), document([0, 1, 2]), document([3, 4]), document([3, 4, 5])];

describe('learning from seeds', () => {
  test('spreads to words beside them, and to articles without any', () => {
    const { shares } = learnThemes([...taught, document([1, 2]), document([4, 5])], seeds, 2, 6);
    expect(shares[4]?.[0]).toBeGreaterThan(0.8);
    expect(shares[5]?.[1]).toBeGreaterThan(0.8);
  });
  test('gives shares that add up to 1', () => {
    for (const shares of learnThemes([...taught, document([])], seeds, 2, 6).shares) {
      expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(1, 9);
    }
  });
  test("never moves an editor's word, and learns from it", () => {
    const pinned = document([0, 5], { fixed: 1, weight: 5 });
    const { shares, counts } = learnThemes([...taught, pinned], seeds, 2, 6);
    expect([...(shares[4] ?? [])]).toEqual([0, 1]);
    expect(counts[1]?.[5]).toBeGreaterThanOrEqual(5);
  });
  test('leaves out what must not teach', () => {
    const { counts } = learnThemes([document([0, 1]), document([0, 2], { weight: 0 })], seeds, 2, 6);
    expect(counts.map((row) => row[2])).toEqual([0, 0]);
  });
  test('is nothing without articles or themes', () => {
    expect(learnThemes([], [], 0, 0)).toEqual({ shares: [], counts: [] });
    expect(learnThemes([document([0])], [], 0, 6).shares.map((row) => row.length)).toEqual([0]);
  });
});

test('long articles speak with no more words than short ones', () => {
  expect(temper(3)).toBe(1);
  expect(temper(600) * 600).toBeCloseTo(temper(60) * 60, 9);
  expect(temper(0)).toBe(1);
});
