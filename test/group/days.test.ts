import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, daysBetween, daysOf } from '../../src/group/days.ts';

const between = (a: string, b: string) => daysBetween(daysOf(a), daysOf(b));

describe('days', () => {
  test('count from 1970', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dateOfDay(dayNumber(2024, 2, 29))).toBe('2024-02-29');
    expect(dateOfDay(dayNumber(2026, 13, 0))).toBe('2026-12-31');
  });
  test('a month and a year are spans', () => {
    expect(daysOf('2024-02')).toEqual({ first: dayNumber(2024, 2, 1), last: dayNumber(2024, 2, 29) });
    expect(daysOf('2026')).toEqual({ first: dayNumber(2026, 1, 1), last: dayNumber(2026, 12, 31) });
  });
  test.each(['', 'May 2026', '2026-5', '2026-13', '2026-00', '2026-02-30', '2026-05-14T10:00'])(
    '%j is no date',
    (text) => {
      expect(daysOf(text)).toBeNull();
    },
  );
});

describe('the days between', () => {
  test('two days', () => expect(between('2026-05-30', '2026-06-02')).toBe(3));
  test('a month and a day in it: none', () => expect(between('2026-05', '2026-05-31')).toBe(0));
  test('a month counts as its middle outside', () => expect(between('2026-05', '2026-06-05')).toBe(20));
  test('a year holds its months', () => expect(between('2026-03', '2026')).toBe(0));
  test('an unknown date is neutral', () => expect(daysBetween(null, daysOf('2026-05-01'))).toBe(0));
});
