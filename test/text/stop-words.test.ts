import { describe, expect, test } from 'vitest';
import { hasStopWords, stopWords } from '../../src/text/stop-words.ts';
import { tokenize } from '../../src/text/tokens.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'ru', 'nl', 'pt', 'zh', 'ja'];

describe('stop words', () => {
  test.each(languages)('%s: a list, lower-case, each a word', (language) => {
    const words = [...stopWords(language)];
    expect(hasStopWords(language)).toBe(true);
    expect(words.length).toBeGreaterThan(90);
    expect(words.filter((word) => word === '' || word !== word.toLowerCase())).toEqual([]);
  });

  // A word that the tokenizer never gives would never be stopped.
  test.each(languages.filter((language) => !['zh', 'ja'].includes(language)))(
    '%s: as the tokenizer gives them',
    (language) => {
      const lost = [...stopWords(language)].filter((word) => tokenize(word, language)[0]?.text !== word);
      expect(lost).toEqual([]);
    },
  );

  test('other languages have none', () => {
    expect(hasStopWords('xx')).toBe(false);
    expect(stopWords('xx').size).toBe(0);
    expect(stopWords('constructor').size).toBe(0);
  });
});
