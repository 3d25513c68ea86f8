import { expect, test } from 'vitest';
import { decodeUnicode, findUtf16, looksDoubled } from '../../../src/text/encodings/unicode.ts';
import { samples } from './samples.ts';

test.each<[text: string, order: 'le' | 'be', found: string | null]>([
  ['The ebb took it.', 'le', 'utf-16le'],
  ['The ebb took it.', 'be', 'utf-16be'],
  ['Ebb', 'le', null],
])('%s as %s is %s', (text, order, found) => {
  const bytes = Buffer.from(text, 'utf16le');
  expect(findUtf16(order === 'le' ? bytes : bytes.swap16())).toBe(found);
});

test('NULs here and there are no UTF-16', () => {
  expect(findUtf16(Buffer.from('The\0ebb\0took\0it\0\0\0\0\0'))).toBeNull();
});

test('bytes that are no character are counted', () => {
  expect(decodeUnicode(Uint8Array.of(0x61, 0xff), 'utf-8')).toEqual({ text: 'a\uFFFD', unreadable: 1 });
});

test('every sample read wrongly once is noticed, none as it is', () => {
  for (const text of Object.values(samples)) {
    expect(looksDoubled(text)).toBe(false);
    const western = new TextDecoder('windows-1252').decode(Buffer.from(text));
    expect(looksDoubled(western)).toBe(true);
  }
});
