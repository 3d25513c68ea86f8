import { expect, test } from 'vitest';
import { nextTime, type Pace, paceOf, roomOf, take } from '../../src/deliver/pace.ts';

function pace(rate: string): Pace {
  return paceOf(rate) ?? { interval: Number.NaN, next: 0 };
}

test('rates are read, other text is not', () => {
  expect([pace('50/s'), pace('1000/min'), pace('20000/h')].map((p) => p.interval)).toEqual([20, 60, 180]);
  expect(paceOf(undefined)).toEqual({ interval: 0, next: 0 });
  for (const text of ['50', '50/d', '0/s', '-1/s', '1.5/s', 'fast']) expect(paceOf(text)).toBeNull();
});

test('without a rate there is always room', () => {
  const free = { interval: 0, next: 0 };
  expect(roomOf(free, 5)).toBe(Number.POSITIVE_INFINITY);
  expect(nextTime(take(free, 5), 5)).toBe(5);
});

test.each(['1/s', '50/s', '1000/s', '7/min', '100/h'])(
  '%s is kept over any span, but for a tenth of a second',
  (rate) => {
    let p = pace(rate);
    const times: number[] = [];
    // Whoever looks every 7 ms, and takes all there is.
    for (let now = 1e12; times.length < 400; now += Math.max(7, p.interval / 13)) {
      for (let room = roomOf(p, now); room > 0; room--) {
        expect(nextTime(p, now)).toBe(now);
        p = take(p, now);
        times.push(now);
      }
    }
    const allowed = (span: number): number => span / p.interval + 100 / p.interval + 1 + 1e-6;
    for (const [i, from] of times.entries()) {
      for (const j of [i + 1, i + 10, i + 100]) {
        const to = times[j];
        if (to !== undefined) expect(j - i).toBeLessThanOrEqual(allowed(to - from));
      }
    }
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(times.length).toBeGreaterThan(0.9 * (span / p.interval));
  },
);

test('who was idle may not catch up', () => {
  const p = take(take(pace('10/s'), 0), 0);
  expect(nextTime(p, 0)).toBe(100);
  expect(roomOf(p, 1e9)).toBe(2);
});
