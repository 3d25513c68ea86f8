import { describe, expect, test } from 'vitest';
import { longLabel, previousKey, rowsOfYear, shortLabel, spanOfKey } from '../../src/preview/calendar.ts';

describe('periods of a calendar', () => {
  test.each([
    ['2026-05', '2026-04', 'month', 'May', 'May 2026'],
    ['2026-01', '2025-12', 'month', 'January', 'January 2026'],
    ['2026-Q3', '2026-Q2', 'quarter', 'Q3', 'Q3 2026'],
    ['2026-Q1', '2025-Q4', 'quarter', 'Q1', 'Q1 2026'],
    ['2026-W20', '2026-W19', 'week', 'Week 20', 'Week 20, 2026'],
    ['2026-W01', '2025-W52', 'week', 'Week 1', 'Week 1, 2026'],
    ['2021-W01', '2020-W53', 'week', 'Week 1', 'Week 1, 2021'],
    ['2024-03-01', '2024-02-29', 'day', '1 March', '1 March 2024'],
    ['2026-01-01', '2025-12-31', 'day', '1 January', '1 January 2026'],
  ])('%s', (key, previous, span, short, long) => {
    expect([previousKey(key), spanOfKey(key), shortLabel(key), longLabel(key)]).toEqual([
      previous,
      span,
      short,
      long,
    ]);
  });

  test('rows of a year', () => {
    expect(rowsOfYear('2026', 'month')[0]?.keys.slice(-2)).toEqual(['2026-11', '2026-12']);
    expect(rowsOfYear('2026', 'quarter')).toEqual([
      { name: null, keys: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] },
    ]);
    expect(rowsOfYear('2020', 'week')[0]?.keys).toHaveLength(53);
    expect(rowsOfYear('2025', 'week')[0]?.keys).toHaveLength(52);
    const days = rowsOfYear('2024', 'day');
    expect(days.map(({ keys }) => keys.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([days[1]?.name, days[1]?.keys.at(-1)]).toEqual(['February', '2024-02-29']);
  });

  test('a walk back through a year of each kind meets every key of it', () => {
    for (const [last, span] of [
      ['2020-12', 'month'],
      ['2020-Q4', 'quarter'],
      ['2020-W53', 'week'],
      ['2020-12-31', 'day'],
    ] as const) {
      const keys = rowsOfYear('2020', span).flatMap((row) => row.keys);
      const walked = [last as string];
      while (walked.length < keys.length) walked.push(previousKey(walked.at(-1) ?? ''));
      expect(walked.reverse()).toEqual(keys);
    }
  });
});
