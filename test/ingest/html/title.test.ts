import { expect, test } from 'vitest';
import { readLinkedData } from '../../../src/ingest/html/json-ld.ts';
import { readMetaTable } from '../../../src/ingest/html/stated.ts';
import { findTitle, withoutSite } from '../../../src/ingest/html/title.ts';
import { open } from './pages.ts';

test.each([
  ['The light goes out | Harbour Post', 'Harbour Post', 'The light goes out'],
  ['Harbour Post - The light goes out', 'Harbour Post', 'The light goes out'],
  ['The light goes out - Harbour Post', '', 'The light goes out - Harbour Post'],
  ['The light goes out | Coast', '', 'The light goes out'],
  ['Bells', 'Harbour Post', 'Bells'],
])('%s of %s', (title, site, expected) => expect(withoutSite(title, site)).toBe(expected));

test.each([
  [
    'the heading that the head names',
    '<title>A bell rang | Post</title><h1>Post</h1><h2>A bell rang</h2>',
    'A bell rang',
    true,
  ],
  ['a short heading between names', '<title>Post: Bells</title><h3>Bells</h3><p>x', 'Bells', true],
  [
    'a line that is the title',
    '<title>A bell rang - Post</title><div>A bell rang</div>',
    'A bell rang',
    true,
  ],
  ['no heading: the head', '<title>A bell rang | Post</title><p>x', 'A bell rang', false],
  ['nothing stated: the only first heading', '<h1>A bell</h1>', 'A bell', true],
])('%s', (_, html, value, placed) => {
  const { elements, page } = open(html);
  const found = findTitle(elements, page, readMetaTable(elements), readLinkedData(elements), 'Post');
  expect(found?.value).toBe(value);
  expect(found?.range !== null).toBe(placed);
});
