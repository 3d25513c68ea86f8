import { expect, test } from 'vitest';
import { readThemes } from '../../src/group/theme-reader.ts';
import { readWords } from '../../src/group/words.ts';
import { draft, landArticles, landThemes } from './articles.ts';

const sources = landArticles(40).map((article) => ({ article, words: readWords(article), pinned: null }));

test('all articles are read together, and those without a seed find their theme', () => {
  const { model, keys, totals, corpus } = readThemes(sources, landThemes);
  expect(model.shares).toHaveLength(40);
  expect(keys).toHaveLength(totals.terms.length);
  model.shares.forEach((shares, d) => {
    expect((shares[0] ?? 0) > (shares[1] ?? 0)).toBe(d % 2 === 0);
  });
  expect(corpus.hits.some((hits) => hits.length === 0)).toBe(true);
});

test("an editor's article teaches its theme to others", () => {
  const pin = draft({ id: 'pin', text: 'Lanterns and drums filled the square.' });
  const like = draft({ id: 'like', text: 'Drums and lanterns again, more lanterns in the square.' });
  const added = [pin, like].map((article) => ({
    article,
    words: readWords(article),
    pinned: article.id === 'pin' ? 1 : null,
  }));
  const { model } = readThemes([...sources, ...added], landThemes);
  expect(model.shares.at(-1)?.[1]).toBeGreaterThan(0.9);
});
