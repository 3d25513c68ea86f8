import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, isBinary } from '../../src/text/encodings.ts';

const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];

describe('decodeText', () => {
  const cases: [what: string, bytes: number[], text: string, markup: number, unreadable: number][] = [
    ['nothing', [], '', 0, 0],
    ['plain text', utf8('Ebb – flood'), 'Ebb – flood', 0, 0],
    ['a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('ebb')], 'ebb', 3, 0],
    ['a second mark, which is text', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '\uFEFF', 3, 0],
    ['a genuine U+FFFD', utf8('a\uFFFDb'), 'a\uFFFDb', 0, 0],
    ['a byte of Latin-1', [0x63, 0xe9, 0x20], 'c\uFFFD ', 0, 1],
    ['a genuine and a broken one', [...utf8('\uFFFD'), 0xff], '\uFFFD\uFFFD', 0, 1],
    ['a character cut at the end', [0x61, 0xf0, 0x9f, 0x98], 'a\uFFFD', 0, 3],
    ['half a surrogate in UTF-8', [0xed, 0xa0, 0x80], '\uFFFD\uFFFD\uFFFD', 0, 3],
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0, 0xe9, 0], 'aé', 2, 0],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61, 0, 0xe9], 'aé', 2, 0],
    ['UTF-16LE with an odd byte', [0xff, 0xfe, 0x61, 0, 0xfd], 'a\uFFFD', 2, 1],
    ['UTF-16LE with half a pair', [0xff, 0xfe, 0, 0xd8, 0x61, 0], '\uFFFDa', 2, 2],
    ['UTF-16BE with half a pair and an odd byte', [0xfe, 0xff, 0xd8, 0, 0xd8], '\uFFFD', 2, 3],
    ['UTF-16LE with a genuine U+FFFD', [0xff, 0xfe, 0xfd, 0xff], '\uFFFD', 2, 0],
  ];
  test.each(cases)('%s', (_, bytes, text, markup, unreadable) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ text, markup, unreadable });
  });

  const chunk = fc.oneof(
    fc.uint8Array({ maxLength: 6 }).map((bytes) => [...bytes]),
    fc.string({ unit: 'binary', maxLength: 4 }).map(utf8),
    fc.constantFrom([0xef, 0xbf, 0xbd], [0xfd, 0xff], [0xff, 0xfd], [0xf0, 0x9f], [0xd8, 0x00], [0xe2, 0x82]),
  );
  const file = fc
    .tuple(
      fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]),
      fc.array(chunk, { maxLength: 8 }),
    )
    .map(([mark, chunks]) => Uint8Array.from([...mark, ...chunks.flat()]));

  test('the bytes of any file add up', () => {
    fc.assert(
      fc.property(file, (bytes) => {
        const { text, encoding, markup, unreadable } = decodeText(bytes);
        const content = bytes.subarray(markup);
        const readable = encoding === 'utf-8' ? readableUtf8(content) : readableUtf16(content, encoding);
        expect(markup + readable + unreadable).toBe(bytes.length);
        expect(text.isWellFormed()).toBe(true);
      }),
      { seed: 20260514, numRuns: 3000 },
    );
  });
});

/** Bytes of whole characters, found the slow way. */
function readableUtf8(bytes: Uint8Array): number {
  let readable = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(
      (n) => at + n <= bytes.length && isCharacter(bytes.subarray(at, at + n)),
    );
    readable += length ?? 0;
    at += length ?? 1;
  }
  return readable;
}

function isCharacter(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return [...text].length === 1;
  } catch {
    return false;
  }
}

function readableUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % 2));
  const units = Array.from({ length: view.byteLength / 2 }, (_, i) =>
    String.fromCharCode(view.getUint16(2 * i, encoding === 'utf-16le')),
  );
  return 2 * units.join('').replace(/\p{Surrogate}/gu, '').length;
}

describe('isBinary', () => {
  const cases: [what: string, bytes: number[], binary: boolean][] = [
    ['text with tabs and line ends', utf8('a\tb\r\nc\f'), false],
    ['a NUL', [...utf8('abc'), 0], true],
    ['the head of a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], true],
    ['many controls', [...utf8('abcdef'), 1, 2], true],
    ['one control in a long line', [...utf8('a'.repeat(20)), 7], false],
    ['UTF-16, in which NULs are text', [0xff, 0xfe, 0x61, 0], false],
    ['nothing', [], false],
  ];
  test.each(cases)('%s', (_, bytes, binary) => {
    expect(isBinary(Uint8Array.from(bytes))).toBe(binary);
  });
});
