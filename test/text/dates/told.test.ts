import { describe, expect, test } from 'vitest';
import {
  findEventMonth,
  findOwnDay,
  findPostMonth,
  findPresentYear,
  hasNewer,
  leadMonths,
  type TimedMention,
} from '../../../src/text/dates/told.ts';

function mention(parts: Partial<TimedMention>): TimedMention {
  const cited = { text: 'words', ranges: [{ start: 0, end: 5 }] };
  return {
    start: 0,
    end: 5,
    text: 'words',
    cited,
    tense: 'told',
    order: 1,
    begins: false,
    role: null,
    ...parts,
  };
}

const year2024 = { year: 2024, cited: { text: '2024', ranges: [] } };
const may14 = mention({ month: 5, day: 14 });

describe('which mention tells when a text was written', () => {
  test('a year named once alone is not yet the present one', () => {
    expect(findPresentYear([mention({ year: 2024 })])).toBeNull();
    expect(findPresentYear([mention({ year: 2024 }), mention({ year: 2024 })])?.year).toBe(2024);
    expect(findPresentYear([mention({ year: 2024, month: 2 })])?.year).toBe(2024);
    expect(findPresentYear([mention({ year: 2030, month: 2, tense: 'future' })])).toBeNull();
    expect(findPresentYear([mention({ year: 1921, month: 3 })])).toBeNull();
  });

  test('the latest day told in the lead gives the month, with the present year', () => {
    expect(findEventMonth([may14, mention({ month: 4, day: 2 })], year2024)?.parts).toEqual({
      year: 2024,
      month: 5,
    });
    expect(findEventMonth([may14], null)).toBeNull();
    expect(findEventMonth([{ ...may14, order: 7 }], year2024)).toBeNull();
    expect(findEventMonth([{ ...may14, tense: 'unclear' }], year2024)).toBeNull();
  });

  test('a span counts by its last day', () => {
    const span = mention({ month: 4, day: 30, until: { month: 5, day: 2 } });
    expect(findEventMonth([span], year2024)?.parts.month).toBe(5);
  });

  test('the day of the week must fit the year', () => {
    expect(findEventMonth([{ ...may14, weekday: 2 }], year2024)).not.toBeNull();
    expect(findEventMonth([{ ...may14, weekday: 3 }], year2024)).toBeNull();
  });

  test('a day with its year counts at the beginning only', () => {
    const full = mention({ year: 2024, month: 5, day: 14 });
    expect(findEventMonth([full], year2024)).toBeNull();
    expect(findEventMonth([{ ...full, begins: true }], year2024)?.parts.month).toBe(5);
  });

  test('a later month that is not ahead forbids', () => {
    expect(findEventMonth([may14, mention({ month: 6, tense: 'unclear' })], year2024)).toBeNull();
    expect(findEventMonth([may14, mention({ month: 6, tense: 'future' })], year2024)).not.toBeNull();
    expect(hasNewer([mention({ year: 2025 })], 2024, 5)).toBe(true);
  });

  test('posts give the month of the newest', () => {
    const post = (day: number) => mention({ year: 2024, month: 5, day, role: 'post' });
    expect(findPostMonth([post(3), post(14)])?.parts).toEqual({ year: 2024, month: 5 });
    expect(findPostMonth([post(3), mention({ year: 2025 })])).toBeNull();
  });

  test('a dateline without a year takes the present one', () => {
    const line = mention({ month: 5, day: 14, role: 'dateline' });
    const years = [mention({ year: 2024 }), mention({ year: 2024 })];
    expect(findOwnDay([line, ...years], 'dateline')?.parts).toEqual({ year: 2024, month: 5, day: 14 });
    expect(findOwnDay([line], 'dateline')).toBeNull();
    expect(findOwnDay([line, ...years], 'publication')).toBeNull();
  });

  test('months of the lead are listed once', () => {
    expect(leadMonths([may14, may14, mention({ month: 4, day: 1, order: 9 })])).toEqual([5]);
  });
});
