import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText } from '../../src/text/ids.ts';
import {
  cosine,
  countValues,
  documentFrequencies,
  dot,
  intern,
  norm,
  normalize,
  roundScore,
  smoothIdf,
  toVector,
} from '../../src/text/vectors.ts';

const vector = (entries: Record<number, number>) =>
  toVector(new Map(Object.entries(entries).map(([id, weight]) => [Number(id), weight])));

const entries = fc.dictionary(fc.nat(30).map(String), fc.double({ min: -5, max: 5, noNaN: true }));

describe('numbers and text', () => {
  test('scores are rounded to a billionth, and zero has no sign', () => {
    expect(roundScore(0.1 + 0.2)).toBe(0.3);
    expect(Object.is(roundScore(-1e-12), 0)).toBe(true);
  });
  test('text is compared by code unit', () => {
    expect(['é', 'Z', 'a', 'z'].sort(compareText)).toEqual(['Z', 'a', 'z', 'é']);
    expect(compareText('a', 'a')).toBe(0);
  });
  test('keys are numbered in the order in which they come', () => {
    const table = new Map<string, number>();
    expect(['b', 'a', 'b'].map((key) => intern(table, key))).toEqual([0, 1, 0]);
  });
  test('values are counted', () => {
    expect([...countValues(['b', 'a', 'b'])]).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});

describe('sparse vectors', () => {
  test('are sorted by id', () => {
    const { ids, weights } = vector({ 12: 3, 2: 1 });
    expect([[...ids], [...weights]]).toEqual([
      [2, 12],
      [1, 3],
    ]);
  });
  test('multiply over the ids they share', () => {
    expect(dot(vector({ 1: 2, 3: 4, 9: 1 }), vector({ 3: 0.5, 8: 7, 9: 3 }))).toBe(5);
    expect(dot(vector({}), vector({ 1: 1 }))).toBe(0);
  });
  test('have a length', () => {
    expect(norm(vector({ 1: 3, 7: 4 }))).toBe(5);
    expect([...normalize(vector({ 1: 3, 7: 4 })).weights]).toEqual([0.6, 0.8]);
    expect(norm(normalize(vector({})))).toBe(0);
  });
  test('have a cosine between -1 and 1, whatever the order', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const [x, y] = [vector(a), vector(b)];
        expect(Math.abs(cosine(x, y))).toBeLessThanOrEqual(1 + 1e-9);
        expect(cosine(x, y)).toBe(cosine(y, x));
      }),
      { seed: 7 },
    );
  });
});

describe('TF-IDF', () => {
  test('frequencies count documents, not words', () => {
    expect([...documentFrequencies([vector({ 0: 5, 2: 1 }), vector({ 2: 2 })], 4)]).toEqual([1, 0, 2, 0]);
  });
  test('idf falls from rare to common and never below 1', () => {
    expect(smoothIdf(9, 9)).toBe(1);
    expect(smoothIdf(9, 1)).toBeGreaterThan(smoothIdf(9, 2));
  });
});
