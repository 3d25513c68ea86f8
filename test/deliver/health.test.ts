import { expect, test } from 'vitest';
import { type Health, isIll, noteResult } from '../../src/deliver/health.ts';

function after(...results: [wasTaken: boolean, times: number][]): Health {
  const all = results.flatMap(([wasTaken, times]) => Array.from({ length: times }, () => wasTaken));
  return all.reduce<Health>(noteResult, []);
}

test('a few faults say nothing, many do', () => {
  expect(isIll(after([false, 19]), 0.25)).toBe(false);
  expect(isIll(after([false, 20]), 0.25)).toBe(true);
  expect(isIll(after([true, 75], [false, 25]), 0.25)).toBe(false);
  expect(isIll(after([true, 74], [false, 26]), 0.25)).toBe(true);
});

test('only the last hundred count', () => {
  expect(isIll(after([false, 500], [true, 75]), 0.25)).toBe(false);
  expect(isIll(after([true, 5000], [false, 26]), 0.25)).toBe(true);
});

test('a share of 1 never stops', () => expect(isIll(after([false, 100]), 1)).toBe(false));
