import { describe, expect, test } from 'vitest';
import { readFeedDate, statedDate } from '../../../src/ingest/feed/dates.ts';

describe('the time of a date', () => {
  test.each([
    ['Thu, 02 May 2024 10:00:00 GMT', '2024-05-02T10:00:00.000Z'],
    ['2 May 24 10:00 EST', '2024-05-02T15:00:00.000Z'],
    ['Thu, 02 May 2024 10:00:00 +0530', '2024-05-02T04:30:00.000Z'],
    ['Thursday, 2-May-1999 22:00 PDT', '1999-05-03T05:00:00.000Z'],
    ['Thu May  2 10:00:00 2024', '2024-05-02T10:00:00.000Z'],
    ['May 2, 2024 12:05 AM', '2024-05-02T00:05:00.000Z'],
    ['2024-05-02T10:00:00-05:00', '2024-05-02T15:00:00.000Z'],
    ['2024-05-02T10:00Z', '2024-05-02T10:00:00.000Z'],
    ['20240502', '2024-05-02T00:00:00.000Z'],
    ['2024-123', '2024-05-02T00:00:00.000Z'],
    ['2024-05', '2024-05-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['05 05 2024', null],
    ['Thu, 32 May 2024 10:00:00 GMT', null],
    ['2024-13-01', null],
    ['2024-01-45', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (text, time) => {
    expect(readFeedDate(text)).toBe(time);
  });
});

describe('the date for an article', () => {
  test.each([
    ['Thu, 02 May 2024 10:00:00 GMT', 'Thu, 02 May 2024 10:00:00 GMT'],
    ['2. Mai 2024', '2. Mai 2024'],
    ['2024-05', '2024-05'],
    ['02-May-24 10:00 UTC', '2024-05-02T10:00:00.000Z'],
    ['2024123', '2024-05-02'],
    ['soon', null],
  ])('%s', (text, stated) => {
    expect(statedDate(text)).toBe(stated);
  });
});
