import { expect, test } from 'vitest';
import { findArticle } from '../../../src/ingest/html/article.ts';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { harbourPage, open, prose } from './pages.ts';

test('the element of the article is found, its text nodes still placed', () => {
  const { tree, page } = open(harbourPage);
  const found = findArticle(makeDocument(tree, page.places));
  expect(found?.textContent).toContain(prose(1903));
  expect(found?.textContent).not.toContain('Weather');
});

test('an empty page has none', () => {
  const { tree, page } = open('');
  expect(findArticle(makeDocument(tree, page.places))).toBeNull();
});
