import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../../src/ingest/feed/charset.ts';

const declare = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('text and encoding', () => {
  test.each<[string, Uint8Array, string, string | null]>([
    ['utf-8', Buffer.from('<a>\u00e9'), '<a>\u00e9', null],
    ['windows-1252', latin(`${declare('ISO-8859-1')}\xe9`), `${declare('ISO-8859-1')}\u00e9`, null],
    ['windows-1252', latin(`${declare('utf-8')}\x93`), `${declare('utf-8')}\u201c`, 'utf-8'],
    ['windows-1251', latin(`${declare('windows-1251')}\xe9`), `${declare('windows-1251')}\u0439`, null],
    ['utf-8', Buffer.from(`${declare('latin1')}\u00e9`), `${declare('latin1')}\u00e9`, 'latin1'],
    ['utf-16le', Buffer.from('\uFEFF<a>\u00e9', 'utf16le'), '<a>\u00e9', null],
    ['utf-16be', Buffer.from('<a>\u00e9', 'utf16le').swap16(), '<a>\u00e9', null],
    ['utf-8', Buffer.alloc(0), '', null],
  ])('%s: %j', (encoding, bytes, text, declared) => {
    expect(decodeFeed(bytes)).toMatchObject({ encoding, text, declared });
  });
});

describe('bytes of a slice', () => {
  const measure = (encoding: string, slice: string) =>
    decodeFeed(latin(`${declare(encoding)}\x81`)).measure(slice);
  test.each([
    ['latin1', 'a\u00e9', 2],
    ['shift_jis', 'a\u65e5\uFF71', 4],
    ['gb18030', 'a\u65e5\u{1F600}', 7],
    ['big5', '\u65e5', 2],
    ['euc-kr', '\ud55c', 2],
  ])('%s %s', (encoding, slice, size) => {
    expect(measure(encoding, slice)).toBe(size);
  });
  test('UTF-8 and UTF-16; what is lost counts nothing', () => {
    expect(decodeFeed(Buffer.from('<a>')).measure('\u00e9\uFFFDa')).toBe(3);
    expect(decodeFeed(Buffer.from('\uFEFFa', 'utf16le')).measure('\u00e9a')).toBe(4);
  });
});
