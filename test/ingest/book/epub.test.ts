import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEpub } from '../../../src/ingest/book/epub.ts';
import { checkBytes, checkClasses } from '../../../src/proof/conservation.ts';
import { segment } from '../../../src/segment/segment.ts';
import { epub, page, prose, zip } from '../archives.ts';

const read = (bytes: Uint8Array) => readEpub({ path: 'a.epub', bytes, sha256: 'a' }, 'book@1');
const codesOf = (bytes: Uint8Array) => read(bytes).diagnostics.map((d) => d.code);
const articlesOf = (bytes: Uint8Array) =>
  (read(bytes).value?.parts ?? []).flatMap((part) => segment(part).value.articles);

function check(bytes: Uint8Array): void {
  const { value } = read(bytes);
  if (!value) return;
  expect(checkBytes({ file: 'a.epub', sha256: 'a', size: bytes.length, ...value })).toBeNull();
  for (const part of value.parts) expect(checkClasses(segment(part).value)).toBeNull();
}

const pages = {
  'cover.xhtml': page('<p>Ebb Letters</p>', 'epub:type="cover"'),
  'one.xhtml': page(`<h1>The tide office moves</h1><p>${prose(1)}</p><p>${prose(2)}</p>`),
  'two.xhtml': page(`<h1>The bell stays</h1><p>${prose(3)}</p><p>${prose(4)}</p>`),
};
const metadata =
  '<dc:title>Ebb Letters</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2026-10-01</dc:date>';
const book = epub(pages, metadata);

describe('a book', () => {
  test('is its chapters, in order', () => {
    expect(read(book).value?.parts.map((r) => r.part.key)).toEqual([
      'a.epub#OPS/cover.xhtml',
      'a.epub#OPS/one.xhtml',
      'a.epub#OPS/two.xhtml',
    ]);
    expect(codesOf(book)).toEqual([]);
    expect(articlesOf(book)).toMatchObject([
      {
        title: { text: 'The tide office moves' },
        source: { text: 'Ebb Letters' },
        authors: [{ text: 'Ann Lee' }],
      },
      { title: { text: 'The bell stays' }, dateLines: [{ text: '2026-10-01' }] },
    ]);
    check(book);
  });

  test('what is no chapter is no fault', () => {
    const [cover] = read(book).value?.parts ?? [];
    expect(cover && segment(cover)).toMatchObject({
      diagnostics: [],
      value: { articles: [], classes: [{ class: 'boilerplate', rule: 'book-cover' }] },
    });
  });

  test('text counts as text, the rest as markup', () => {
    const { parts = 0, markup = 0 } = read(book).value?.bytes ?? {};
    expect(parts).toBeGreaterThan(100);
    expect(parts + markup).toBe(book.length);
  });
});

const drm = (uri: string) =>
  `<encryption><EncryptedData><EncryptionMethod Algorithm="aes"/><CipherReference URI="${uri}"/></EncryptedData></encryption>`;

describe('bad books', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['empty', new Uint8Array(), ['empty-file']],
    ['no archive', Buffer.from('ebb'), ['not-an-article']],
    ['an archive without pages', zip({ 'a.txt': 'ebb' }), ['no-article-found']],
    ['encrypted', epub(pages, '', { 'META-INF/encryption.xml': drm('OPS/one.xhtml') }), ['not-an-article']],
    ['pages without text', epub({ 'a.xhtml': page('<img src="x"/>') }), ['no-article-found']],
    ['a bomb', epub({ 'a.xhtml': 'x'.repeat(80_000_000) }), ['unsafe-archive', 'no-article-found']],
  ])('%s', (_, bytes, codes) => {
    expect(codesOf(bytes)).toEqual(codes);
    expect(read(bytes).value).toBeNull();
  });

  test('encrypted fonts or pictures do not matter', () => {
    expect(articlesOf(epub(pages, '', { 'META-INF/encryption.xml': drm('OPS/f.otf') }))).toHaveLength(2);
  });

  test('a page that is missing costs itself alone', () => {
    const gone = epub({ 'no.xhtml': 'x', ...pages });
    const renamed = Buffer.from(gone.toString('latin1').replaceAll('OPS/no.xhtml', 'OPS/xx.xhtml'), 'latin1');
    expect(codesOf(renamed)).toEqual(['damaged-archive']);
    expect(articlesOf(renamed)).toHaveLength(2);
  });

  test('only covers and contents: nothing is found', () => {
    expect(codesOf(epub({ 'cover.xhtml': pages['cover.xhtml'] }))).toEqual(['no-article-found']);
  });

  test('one cut off is read as far as it goes', () => {
    const cut = book.subarray(0, book.indexOf('OPS/two.xhtml', 0, 'latin1') - 10);
    expect(codesOf(cut)).toContain('damaged-archive');
    expect(articlesOf(cut).map((a) => a.title.text)).toContain('The tide office moves');
    check(cut);
  });

  test('of many complaints the rest is counted', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}.xhtml`, 'x']));
    const renamed = Buffer.from(
      epub({ ...many, ...pages })
        .toString('latin1')
        .replaceAll('OPS/p', 'OPS/q'),
      'latin1',
    );
    const { diagnostics } = read(renamed);
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)?.message).toBe('20 more complaints about it');
  });

  test('however a book is mutated, nothing is thrown and the sums match', () => {
    const plain = epub(pages, metadata);
    const stored = zip({ 'a.opf': 'x', 'OPS/one.xhtml': pages['one.xhtml'] }, { level: 0 });
    const mutation = fc.record({
      base: fc.constantFrom(plain, stored),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        {
          maxLength: 12,
        },
      ),
    });
    fc.assert(
      fc.property(mutation, ({ base, cut, flips }) => {
        const bytes = Buffer.from(base.subarray(0, cut < 0.5 ? base.length : Math.ceil(base.length * cut)));
        for (const [at, value] of flips) bytes[Math.floor(at * bytes.length)] = value;
        check(bytes);
      }),
      { numRuns: 300, seed: 32 },
    );
  });
});
