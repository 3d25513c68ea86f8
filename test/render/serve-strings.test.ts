import { expect, test } from 'vitest';
import { type ServeStrings, serveStringsFor } from '../../src/render/serve-strings.ts';
import { type WordsLanguage, wordsLanguage } from '../../src/render/strings.ts';

const languages: WordsLanguage[] = ['en', 'de', 'fr'];

/** Every sentence, finished. */
function sentences(words: ServeStrings): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value !== 'function') return value;
    const make = value as (...given: unknown[]) => string;
    return [make(value === words.confirmHow ? 3 : 'The Letter', 'week')];
  });
}

test('every language says everything, and each in its own words', () => {
  const [english = [], ...others] = languages.map((language) => sentences(serveStringsFor(language)));
  expect(english.length).toBeGreaterThan(35);
  for (const other of others) {
    expect(other).toHaveLength(english.length);
    expect(other.filter((sentence) => sentence.trim() === '' || /undefined|NaN/u.test(sentence))).toEqual([]);
    expect(other.filter((sentence) => english.includes(sentence))).toEqual([]);
  }
});

test('what is agreed to names the letter and how often it comes', () => {
  for (const language of languages)
    expect(serveStringsFor(language).agree('The Reed Post', 'month')).toMatch(
      /The Reed Post.*(?:month|Monat|mois)/u,
    );
});

test('one day is not many', () => {
  expect(serveStringsFor('en').confirmHow(1)).toContain('1 day ');
  expect(serveStringsFor('de').confirmHow(7)).toContain('7 Tage ');
});

test('the language of the words is told', () => {
  expect(['en-GB', 'DE', 'fr-CA', 'ar', 'constructor'].map(wordsLanguage)).toEqual([
    'en',
    'de',
    'fr',
    'en',
    'en',
  ]);
});
