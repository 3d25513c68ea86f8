import { expect, test } from 'vitest';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { linkedLength, removeFurniture } from '../../../src/ingest/html/furniture.ts';
import { open, prose } from './pages.ts';

function left(html: string): string {
  const { tree, page } = open(`<p>${prose(1)}</p><p>${prose(2)}</p>${html}`);
  const { body } = makeDocument(tree, page.places);
  removeFurniture(body);
  return body.textContent.replace(prose(1), '').replace(prose(2), '').trim();
}

test.each([
  '<div class="share-bar">Send it</div>',
  '<div class="relatedPosts">A boat</div>',
  '<aside>Weather</aside>',
  '<div id="comments">I liked it</div>',
  '<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>',
])('%s goes', (html) => expect(left(html)).toBe(''));

test.each([
  ['<p>The <span class="share">share</span> fell.</p>', 'The share fell.'],
  ['<div class="shareholder">Text</div>', 'Text'],
  ['<ul><li>An item of <a href=1>text</a></ul>', 'An item of text'],
])('%s stays', (html, text) => expect(left(html)).toBe(text));

test('link text is measured', () => {
  const { tree, page } = open('<p>a <a href=x>bell</a></p>');
  expect(linkedLength(makeDocument(tree, page.places).body)).toBe(4);
});
