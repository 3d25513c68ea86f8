import { describe, expect, test } from 'vitest';
import { createDice } from './dice.ts';
import { bCubed, bootstrap, macroF1, mean, share } from './scores.ts';

describe('B-cubed', () => {
  test('is 1 for the truth', () => {
    expect(bCubed([[0, 2], [1]], ['a', 'b', 'a'])).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
  test('is as Bagga & Baldwin (1998) reckon it: two of three clusters joined', () => {
    // Their figure: 1-5, 6-7, 8-12. Joining the two long ones leaves precision (10 * .5 + 2) / 12 = .583.
    const labels = [...'aaaaabbccccc'];
    const joined = bCubed(
      [
        [0, 1, 2, 3, 4, 7, 8, 9, 10, 11],
        [5, 6],
      ],
      labels,
    );
    expect(joined.precision).toBeCloseTo(7 / 12, 9);
    expect(joined.recall).toBeCloseTo(1, 9);
    const small = bCubed(
      [
        [0, 1, 2, 3, 4],
        [5, 6, 7, 8, 9, 10, 11],
      ],
      labels,
    );
    expect(small.precision).toBeCloseTo((5 + 2 * (2 / 7) + 5 * (5 / 7)) / 12, 9);
  });
  test('of singletons has recall 1 / size', () => {
    expect(bCubed([[0], [1], [2], [3]], ['a', 'a', 'a', 'a'])).toMatchObject({ precision: 1, recall: 0.25 });
  });
});

test('macro F1 is the mean over labels, not over rows', () => {
  const f1 = macroF1(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a']);
  expect(f1).toBeCloseTo(6 / 7 / 2, 9);
  expect(macroF1(['a', 'b'], ['a', 'b'])).toBe(1);
});

test('means and shares of nothing', () => {
  expect([mean([]), mean([1, 2]), share([], Boolean), share([1, 0], Boolean)]).toEqual([0, 1.5, 1, 0.5]);
});

describe('bootstrap', () => {
  test('holds the mean, and is narrow for equal values', () => {
    const [low, high] = bootstrap(
      Array.from({ length: 100 }, (_, i) => i % 10),
      createDice(1),
    );
    expect(low).toBeGreaterThan(3.5);
    expect(low).toBeLessThan(4.5);
    expect(high).toBeGreaterThan(4.5);
    expect(high).toBeLessThan(5.5);
    expect(bootstrap([2, 2, 2], createDice(1))).toEqual([2, 2]);
  });
  test('is the same for the same seed', () => {
    const values = [1, 5, 2, 8];
    expect(bootstrap(values, createDice(7))).toEqual(bootstrap(values, createDice(7)));
  });
});
