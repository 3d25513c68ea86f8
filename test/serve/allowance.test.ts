import { expect, test } from 'vitest';
import { openAllowance } from '../../src/serve/allowance.ts';

test('so many in a time, each key for itself; a refusal costs nothing', () => {
  const spend = openAllowance({ count: 2, seconds: 10 });
  expect([spend('a', 0), spend('a', 4000), spend('a', 9999), spend('b', 9999)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([spend('a', 10_000), spend('a', 10_001)]).toEqual([true, false]);
  expect(spend('a', 14_000)).toBe(true);
});

test('memory is bounded: who was not heard of for longest is forgotten', () => {
  const spend = openAllowance({ count: 1, seconds: 10 });
  for (let i = 0; i < 20_001; i += 1) expect(spend(`${i}`, 0)).toBe(true);
  expect([spend('20000', 1), spend('1', 1), spend('0', 1)]).toEqual([false, false, true]);
});
