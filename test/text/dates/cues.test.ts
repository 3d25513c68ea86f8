import { describe, expect, test } from 'vitest';
import { opensText, signsPost, statesPublication, tenseOf } from '../../../src/text/dates/cues.ts';
import { findDates } from '../../../src/text/dates/mentions.ts';
import { readCases } from './cases.ts';

function describeCues(language: string, text: string): string {
  const [mention] = findDates(text, language);
  if (!mention) return 'no date';
  const forms = [
    opensText(text, mention) && 'dateline',
    signsPost(text, mention) && 'post',
    statesPublication(text, mention) && 'publication',
  ];
  return [tenseOf(text, mention, language), ...forms].filter(Boolean).join(' ');
}

describe('what the words around a date say', () => {
  test.each(readCases(new URL('cues.cases.txt', import.meta.url)))('$input', ({ input, expected }) => {
    const [language = '', text = ''] = input.split(/: (.*)/su);
    expect(describeCues(language, text)).toBe(expected);
  });
});
