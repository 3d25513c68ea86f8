import { describe, expect, test } from 'vitest';
import { findDate, hasDate, isDateLine, isEmptyDateLabel, withoutDates } from '../../src/segment/dates.ts';

describe('date lines', () => {
  test.each([
    'May 2024',
    '3 May 2024',
    'Published on May 3, 2024 at 10:30 am',
    'Monday March 3, 2026 7:45 am PST by Ann Lee',
    'Stand: 03.05.2024, 14:20 Uhr',
    'Publié le 4 mai 2024 à 10h30',
    '3 мая 2024',
    '3 مايو 2024',
    '2024年5月12日 08:30',
    '2024-05-03',
    'Ann Lee - May 3, 2024',
  ])('%s', (t) => expect(isDateLine(t)).toBe(true));
  test.each([
    'On 3 May 2024 the bell was rung.',
    'China Bell updates of May 2024 for everyone',
    'You may ring 24 times',
    'Top 10 bells',
    'A bell',
  ])('not: %s', (t) => expect(isDateLine(t)).toBe(false));
});

test('words beside a date', () => {
  expect(hasDate('in early May')).toBe(false);
  expect(hasDate('on May 14')).toBe(true);
  expect(findDate('on May 14')).toEqual({ start: 3, end: 9 });
  expect(withoutDates('Ann Lee, 3 May 2024 10:30')).toBe('Ann Lee');
  expect(isEmptyDateLabel('Published')).toBe(true);
  expect(isEmptyDateLabel('Published by Ann')).toBe(false);
});
