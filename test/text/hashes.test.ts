import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPair, hashText, numberShared } from '../../src/text/hashes.ts';

describe('numbers of words', () => {
  test('are whole, above 0 and below 2^53', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        for (const hash of [hashText(a), hashPair(hashText(a), hashText(b))]) {
          expect(Number.isSafeInteger(hash)).toBe(true);
          expect(hash).toBeGreaterThan(0);
        }
      }),
      { seed: 7 },
    );
  });
  test('a hundred thousand words, and their pairs, have each their own', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => hashText(`w${i}`));
    expect(new Set(words).size).toBe(words.length);
    const pairs = words.flatMap((word, i) => [
      hashPair(word, words[i + 1] ?? 0),
      hashPair(words[i + 1] ?? 0, word),
    ]);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
  test('low bits differ as much as high ones', () => {
    const slots = new Set(Array.from({ length: 1000 }, (_, i) => hashText(String(i)) % 65_536));
    expect(slots.size).toBeGreaterThan(980);
  });
});

describe('what stands in several lists', () => {
  const lists = (...all: number[][]) => all.map((list) => Float64Array.from(list));
  /** -1 for what is not shared. */
  const numbersOf = (...all: number[][]) => {
    const { shared } = numberShared(lists(...all));
    return all.map((list, l) =>
      list.map((_, place) => shared[l]?.numbers[shared[l].places.indexOf(place)] ?? -1),
    );
  };
  test('is numbered in the order in which it is first seen', () => {
    expect(numbersOf([9, 4, 7], [7, 5], [4, 9])).toEqual([
      [0, 1, 2],
      [2, -1],
      [1, 0],
    ]);
    expect(numberShared(lists([9, 4, 7], [7, 5], [4, 9])).count).toBe(3);
  });
  test('nothing is shared by one list, or by none', () => {
    expect(numbersOf([1, 2, 3])).toEqual([[-1, -1, -1]]);
    expect(numberShared([])).toEqual({ shared: [], count: 0 });
    expect(numbersOf([], [])).toEqual([[], []]);
  });
  test('numbers that only their high bits tell apart are not taken for one', () => {
    const high = 2 ** 40;
    expect(numbersOf([1, 1 + high], [1 + high, 1 + 2 * high])).toEqual([
      [-1, 0],
      [0, -1],
    ]);
  });
  test('is what a count of all of them says', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (all) => {
        const held = (n: number): number => all.filter((list) => list.includes(n)).length;
        const order = [...new Set(all.flat())].filter((n) => held(n) > 1);
        expect(numbersOf(...all)).toEqual(all.map((list) => list.map((n) => order.indexOf(n))));
      }),
      { seed: 7 },
    );
  });
});
