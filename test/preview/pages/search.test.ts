import { expect, test } from 'vitest';
import { searchPage } from '../../../src/preview/pages/search.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

const state = await buildState(files);
const find = (query: string | null) => String(searchPage(state, query).body);
const section = (query: string, id: string) =>
  find(query).split(`aria-labelledby="${id}"`)[1]?.split('</section>')[0] ?? '';

test('articles with their sentences, each a link to its place', () => {
  const articles = section('goat', 'articles');
  expect(articles).toContain('<a href="/source/ferry.md/#a1">');
  expect(articles).toMatch(/<a href="\/source\/ferry\.md\/#u\d+-\d+">[^<]*<mark>goat<\/mark>, two prams/u);
});

test('stories by their issue, files by their path', () => {
  expect(section('ferry sundays', 'stories')).toContain('<a href="/issues/2026-05/">');
  expect(section('mbox', 'files')).toContain('<a href="/source/wardens.mbox/">wardens.<mark>mbox</mark></a>');
  expect(find('ferry')).toMatch(/role="status">\d+ stor(?:y|ies), \d+ articles and 1 file\./u);
});

test('a place in a mailbox names its part', () => {
  expect(section('rapeseed', 'articles')).toMatch(/href="\/source\/wardens\.mbox\/#p2-u\d+-\d+"/u);
});

test('nothing, an empty query and an export say so', () => {
  expect(find('goat bakery mitten')).toContain('Nothing holds all these words.');
  expect(find('xyzzy')).toContain('Nothing holds this word.');
  expect(find('  ')).toContain('hold every word');
  expect(find(null)).toContain('digestif preview');
  expect(find(null)).not.toContain('<form');
});

test('a query is a text, wherever it is shown', () => {
  const page = searchPage(state, '"><script>alert(1)</script>');
  expect(String(page.body)).not.toContain('<script');
  expect(String(page.body)).toContain('value="&quot;&gt;&lt;script&gt;');
});

test('of many articles the first fifty, and how many more there are', () => {
  const [article] = state.digest.articles;
  if (!article) throw new Error('no article');
  const articles = Array.from({ length: 120 }, () => ({ ...article }));
  const markup = String(searchPage({ ...state, digest: { ...state.digest, articles } }, 'oven').body);
  expect(markup).toContain('120 articles');
  expect(markup).toContain('And 70 more');
});
