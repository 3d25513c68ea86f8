import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decoded, type DecodeOptions, decodeText, isBinary } from '../../src/text/encodings.ts';
import { beginnings, encode, habits, samples } from './encodings/samples.ts';

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
        expect(markup + readableIn(content, encoding) + unreadable).toBe(bytes.length);
        expect(text.isWellFormed()).toBe(true);
      }),
      { seed: 20260514, numRuns: 3000 },
    );
  });
});

function readableIn(content: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return readableUtf8(content);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return readableUtf16(content, encoding);
  // Charsets of one byte a character: each U+FFFD of the decoder is a byte.
  const text = new TextDecoder(encoding).decode(content);
  expect(/^(?:windows|koi8)/u.test(encoding)).toBe(true);
  return content.length - (text.split('\uFFFD').length - 1);
}

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

const labels = [...Object.keys(habits), 'utf-8', 'utf-16le', 'utf-16be', 'gbk', 'windows-1255', 'iso-8859-2'];

test.each(labels)('the decoder knows %s', (label) => {
  expect(new TextDecoder(label, { fatal: true }).encoding).toBe(label);
});

test('the bytes of any file add up in any declared charset, and text is well formed', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .tuple(fc.constantFrom(...labels.slice(0, 13)), fc.nat(400), fc.uint8Array({ maxLength: 3 }))
      .map(([label, at, slip]) => {
        const written = encode(samples[habits[label]?.[0] ?? 'en'] ?? '', label);
        return Uint8Array.from([...written.subarray(0, at), ...slip, ...written.subarray(at, 2 * at)]);
      }),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom(null, 'no-such', ...labels), (all, declared) => {
      const { text, encoding, markup, unreadable } = decodeText(all, { declared });
      const read = all.length - markup - unreadable;
      expect(read).toBeGreaterThanOrEqual(0);
      expect(unreadable > 0).toBe(unreadable > 0 && text.includes('\uFFFD'));
      if (text === '') expect(read).toBe(0);
      expect(text.isWellFormed()).toBe(true);
      expect(labels.concat('gb18030')).toContain(encoding);
    }),
    { seed: 20260514, numRuns: 1500 },
  );
});

describe('each charset is found by its text alone', () => {
  const cases = Object.entries(habits).flatMap(([charset, languages]) =>
    languages.map((language): [string, string] => [charset, language]),
  );
  test.each(cases)('%s, %s', (charset, language) => {
    for (const size of [80, 200, 2000]) {
      for (const bytes of beginnings(charset, language, size)) {
        const { text, reason, unreadable, wrong } = decodeText(bytes);
        expect(text).toBe(new TextDecoder(charset).decode(bytes));
        expect({ reason, unreadable, wrong }).toEqual({ reason: 'guess', unreadable: 0, wrong: false });
      }
    }
  });

  test.each(cases)('%s, %s: a true declaration is believed, a false one is told', (charset, language) => {
    for (const bytes of beginnings(charset, language, 200)) {
      const own = new TextDecoder(charset).decode(bytes);
      expect(decodeText(bytes, { declared: charset })).toMatchObject({ text: own, wrong: false });
      for (const declared of ['utf-8', 'windows-1252', 'shift_jis', 'koi8-r', 'no-such']) {
        if (declared === charset) continue;
        const read = decodeText(bytes, { declared });
        // Where the declared one gives the same text, it is not wrong.
        expect([declared, read.text]).toEqual([declared, own]);
        expect(read).toMatchObject({ declared, wrong: true });
      }
    }
  });
});

describe('what is declared', () => {
  const ru = samples['ru'] ?? '';
  const cases: [what: string, bytes: Uint8Array, options: DecodeOptions, expected: Partial<Decoded>][] = [
    [
      'UTF-8 wins over a declaration',
      Buffer.from(ru),
      { declared: 'koi8-r' },
      { text: ru, encoding: 'utf-8', declared: 'koi8-r', wrong: true },
    ],
    [
      'plain ASCII contradicts nothing',
      Buffer.from('The ebb took it.'),
      { declared: 'ISO-8859-1' },
      { encoding: 'utf-8', declared: 'windows-1252', wrong: false },
    ],
    [
      'a meta element',
      encode(`<meta charset=koi8-r><p>${ru}`, 'koi8-r'),
      { markup: 'html' },
      { encoding: 'koi8-r', reason: 'declared', wrong: false },
    ],
    [
      'a lie in an XML declaration',
      encode(`<?xml version="1.0" encoding="iso-8859-1"?><p>${ru}</p>`, 'windows-1251'),
      { markup: 'xml' },
      { encoding: 'windows-1251', reason: 'guess', declared: 'windows-1252', wrong: true },
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('The ebb took the buoy.', 'utf16le'),
      {},
      { text: 'The ebb took the buoy.', encoding: 'utf-16le', reason: 'pattern', unreadable: 0 },
    ],
    [
      'UTF-8 with broken bytes stays UTF-8, whatever is declared',
      Buffer.concat([Buffer.from(ru), Uint8Array.of(0xff, 0xfe)]),
      { declared: 'utf-8' },
      { encoding: 'utf-8', reason: 'nothing', unreadable: 2, wrong: false },
    ],
    [
      'hardly an odd byte',
      Buffer.from('The chart costs \xa35 and the water was at 4 \xb0C.', 'latin1'),
      {},
      { text: 'The chart costs £5 and the water was at 4 °C.', encoding: 'windows-1252' },
    ],
    [
      'UTF-8 twice',
      Buffer.from(Buffer.from('Le café près du port, un été à Évry.').toString('latin1')),
      {},
      { encoding: 'utf-8', doubled: true },
    ],
    ['an honest French text', Buffer.from(samples['fr'] ?? ''), {}, { doubled: false }],
  ];
  test.each(cases)('%s', (_, bytes, options, expected) => {
    expect(decodeText(bytes, options)).toMatchObject(expected);
  });
});

describe('isBinary', () => {
  const cases: [what: string, bytes: number[], binary: boolean][] = [
    ['text with tabs and line ends', utf8('a\tb\r\nc\f'), false],
    ['a NUL', [...utf8('abc'), 0], true],
    ['the head of a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], true],
    ['many controls', [...utf8('abcdef'), 1, 2], true],
    ['one control in a long line', [...utf8('a'.repeat(20)), 7], false],
    ['UTF-16, in which NULs are text', [0xff, 0xfe, 0x61, 0], false],
    ['UTF-16 without a mark', [...Buffer.from('The ebb took it.', 'utf16le')], false],
    ['nothing', [], false],
  ];
  test.each(cases)('%s', (_, bytes, binary) => {
    expect(isBinary(Uint8Array.from(bytes))).toBe(binary);
  });
});
