import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/html/page.ts';
import { segment } from '../../../src/segment/segment.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { partOf } from '../parts.ts';
import { harbourPage, prose } from './pages.ts';

function textsOf(html: string, whole = false): string[] {
  const { text, blocks } = readPage(html, { whole });
  return blocks.map((b) => `${b.kind}: ${joinRanges(text, b.ranges)}`);
}

describe('a page', () => {
  test('the article is read, what stands around it is not', () => {
    expect(textsOf(harbourPage)).toEqual([
      `paragraph: ${prose(1901)}`,
      `paragraph: The lamp, he said, was Fish & Sons’ best. ${prose(1902)}`,
      'image: The lamp in its room. Photo: B. Lens',
      'heading: The last night',
      `paragraph: ${prose(1903)}`,
      `quote: ${prose(1904)}`,
      `paragraph: ${prose(1905)}`,
    ]);
  });

  test('what it states is metadata, the headline with its place', () => {
    const { text, metadata } = readPage(harbourPage, { whole: false });
    const { title, ...rest } = metadata;
    expect(title?.range && text.slice(title.range.start, title.range.end)).toBe('The light goes out');
    const values = Object.fromEntries(Object.entries(rest).map(([key, field]) => [key, field.value]));
    expect(values).toEqual({
      authors: ['Ada Quill'],
      date: '2026-03-04T08:00:00Z',
      image: 'https://post.example/a.jpg',
      imageAlt: 'The lamp',
      imageCredit: 'Photo: B. Lens',
      updated: '2026-03-05',
      section: 'Coast',
      source: 'Harbour Post',
      url: 'https://post.example/light',
      language: 'en-GB',
      licence: 'https://licence.example/by',
    });
  });

  test('all of a fragment is content when asked', () => {
    expect(textsOf('<p>Short.</p><ul><li>One<li>Two</ul>', true)).toEqual([
      'paragraph: Short.',
      'item: One',
      'item: Two',
    ]);
  });

  test('a page of several whole articles is no single article', () => {
    const one = (n: number) => `<article><h2>Light ${n}</h2>${`<p>${prose(n)}</p>`.repeat(6)}</article>`;
    expect(readPage(one(1) + one(2) + one(3), { whole: false }).articleFound).toBe(false);
    expect(readPage(one(1), { whole: false }).articleFound).toBe(true);
  });

  test('a page of only scripts shows nothing', () => {
    expect(readPage('<script>document.write("x")</script>', { whole: false })).toMatchObject({
      text: '',
      blocks: [],
      articleFound: false,
    });
  });
});

describe('near the limits', () => {
  const deep: [string, string][] = [
    ['elements', '<div>'.repeat(50_000)],
    ['tables', '<table><tr><td>'.repeat(10_000)],
    ['lists', '<ul><li>'.repeat(20_000)],
    ['formats', '<b>'.repeat(50_000)],
  ];
  test.each(deep)('nested %s neither overflow nor hang', (_, tags) => {
    expect(readPage(`${tags}<p>${prose(1)}</p>`, { whole: false }).text).toContain(prose(1));
  });

  test('a cut page keeps what it has', () => {
    const cut = harbourPage.slice(0, harbourPage.indexOf('The last night') + 8);
    expect(textsOf(cut)[0]).toBe(`paragraph: ${prose(1901)}`);
  });
});

/** Pieces of pages in any order, and pages with pieces cut out or put in. */
const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="share">',
  '</div>',
  '<table>',
  '<tr><td>',
  '</table>',
  '<br>',
  '<br><br>',
  '&amp;',
  '&#0;',
  '&nosuch;',
  '<b',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<svg>',
  '<math><mi>',
  '<template>',
  '<h1>The light</h1>',
  '<article>',
  '</article>',
  '<a href="x">link</a>',
  '\ufffd',
  '\ud800',
  '\r\n',
  '<![CDATA[',
  '<select><option>',
  '<pre>\n\n',
  '<blockquote>',
  '<li>',
  '<html lang=de>',
  '<body>',
  '<frameset>',
  '</body>',
  `<p>${prose(7)}</p>`,
  prose(8),
  '<title>a',
  '<script type="application/ld+json">{"@type":"Article","author":[{"name":5},null]}</script>',
  '<a:b c:d="e">',
  '<p onclick=x>',
); // prettier-ignore
const mutated = fc
  .array(fc.tuple(fc.nat(harbourPage.length), fc.nat(40), pieces), { maxLength: 12 })
  .map((cuts) =>
    cuts.reduce((html, [at, n, piece]) => html.slice(0, at) + piece + html.slice(at + n), harbourPage),
  );
const invented = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));

describe('whatever the input', () => {
  test('nothing is thrown, ranges lie in order inside the text, every unit has one class', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, invented), fc.boolean(), (html, whole) => {
        const { text, blocks, metadata, textUnits } = readPage(html, { whole });
        expect(textUnits).toBeLessThanOrEqual(text.length);
        let at = 0;
        for (const range of blocks.flatMap((b) => b.ranges)) {
          expect(range.start).toBeGreaterThanOrEqual(at);
          expect(range.end).toBeGreaterThan(range.start);
          at = range.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        const part = partOf(text, 'page.html');
        const { classes } = segment({ part, shape: 'article', metadata, blocks }).value;
        let end = 0;
        for (const range of classes) {
          expect(range.start).toBe(end);
          end = range.end;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 400, seed: 20 },
    );
  }, 60_000);
});
