import { describe, expect, test } from 'vitest';
import { findCjk, findIso, findNumeric, toInstant } from '../../../src/text/dates/numbers.ts';

describe('dates in numbers', () => {
  test('ISO times keep their offset', () => {
    expect(findIso('at 2026-05-14T08:05Z.')[0]).toMatchObject({
      start: 3,
      day: 14,
      instant: '2026-05-14T08:05:00Z',
    });
    expect(findIso('2026-05-14T25:00Z')[0]).not.toHaveProperty('instant');
    expect(findIso('version 1.2026-05-14-3')).toEqual([]);
  });

  test('offsets are written one way, midnight UTC is no time', () => {
    expect(toInstant('2026-05-14', '08:00:00', '+0530')).toBe('2026-05-14T08:00:00+05:30');
    expect(toInstant('2026-05-14', '08:00:00', '+9900')).toBeNull();
    expect(toInstant('2026-05-14', '00:00:00', 'GMT')).toBeNull();
  });

  test('day and month by separator and language', () => {
    expect(findNumeric('03.04.2026', 'en')[0]).toMatchObject({ month: 4, day: 3 });
    expect(findNumeric('03/04/2026', 'it')[0]).toMatchObject({ month: 4, day: 3 });
    expect(findNumeric('03/04/2026', 'en')[0]).not.toHaveProperty('month');
    expect(findNumeric('13/13/2026', 'en')).toEqual([]);
  });

  test('a month alone is a length of time in Chinese', () => {
    expect(findCjk('历时3月')).toEqual([]);
    expect(findCjk('2024年3月份')[0]).toMatchObject({ year: 2024, month: 3, text: '2024年3月份' });
  });
});
