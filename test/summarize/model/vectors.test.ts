import { describe, expect, test } from 'vitest';
import { closeness, dotSparse, sentenceVectors } from '../../../src/summarize/model/vectors.ts';
import { outlineOf, sentencesOf } from './fixture.ts';

const text = [
  'The council froze harbour rents.',
  'Harbour rents froze the council.',
  'Gulls circled over a grey pier.',
  'Of the and to in.',
];
const o = outlineOf(sentencesOf([text]));
const vectors = sentenceVectors(o);
const close = closeness(o, vectors);

describe('sentence vectors', () => {
  test('have length 1, or 0 when all words are stop words', () => {
    const lengths = vectors.map(
      ({ weights }) => Math.round(1e9 * weights.reduce((s, w) => s + w * w, 0)) / 1e9,
    );
    expect(lengths).toEqual([1, 1, 1, 0]);
  });
  test('the same words in another order are the same', () => {
    const [a, b, c] = vectors;
    if (!a || !b || !c) throw new Error('three');
    expect(dotSparse(a, b)).toBeCloseTo(1, 9);
    expect(dotSparse(a, c)).toBe(0);
  });
});

describe('closeness', () => {
  test('sums of vectors give what every pair would', () => {
    const n = vectors.length;
    const at = (i: number) => vectors[i] ?? { ids: new Int32Array(), weights: new Float64Array() };
    const pair = (i: number, j: number): number => dotSparse(at(i), at(j));
    for (let i = 0; i < n; i += 1) {
      let [forward, backward] = [0, 0];
      for (let j = 0; j < n; j += 1) {
        if (j > i) forward += pair(i, j) / n;
        if (j < i) backward += pair(i, j) / n;
      }
      expect(close.forward[i]).toBeCloseTo(forward, 9);
      expect(close.backward[i]).toBeCloseTo(backward, 9);
    }
  });
  test('what the article is about is close to it, an aside is not', () => {
    expect(close.whole[0]).toBeGreaterThan(close.whole[2] ?? 1);
    expect(close.rest[2]).toBeCloseTo(0, 9);
    expect([close.lead[0], close.lead[2]]).toEqual([1, 0]);
    expect(close.lead[1]).toBeCloseTo(1, 9);
  });
  test('neighbours', () => {
    expect(close.before[0]).toBe(0);
    expect(close.before[1]).toBeCloseTo(1, 9);
    expect(close.after[0]).toBeCloseTo(1, 9);
    expect(close.after.at(-1)).toBe(0);
  });
});
