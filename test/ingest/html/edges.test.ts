import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/ingest/html/blocks.ts';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { keepProse } from '../../../src/ingest/html/edges.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { open, prose } from './pages.ts';

const known = { title: 'The light goes out', authors: ['Ada Quill'], site: 'Harbour Post' };

function kept(before: string, after: string): string[] {
  const { tree, page } = open(`${before}<p>${prose(1)}</p><p>${prose(2)}</p>${after}`);
  const drafts = blocksOf(makeDocument(tree, page.places).body, page.text);
  const texts = keepProse(drafts, page.text, known).map((d) => joinRanges(page.text, d.ranges));
  return texts.filter((text) => text !== prose(1) && text !== prose(2));
}

test.each([
  ['<p>Coast</p>', ''],
  ['<p>Updated 4 March 2026, 10:00</p>', ''],
  ['<p>Home » Coast » The light goes out</p>', ''],
  ['<ul><li>Menu</ul>', ''],
  ['', '<p>Advertisement</p>'],
  ['', '<p>Ada Quill is a reporter at the pier.</p>'],
  ['', '<p>Read more: <a href=x>A boat is lost at sea</a></p>'],
  ['', '<h3>You may also like</h3><p><a href=x>A boat is found</a></p>'],
])('%s%s is dropped', (before, after) => expect(kept(before, after)).toEqual([]));

test('sentences at the edges stay', () => {
  expect(kept('<p>The lamp is dark.</p>', '<p>It was cold.</p>')).toEqual([
    'The lamp is dark.',
    'It was cold.',
  ]);
});
