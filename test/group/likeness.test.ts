import { describe, expect, test } from 'vitest';
import { createLikeness } from '../../src/group/likeness.ts';
import { dot, normalize, toVector } from '../../src/text/vectors.ts';

const vector = (...terms: number[]) => normalize(toVector(new Map(terms.map((term) => [term, 1]))));

/** Term 0 is in all of them, the others in pairs. */
const vectors = Array.from({ length: 40 }, (_, i) => vector(0, 1 + (i >> 1)));

describe('likeness', () => {
  test('is below the dot product by what chance gives', () => {
    const likeness = createLikeness(vectors);
    const [a, b, c] = [vectors[0], vectors[1], vectors[2]].map((v) => v ?? vector());
    expect(dot(a ?? vector(), c ?? vector())).toBeCloseTo(0.5, 9);
    // Each meets one other with 1 and 38 with .5: degree 20 of 800 in all.
    expect(likeness(0, 2)).toBeCloseTo((0.5 - ((40 / 50) * (20 * 20)) / 800) / 4, 9);
    expect(likeness(0, 1)).toBeCloseTo(((dot(a ?? vector(), b ?? vector()) - 0.4) * 2) / 5, 9);
  });
  test('counts chance for little where articles are few', () => {
    const likeness = createLikeness(vectors.slice(0, 2));
    // Chance would take all of it.
    expect(likeness(0, 1)).toBeGreaterThan(0.9 * 0.4);
  });
  test('is symmetric, and 0 for what shares nothing', () => {
    const likeness = createLikeness([vector(1, 2), vector(2), vector()]);
    expect(likeness(0, 1)).toBe(likeness(1, 0));
    expect([likeness(0, 2), likeness(2, 2), likeness(0, 9)]).toEqual([0, 0, 0]);
    expect(createLikeness([])(0, 1)).toBe(0);
  });
});
