import { describe, expect, test } from 'vitest';
import { clumping, shingleWords } from '../../src/group/shingles.ts';

const shingle = (text: string) => shingleWords(text.split(' '));
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ');

describe('shingles', () => {
  test('the same three words have the same number everywhere', () => {
    const [a, b] = [shingle('one two three four'), shingle('zero one two three')];
    expect(a.order).toHaveLength(2);
    expect(b.order[1]).toBe(a.order[0]);
    expect(b.order[0]).not.toBe(a.order[1]);
  });
  test('each is listed once, ascending', () => {
    const { order, triples } = shingle('a b c a b c');
    expect(order).toHaveLength(4);
    expect([...triples]).toEqual([...new Set(order)].sort((x, y) => x - y));
  });
  test('no two runs have one number', () => {
    const words = Array.from({ length: 24 }, (_, k) => `w${k}`);
    const runs = words.flatMap((a) => words.flatMap((b) => words.map((c) => `${a} ${b} ${c}`)));
    const given = runs.map((run) => shingle(run).order[0]);
    expect(new Set(given).size).toBe(24 ** 3);
    expect(runs.map((run) => shingle(run).order[0])).toEqual(given);
  });
  test('fewer than three words have none', () => {
    expect(shingle('a b').order).toHaveLength(0);
  });
});

describe('clumping', () => {
  const text = numbers(0, 200);
  test('is about 1 where single words changed all over', () => {
    const changed = text
      .split(' ')
      .map((word, i) => (i % 7 === 3 || i % 11 === 5 ? `${word}x` : word))
      .join(' ');
    expect(clumping(shingle(changed), shingle(text))).toBeGreaterThan(0.6);
    expect(clumping(shingle(changed), shingle(text))).toBeLessThan(1.4);
  });
  test('is large where whole passages are shared', () => {
    const quoting = `${numbers(300, 370)} ${numbers(40, 90)} ${numbers(400, 460)}`;
    expect(clumping(shingle(quoting), shingle(text))).toBeGreaterThan(3);
  });
  test('is 0 where nothing is shared', () => {
    expect(clumping(shingle('x y z'), shingle(text))).toBe(0);
    expect(clumping(shingle(''), shingle(''))).toBe(0);
  });
});
