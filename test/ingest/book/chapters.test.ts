import { describe, expect, test } from 'vitest';
import { readChapter } from '../../../src/ingest/book/chapter.ts';
import { chaptersOf, toReading } from '../../../src/ingest/book/chapters.ts';
import type { Book } from '../../../src/ingest/book/shelf.ts';
import { page, prose } from '../archives.ts';

const source = { path: 'a.epub', bytes: new Uint8Array(), sha256: 'a' };
const book = (more: Partial<Book> = {}): Book => ({
  metadata: { authors: { value: ['Ann Lee'], range: null }, date: { value: '2026-10-01', range: null } },
  title: 'Ebb Letters',
  publisher: 'Sander',
  roles: new Map(),
  labels: new Map(),
  files: [],
  lists: [],
  listed: true,
  ...more,
});
const files = (pages: { [path: string]: string }) =>
  Object.entries(pages).map(([path, content]) => ({ ...readChapter(page(content)), path }));
const readings = (pages: { [path: string]: string }, of: Book) => {
  const chapters = chaptersOf(files(pages), of);
  return chapters.map((c) => toReading(source, 'book@1', of, c, chapters.length === 1));
};
const p = (n: number) => `<p>${prose(n)}</p>`;

describe('chapters', () => {
  test('are files with what the book says of all', () => {
    const [one, two] = readings({ a: `<h1>One</h1>${p(1)}`, b: `<h1>Two</h1>${p(2)}` }, book());
    expect([one?.part.key, two?.part.key]).toEqual(['a.epub#a', 'a.epub#b']);
    expect(one?.metadata).toMatchObject({
      source: { value: 'Ebb Letters' },
      authors: { value: ['Ann Lee'] },
    });
    expect(one?.metadata['title']).toBeUndefined();
  });

  test('have keys that can be printed', () => {
    expect(readings({ 'a\n\u001b[1m': p(1) }, book()).map((r) => r.part.key)).toEqual(['a.epub#a%0A%1B[1m']);
  });

  test('without a heading are called as the list of chapters calls them', () => {
    const labels = new Map([['a', 'First tide']]);
    const [one, two] = readings({ a: p(1), b: `<h2>Two</h2>${p(2)}` }, book({ labels }));
    expect(one?.metadata['title']?.value).toBe('First tide');
    expect(two?.metadata['title']).toBeUndefined();
  });

  test('a first line that is their name is the title', () => {
    const labels = new Map([['a', 'First Tide']]);
    const [one] = readings({ a: `<p>First tide</p>${p(1)}` }, book({ labels }));
    const range = one?.metadata['title']?.range;
    expect(range && one?.part.text.slice(range.start, range.end)).toBe('First tide');
    expect(one?.blocks).toHaveLength(1);
    const [only] = readings(
      { a: `<p>Ebb Letters</p>${p(1)}` },
      book({ labels: new Map([['a', 'Section 1']]) }),
    );
    expect(only?.metadata['title']).toMatchObject({ value: 'Ebb Letters', range: { end: 11 } });
  });

  test('without heading and name are read as pasted texts are', () => {
    const found = readings({ a: p(1), b: p(2) }, book());
    expect(found.map((r) => r.shape)).toEqual(['dump', 'dump']);
  });

  test('a byline or date of their own goes before those of the book', () => {
    const [one] = readings({ a: `<h1>One</h1><p>By Ulf Sander</p><p>3 May 2026</p>${p(1)}` }, book());
    expect(one?.metadata['authors']).toBeUndefined();
    expect(one?.metadata['date']).toBeUndefined();
  });

  test('the only one is the book: its source is the publisher', () => {
    const [one] = readings({ a: p(1) }, book());
    expect(one?.metadata).toMatchObject({ title: { value: 'Ebb Letters' }, source: { value: 'Sander' } });
  });

  test('a file that no list names goes on with the one before', () => {
    const labels = new Map([
      ['a', 'One'],
      ['c', 'Three'],
    ]);
    const found = readings({ a: p(1), b: `<p>x</p>${p(2)}`, c: p(3) }, book({ labels }));
    expect(found.map((r) => r.part.name)).toEqual(['a', 'c']);
    const { part, blocks } = found[0] ?? {};
    const last = blocks?.at(-1)?.ranges[0];
    expect(last && part?.text.slice(last.start, last.end)).toBe(prose(2));
  });
});

describe('what is no chapter stands beside all articles, by its rule', () => {
  test.each<[string, Partial<Book>, string, string]>([
    ['it says so', {}, '<section epub:type="copyright-page"><p>Rights</p></section>', 'book-copyright'],
    ['its heading says so', {}, '<h1>Contents</h1><p>One</p>', 'book-contents'],
    ['it is the list', { lists: ['a'] }, '<p>One</p>', 'book-contents'],
    ['the guide says so', { roles: new Map([['a', 'cover']]) }, '<p>Ebb</p>', 'book-cover'],
    ['its label says so', { labels: new Map([['a', 'Index']]) }, '<p>Ebb</p>', 'book-index'],
    ['it has a heading only', {}, '<h1>Part One</h1>', 'book-part-title'],
  ])('%s', (_, more, content, rule) => {
    const [found] = readings({ a: content }, book(more));
    expect(found?.blocks).toMatchObject([{ aside: rule, span: { start: 0, end: found?.part.text.length } }]);
  });
});
