import { describe, expect, test } from 'vitest';
import { findStatedDate, parseStatedDate } from '../../../src/text/dates/stated.ts';
import { readCases } from './cases.ts';

describe('dates that a field or line states', () => {
  test.each(readCases(new URL('stated.cases.txt', import.meta.url)))('$input', ({ input, expected }) => {
    const stated = parseStatedDate(input);
    const instant = stated?.instant ? ` at ${stated.instant}` : '';
    expect(stated ? stated.value + instant : 'none').toBe(expected);
  });

  test('the language tells the order of day and month', () => {
    expect(parseStatedDate('03/04/2026', 'fr')).toEqual({ value: '2026-04-03', precision: 'day' });
    expect(parseStatedDate('03/04/2026', 'en')).toEqual({ value: '2026', precision: 'year' });
  });

  test('a line without a year still gives its place', () => {
    expect(findStatedDate('Posted 14 May')).toMatchObject({ start: 7, end: 13, month: 5, day: 14 });
  });
});
