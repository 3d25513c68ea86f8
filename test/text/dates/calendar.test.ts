import { describe, expect, test } from 'vitest';
import { dayIn, isPossible, toDateValue, weekdayOf } from '../../../src/text/dates/calendar.ts';

describe('the calendar', () => {
  test.each([
    [{ year: 2024, month: 2, day: 29 }, true],
    [{ year: 2023, month: 2, day: 29 }, false],
    [{ year: 2100, month: 2, day: 29 }, false],
    [{ month: 2, day: 29 }, true],
    [{ month: 2, day: 30 }, false],
    [{ year: 1899 }, false],
    [{ year: 2101 }, false],
    [{ year: 2024, month: 13 }, false],
    [{ year: 2024, day: 3 }, false],
  ])('%j is possible: %s', (parts, expected) => expect(isPossible(parts)).toBe(expected));

  test('a value is as precise as what is known', () => {
    expect(toDateValue({ year: 2024, month: 5, day: 3 })).toEqual({ value: '2024-05-03', precision: 'day' });
    expect(toDateValue({ year: 2024, month: 5 })).toEqual({ value: '2024-05', precision: 'month' });
    expect(toDateValue({ year: 2024 })).toEqual({ value: '2024', precision: 'year' });
    expect(toDateValue({ month: 5, day: 3 })).toBeNull();
  });

  test('the day of a time depends on the zone that is asked for', () => {
    expect(dayIn('2026-05-31T23:30:00-05:00', 'America/Chicago')).toBe('2026-05-31');
    expect(dayIn('2026-05-31T23:30:00-05:00', 'Europe/Berlin')).toBe('2026-06-01');
    expect(dayIn('2026-05-31T23:30:00Z', 'Asia/Bangkok')).toBe('2026-06-01');
  });

  test('a time without offset, no time and an unknown zone are errors', () => {
    expect(() => dayIn('2026-05-31T23:30:00', 'UTC')).toThrow(RangeError);
    expect(() => dayIn('neverZ', 'UTC')).toThrow(RangeError);
    expect(() => dayIn('2026-05-31T23:30:00Z', 'Mars/Olympus')).toThrow(RangeError);
  });

  test('14 May 2024 was a Tuesday', () => expect(weekdayOf(2024, 5, 14)).toBe(2));
});
