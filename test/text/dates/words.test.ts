import { describe, expect, test } from 'vitest';
import { findMonths, findNamedDays } from '../../../src/text/dates/words.ts';

describe('dates in words', () => {
  test('days come from chrono, with the day of the week and a stated offset', () => {
    expect(findNamedDays('Held on Tuesday, May 14, 2024 at 10:00 GMT', 'en')[0]).toMatchObject({
      text: 'Tuesday, May 14, 2024 at 10:00 GMT',
      weekday: 2,
      instant: '2024-05-14T10:00:00Z',
    });
  });

  test('what chrono counts from its reference is no date', () => {
    expect(findNamedDays('open for three weeks, maybe in 5 days; May it stay so', 'en')).toEqual([]);
  });

  test('many dates close together are all read', () => {
    const days = Array.from({ length: 28 }, (_, i) => `May ${i + 1}`);
    expect(findNamedDays(days.join('; '), 'en').map((m) => m.day)).toEqual(days.map((_, i) => i + 1));
  });

  test('a month alone wants a word before it', () => {
    expect(findMonths('in May', 'en')).toHaveLength(1);
    expect(findMonths('May I', 'en')).toEqual([]);
    expect(findMonths('in may', 'en')).toEqual([]);
    expect(findMonths('in May', 'xx')).toEqual([]);
  });
});
