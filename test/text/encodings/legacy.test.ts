import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLegacy, decodeStrictly, encodingOf } from '../../../src/text/encodings/legacy.ts';
import { encode, samples } from './samples.ts';

test.each([
  ['latin1', 'windows-1252'],
  [' UTF8 ', 'utf-8'],
  ['gb2312', 'gbk'],
  ['x-sjis', 'shift_jis'],
  ['no-such', null],
  ['', null],
])('%j is %s', (label, encoding) => expect(encodingOf(label)).toBe(encoding));

describe('decodeLegacy', () => {
  const cases: [encoding: string, bytes: number[], text: string, markup: number, unreadable: number][] = [
    ['windows-1253', [0xe1, 0xd2, 0xe2], 'α\uFFFDβ', 0, 1],
    ['shift_jis', [0x82, 0xa0, 0xff, 0xff, 0x82, 0xa2, 0x0a, 0x82], 'あ\uFFFDい\n\uFFFD', 0, 3],
    ['big5', [0xa4, 0x40, 0xfe, 0x0a], '一\uFFFD\n', 0, 1],
    ['gb18030', [0x84, 0x31, 0xa4, 0x37, 0xff], '\uFFFD\uFFFD', 0, 1],
    ['euc-jp', [0x8f, 0xb0, 0xa1, 0x8f], '丂\uFFFD', 0, 1],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42, 0x61], 'あa', 6, 0],
    ['iso-2022-jp', [0x61, 0xff], 'a\uFFFD', 0, 1],
  ];
  test.each(cases)('%s %j', (encoding, bytes, text, markup, unreadable) => {
    expect(decodeLegacy(Uint8Array.from(bytes), encoding)).toEqual({ text, markup, unreadable });
  });

  test('a slip costs only its own bytes', () => {
    const text = samples['zh'] ?? '';
    const bytes = encode(text, 'gb18030');
    const cut = Uint8Array.from([...bytes.subarray(0, 200), 0xff, ...bytes.subarray(200)]);
    const read = decodeLegacy(cut, 'gb18030');
    expect(read.unreadable).toBe(1);
    expect(read.text.replace('\uFFFD', '')).toBe(text);
  });

  test('what is unreadable is what characters leave over', () => {
    const encodings = fc.constantFrom('windows-1253', 'shift_jis', 'big5', 'gb18030', 'euc-jp', 'euc-kr');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), encodings, (bytes, encoding) => {
        const { text, unreadable } = decodeLegacy(bytes, encoding);
        expect(unreadable).toBeLessThanOrEqual(bytes.length);
        expect(text.isWellFormed()).toBe(true);
        const whole = decodeStrictly(bytes, encoding);
        if (whole !== null) expect({ text, unreadable }).toEqual({ text: whole, unreadable: 0 });
        else expect(unreadable).toBeGreaterThan(0);
      }),
      { seed: 20260514, numRuns: 1000 },
    );
  });
});
