import { describe, expect, test } from 'vitest';
import { findWords, foldText, matches, parseQuery, searchArticles } from '../../src/preview/search.ts';
import { makeArticle, makeDate } from '../made-articles.ts';

const article = (id: string, title: string, body: string[], date?: string) =>
  makeArticle({
    id,
    title: { text: title, ranges: [{ start: 0, end: title.length }] },
    body,
    ...(date ? { date: makeDate(date) } : {}),
  }).article;

describe('a query', () => {
  test.each([
    ['Ferry bell', ['ferry', 'bell']],
    ['  “Low Reed”  ferry ', ['low reed', 'ferry']],
    ['"left open', ['left open']],
    ['Fournée fournée', ['fournee']],
    ['灯会', ['灯会']],
    ['""  "', []],
    ['a.*b (x) [', ['a.*b', '(x)', '[']],
  ])('%s', (text, words) => expect(parseQuery(text)).toEqual(words));
  test('is held to a length', () => expect(parseQuery('ab '.repeat(1000)).length).toBeLessThanOrEqual(16));
  test('accents and case fold', () => expect(foldText('ÉCOLE Ångström ﬁn')).toBe('ecole angstrom fin'));
});

describe('articles', () => {
  const articles = [
    article('body', 'A quiet week', ['The ferry came late. Nobody saw the bell.'], '2026-05-20'),
    article('old', 'The ferry bell', ['It was polished.'], '2026-04-01'),
    article('new', 'Ferry without a bell', ['It was stolen.'], '2026-05-01'),
    article('half', 'The ferry', ['A bell rang twice that night.'], '2026-05-30'),
    article('none', 'Bread', ['The oven was lit with reeds.']),
  ];
  test('all words must be there; those in titles first, newer before older', () => {
    const hits = searchArticles(articles, parseQuery('bell ferry'));
    expect(hits.map(({ article }) => article.id)).toEqual(['new', 'old', 'half', 'body']);
    expect(hits.map(({ inTitle }) => inTitle)).toEqual([true, true, false, false]);
  });
  test('a title that is the query is first', () => {
    expect(searchArticles(articles, parseQuery('the ferry bell'))[0]?.article.id).toBe('old');
  });
  test('sentences that hold most of the words, in their order', () => {
    const [hit] = searchArticles(articles, parseQuery('quiet bell ferry'));
    expect(hit?.sentences.map(({ text }) => text)).toEqual(['The ferry came late.', 'Nobody saw the bell.']);
  });
  test('a phrase is looked for as it stands', () => {
    expect(searchArticles(articles, parseQuery('"bell rang"')).map((h) => h.article.id)).toEqual(['half']);
    expect(searchArticles(articles, [])).toEqual([]);
  });
});

test('names', () => {
  expect(matches('pasted/Fournée du soir.txt', ['fournee', 'soir'])).toBe(true);
  expect(matches('pasted/x.txt', ['fournee'])).toBe(false);
  expect(matches('x', [])).toBe(false);
});

describe('words in a text', () => {
  const found = (text: string, ...query: string[]) =>
    findWords(text, query).map(({ start, end }) => text.slice(start, end));
  test('as they are written', () => {
    expect(found('La Fournée, la fournée', 'fournee')).toEqual(['Fournée', 'fournée']);
    expect(found('La Fourne\u0301e', 'fournee')).toEqual(['Fourne\u0301e']);
    expect(found('ﬁne ﬁsh 😀 fish', 'fis')).toEqual(['ﬁs', 'fis']);
  });
  test('words that overlap are one', () => expect(found('ferryman', 'ferry', 'ryman')).toEqual(['ferryman']));
  test('none', () => expect(found('ferry', 'bell')).toEqual([]));
});
