import { expect, test } from 'vitest';
import {
  metaValues,
  nearFirst,
  propertyOf,
  readMetaTable,
  shownBy,
  withClass,
  withoutOthers,
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

test('comments and related lists are other people’s', () => {
  const { elements } = open('<div class="related x"><p><b>Bo</b></p></div><i>Ada</i>');
  expect(withoutOthers(elements).map((e) => e.tagName)).toEqual(['html', 'head', 'body', 'i']);
});

test('what stands below the title is nearer than what stands above it', () => {
  const stated = [0, 20, 40].map((start) => ({ value: `${start}`, range: { start, end: start + 2 } }));
  const title = { start: 25, end: 30 };
  expect(nearFirst(stated, title).map((s) => s.value)).toEqual(['40', '20', '0']);
  expect(nearFirst(stated, null)).toEqual(stated);
});
