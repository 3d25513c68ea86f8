import { expect, test } from 'vitest';
import { dateFormat } from '../../src/text/date-formats.ts';

test('a formatter is made once for each locale and options', () => {
  const long = dateFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  expect(dateFormat('en-GB', { month: 'long', timeZone: 'UTC' })).toBe(long);
  expect(long.format(new Date('2026-05-14T12:00:00Z'))).toBe('May');
  const day = new Date('2026-05-14T23:30:00Z');
  expect(dateFormat('en-GB', { day: 'numeric', timeZone: 'Asia/Tokyo' }).format(day)).toBe('15');
  expect(dateFormat('de', { month: 'long', timeZone: 'UTC' }).format(day)).toBe('Mai');
});
