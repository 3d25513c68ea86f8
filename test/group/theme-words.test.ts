import { expect, test } from 'vitest';
import { readThemes } from '../../src/group/theme-reader.ts';
import { tellingWords } from '../../src/group/theme-words.ts';
import { readWords } from '../../src/group/words.ts';
import { draft, landArticles, landThemes } from './articles.ts';

const extra = draft({
  id: 'z',
  title: 'Boat 1907',
  text: 'Zanzibar sails, 1907 sails and sea birds of the harbour.',
});
const articles = [...landArticles(60), extra];
const reader = readThemes(
  articles.map((article) => ({ article, words: readWords(article), pinned: null })),
  landThemes,
);

test('seeds come first, then what other articles taught; no numbers, no word of this article alone', () => {
  const words = tellingWords([60], 0, 1, reader);
  expect(words.slice(0, 2).toSorted()).toEqual(['Boat', 'sea birds']);
  expect(words).toContain('sails');
  expect(words).toContain('harbour');
  expect(words.join(' ')).not.toMatch(/zanzibar|1907/iu);
  expect(words.length).toBeLessThanOrEqual(5);
});

test('without a runner-up words are held against the language at large', () => {
  expect(tellingWords([0], 0, null, reader)).toContain('boat');
});
