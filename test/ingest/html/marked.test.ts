import { expect, test } from 'vitest';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { findMarked } from '../../../src/ingest/html/marked.ts';
import { open, prose } from './pages.ts';

function marked(html: string): string | undefined {
  const { tree, page } = open(html);
  return findMarked(makeDocument(tree, page.places).body)?.textContent;
}

test.each(['class="entry-content"', 'class="x articleBody"', 'id="story_text"', 'itemprop="articleBody"'])(
  'a text marked by %s is found',
  (mark) => expect(marked(`<p>Menu</p><div ${mark}>${prose(1)}</div>`)).toBe(prose(1)),
);

test('microdata goes before names, the longest before others', () => {
  const [a, b] = [`<div class="post-body">${prose(1)}</div>`, `<div itemprop="articleBody">Short.</div>`];
  expect(marked(a + b)).toBe('Short.');
  expect(marked(`<div class="post-body">Short.</div>${a}`)).toBe(prose(1));
});

test('a page without marks has none', () => {
  expect(marked(`<div class="bodyguard">${prose(1)}</div>`)).toBeUndefined();
});
