import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePeriods,
  isPeriodKey,
  type Period,
  periodLabel,
  periodOf,
  periodStart,
} from '../../src/group/periods.ts';

const periods: Period[] = ['day', 'week', 'month', 'quarter'];

describe('the period of a date', () => {
  test.each<[string, Period, string | null]>([
    ['2026-05-14', 'day', '2026-05-14'],
    ['2026-05-14', 'week', '2026-W20'],
    ['2026-05-14', 'month', '2026-05'],
    ['2026-05-14', 'quarter', '2026-Q2'],
    ['2026-05', 'quarter', '2026-Q2'],
    ['2026-05', 'month', '2026-05'],
    ['2026-05', 'week', null],
    ['2026-02', 'day', null],
    ['2026', 'quarter', null],
    ['2026-02-30', 'month', null],
    ['soon', 'month', null],
    // The turn of the year: a week belongs to the year of its Thursday.
    ['2027-01-01', 'week', '2026-W53'],
    ['2024-12-30', 'week', '2025-W01'],
    ['2026-12-31', 'quarter', '2026-Q4'],
  ])('%s by %s is %s', (date, period, key) => expect(periodOf(date, period)).toBe(key));
});

describe('keys', () => {
  test.each<[string, Period]>([
    ['2026-05-14', 'day'],
    ['2026-W53', 'week'],
    ['2026-12', 'month'],
    ['2026-Q4', 'quarter'],
  ])('%s is a key of a %s', (key, period) => {
    expect(periods.filter((other) => isPeriodKey(key, other))).toEqual([period]);
  });
  test.each(['2026-W54', '2025-W53', '2026-W00', '2026-Q5', '2026-13', '2026-02-30', '', 'x'])(
    '%j is none',
    (key) => {
      expect(periods.some((period) => isPeriodKey(key, period))).toBe(false);
    },
  );
  test('every day falls in the period that its start names', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...periods), (day, period) => {
        const date = day.toISOString().slice(0, 10);
        const key = periodOf(date, period) ?? '';
        expect(isPeriodKey(key, period)).toBe(true);
        expect(periodOf(periodStart(key), period)).toBe(key);
        expect(periodStart(key) <= date).toBe(true);
      }),
      { seed: 11 },
    );
  });
  test('start on their first day', () => {
    expect(['2026-W20', '2026-05', '2026-Q2', '2026-05-14', '2026-W01'].map(periodStart)).toEqual([
      '2026-05-11',
      '2026-05-01',
      '2026-04-01',
      '2026-05-14',
      '2025-12-29',
    ]);
  });
  test('are compared by time', () => {
    expect(['2026-Q2', '2026-01', '2025-W52', '2026-05-14'].sort(comparePeriods)).toEqual([
      '2025-W52',
      '2026-01',
      '2026-Q2',
      '2026-05-14',
    ]);
  });
});

describe('labels', () => {
  test.each([
    ['2026-05', 'en', 'May 2026'],
    ['2026-05-14', 'en', '14 May 2026'],
    ['2026-05-14', 'en-US', 'May 14, 2026'],
    ['2026-W20', 'en', 'Week 20, 2026'],
    ['2026-W05', 'en', 'Week 5, 2026'],
    ['2026-Q2', 'en', 'Q2 2026'],
    ['2026-05', 'fr', 'mai 2026'],
    ['2026-Q2', 'fr', 'T2 2026'],
    ['2026-W20', 'de-AT', 'Woche 20, 2026'],
    ['2026-05', 'zh', '2026年5月'],
    ['2026-W20', 'fi', 'Week 20, 2026'],
    ['what', 'en', 'what'],
  ])('%s in %s is %s', (key, language, label) => expect(periodLabel(key, language)).toBe(label));
});
