import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateParts } from '../../../src/text/dates/calendar.ts';
import { findDates } from '../../../src/text/dates/mentions.ts';
import { readCases } from './cases.ts';

const show = ({ year, month, day }: DateParts) =>
  [year, month, day].map((n) => (n === undefined ? '?' : String(n).padStart(2, '0'))).join('-');

function describeDates(language: string, text: string): string {
  const lines = findDates(text, language).map((m) => {
    const until = m.until ? ` to ${show(m.until)}` : '';
    return `${m.text} = ${show(m)}${until}${m.instant ? ` at ${m.instant}` : ''}`;
  });
  return lines.join('\n');
}

describe('dates in running text', () => {
  test.each(readCases(new URL('mentions.cases.txt', import.meta.url)))('$input', ({ input, expected }) => {
    const [language = '', text = ''] = input.split(/: (.*)/su);
    expect(describeDates(language, text)).toBe(expected);
  });

  const pieces = fc.constantFrom(
    ...[
      'May',
      'in',
      ' ',
      ', ',
      '14',
      '2024',
      '-',
      '/',
      '.',
      '2026-05-14',
      'T10:00Z',
      '年',
      '5月',
      'août',
      'th',
    ],
    ...['мая', 'early ', '31', 'Feb. ', '(', 'Tuesday', ' of ', '\n', '\u00a0', 'for three weeks', '😀'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 20 }).map((p) => p.join('')),
  );
  const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ru', 'zh', 'und', '__proto__');

  test('on any text: places lie in it, in order, apart, with real dates', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        let end = 0;
        for (const m of findDates(text, language)) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(m.start, m.end)).toBe(m.text);
          if (m.day !== undefined) expect(m.month).toBeDefined();
          if (m.year !== undefined) expect(m.text).toContain(String(m.year));
          end = m.end;
        }
      }),
      { seed: 20240514, numRuns: 2000 },
    );
  });

  test('a text of 2 MB that is one line of dates does not hang', () => {
    const text = 'On May 14, 2024, the council met; in March it had not. '.repeat(40_000);
    expect(findDates(text, 'en').length).toBeGreaterThan(4000);
  });
});
