import { expect, test } from 'vitest';
import {
  metaValues,
  propertyOf,
  readMetaTable,
  shownBy,
  withClass,
  withProperty,
} from '../../../src/ingest/html/stated.ts';
import { open } from './pages.ts';

test('meta by any of its names', () => {
  const { elements } = open('<meta property="OG:Title" content=" A  bell "><meta name=author content=Ada>');
  expect(metaValues(readMetaTable(elements), ['author', 'og:title']).map((m) => m.value)).toEqual([
    'Ada',
    'A bell',
  ]);
});

test('what an element shows, with its place', () => {
  const { elements, page } = open('<p>By</p><p class="by-line"> Ada <b>Quill</b> </p>');
  const [byline] = withClass(elements, /by-line/u);
  expect(byline && shownBy(byline, page)).toEqual({ value: 'Ada Quill', range: { start: 4, end: 13 } });
});

test('an attribute prevails over the text', () => {
  const { elements, page } = open('<time itemprop="datePublished" datetime="2026-03-04">yesterday</time>');
  const [time] = withProperty(elements, 'datePublished');
  expect(time && propertyOf(time, page)).toEqual({ value: '2026-03-04', range: null });
});
