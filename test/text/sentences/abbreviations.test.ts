import { describe, expect, test } from 'vitest';
import { listed, stopRules } from '../../../src/text/sentences/abbreviations.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'ru', 'nl', 'pt'];

describe('abbreviations', () => {
  test.each(languages)('%s: entries stand without their last full stop', (language) => {
    const { titles, numbered, mayEnd } = stopRules(language);
    const entries = [...titles, ...numbered, ...mayEnd];
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.filter((entry) => /\.$|\s/u.test(entry))).toEqual([]);
  });

  test.each(languages)('%s: what never ends a sentence is not what may', (language) => {
    const { titles, mayEnd } = stopRules(language);
    expect([...titles].filter((entry) => mayEnd.has(entry))).toEqual([]);
  });

  test('capitals are found, small letters are another word', () => {
    const { titles, mayEnd } = stopRules('en');
    expect(listed(titles, 'Mr')).toBe(true);
    expect(listed(titles, 'MR')).toBe(true);
    expect(listed(mayEnd, 'Sun')).toBe(true);
    expect(listed(mayEnd, 'sun')).toBe(false);
  });

  test('names are no beginnings', () => {
    expect(stopRules('en').starters.has('the')).toBe(true);
    expect(stopRules('en').starters.has('will')).toBe(false);
  });

  test('ordinals are known without a table', () => {
    expect(stopRules('cs').ordinals).toBe(true);
    expect(stopRules('en').ordinals).toBe(false);
    expect(stopRules('xx').titles.size).toBe(0);
  });
});
