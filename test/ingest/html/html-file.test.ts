import { describe, expect, test } from 'vitest';
import { readHtmlFile } from '../../../src/ingest/html/html-file.ts';
import { segment } from '../../../src/segment/segment.ts';
import { harbourPage } from './pages.ts';

const read = (bytes: Uint8Array | string) =>
  readHtmlFile({ path: 'a.html', bytes: Buffer.from(bytes), sha256: 'a' }, 'html@1');

test('a page too long for a tree is refused before one is built', () => {
  const bytes = Buffer.from(`<p>${'The weir is low. '.repeat(1_800_000)}</p>`);
  const { value, diagnostics } = read(bytes);
  expect(value).toEqual({ bytes: { parts: 0, markup: 0, unreadable: bytes.length }, parts: [] });
  expect(diagnostics.map((d) => d.code)).toEqual(['page-too-large']);
});

describe('a saved page', () => {
  test.each([
    ['plain', Buffer.from('<p>Ärger &amp; Öl</p>'), { parts: 16, markup: 7, unreadable: 0 }],
    ['with a mark', Buffer.from('\ufeff<p>a'), { parts: 1, markup: 6, unreadable: 0 }],
    ['in UTF-16', Buffer.from('\ufeff<p>ab', 'utf16le'), { parts: 4, markup: 8, unreadable: 0 }],
    ['broken', Buffer.from('<p>a\xffb', 'latin1'), { parts: 2, markup: 3, unreadable: 1 }],
  ])('every byte of it has a fate: %s', (_, bytes, sums) => {
    expect(read(bytes).value?.bytes).toEqual(sums);
  });

  test('it is one article; its title and text are classed, the rest stands beside', () => {
    const [reading] = read(harbourPage).value?.parts ?? [];
    expect(reading?.shape).toBe('article');
    if (!reading) return;
    const { articles, classes } = segment(reading).value;
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: { text: 'The light goes out' },
      authors: [{ text: 'Ada Quill' }],
    });
    expect(classes.map((c) => c.class)).toContain('title');
    expect(classes.at(-1)).toMatchObject({ end: reading.part.text.length, rule: 'beside-the-text' });
  });

  test.each([
    ['', 'empty-file'],
    ['<script>x</script>', 'empty-file'],
    ['\0\0\0\0', 'binary-file'],
  ])('%j is refused with a reason', (bytes, code) => {
    const { value, diagnostics } = read(bytes);
    expect(value).toBeNull();
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });

  test('what is no article is left to the rules for pasted text', () => {
    expect(read('<p>Hello').value?.parts[0]?.metadata).toEqual({});
    expect(read('just words, no markup').value?.parts[0]?.part.text).toBe('just words, no markup');
  });
});

test('a page in an old charset is read by what it declares, and its bytes add up', () => {
  const head = Buffer.from('<meta charset="windows-1251"><p>', 'latin1');
  const words = Buffer.from([
    0xcf, 0xf0, 0xe8, 0xeb, 0xe8, 0xe2, 0x20, 0xef, 0xf0, 0xe8, 0xf8, 0xb8, 0xeb, 0x2e,
  ]);
  const all = Buffer.concat([head, words]);
  const { value } = read(all);
  expect(value?.parts[0]?.part.text.trim()).toBe('Прилив пришёл.');
  const { parts = 0, markup = 0, unreadable = 0 } = value?.bytes ?? {};
  expect(parts).toBe(words.length);
  expect(parts + markup + unreadable).toBe(all.length);
});
