import { expect, test } from 'vitest';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { prepareBody } from '../../../src/ingest/html/prepare.ts';
import { open, prose } from './pages.ts';

function left(html: string): string {
  const { tree, page } = open(html);
  const { body } = makeDocument(tree, page.places);
  prepareBody(body);
  return body.textContent.trim();
}

const text = `<p>${prose(1)}</p>`;

test.each([
  `<div id="comments">${prose(2).repeat(9)}</div>`,
  `<div class="x cookie-banner">${prose(2).repeat(9)}</div>`,
  `<div role="dialog">${prose(2)}</div>`,
  `<div class="commentlist">${prose(2)}</div>`,
])('%s goes, however long', (html) => expect(left(text + html)).toBe(prose(1)));

test.each([
  `<div id="comments">${prose(2)}</div>`,
  '<div role="dialog">A page that is a dialog and says only this.</div>',
])('%s stays where it is all there is', (html) => expect(left(html)).not.toBe(''));

test('an opinion piece is no comment part', () => {
  expect(left(`${text}<div class="comment">${prose(2)}</div>`)).toContain(prose(2));
});

test('ids made of headings say nothing', () => {
  const { tree, page } = open(`<div id="sharing-the-work"><h2>Sharing the work</h2>${text}</div>`);
  const { body } = makeDocument(tree, page.places);
  prepareBody(body);
  expect(body.firstChild?.getAttribute('id')).toBe('');
});
