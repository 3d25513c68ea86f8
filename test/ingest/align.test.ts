import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignText } from '../../src/ingest/align.ts';
import { rawText } from '../../src/text/ranges.ts';

function align(source: string, value: string): { text: string; unaligned: string[] } {
  const { ranges, unaligned } = alignText(source, 0, source.length, value);
  return { text: rawText(source, ranges), unaligned: unaligned.map((u) => source.slice(u.start, u.end)) };
}

describe('alignText', () => {
  const cases: [source: string, value: string, text: string, unaligned: string[]][] = [
    ['the ebb', 'the ebb', 'the ebb', []],
    ['', '', '', []],
    ['2 \\* 3', '2 * 3', '2 * 3', []],
    ['C:\\dir', 'C:\\dir', 'C:\\dir', []],
    ['a \\\\ b', 'a \\ b', 'a \\ b', []],
    ['\\\\\\*', '\\*', '\\*', []],
    ['\\\\\\\\', '\\\\', '\\\\', []],
    ['ebb &amp; flood', 'ebb & flood', 'ebb & flood', []],
    ['&amp;amp;', '&amp;', '&amp;', []],
    ['\\&amp; ebb', '&amp; ebb', '&amp; ebb', []],
    ['a &lt; b', 'a < b', 'a &lt; b', ['&lt;']],
    ['&copy; &#233; &#x1F30A;', '© é 🌊', '&copy; &#233; &#x1F30A;', ['&copy;', '&#233;', '&#x1F30A;']],
    [
      '&#0; &#xD800; &#x99; ebb',
      '\uFFFD \uFFFD \uFFFD ebb',
      '&#0; &#xD800; &#x99; ebb',
      ['&#0;', '&#xD800;', '&#x99;'],
    ],
    ['AT&T; and R&D', 'AT&T; and R&D', 'AT&T; and R&D', []],
    ['ebb\n> flood', 'ebb\nflood', 'ebb\nflood', []],
    ['ebb \n   flood', 'ebb\nflood', 'ebb\nflood', []],
  ];
  test.each(cases)('%j as %j', (source, value, text, unaligned) => {
    expect(align(source, value)).toEqual({ text, unaligned });
  });

  test('what cannot be found stays as it is written, and is not quoted', () => {
    expect(align('the ebb', 'the flood')).toEqual({ text: 'the ebb', unaligned: ['the ebb'] });
  });

  test('offsets are those of the whole source', () => {
    expect(alignText('xx \\* yy', 3, 8, '* yy').ranges).toEqual([{ start: 4, end: 8 }]);
  });

  const piece = fc.oneof(
    fc
      .string({ unit: fc.constantFrom('a', 'é', '🌊', ' ', '#', ';', 'x', '4'), minLength: 1, maxLength: 4 })
      .map((s) => [s, s]),
    fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~').map((sign) => [`\\${sign}`, sign]),
    fc.constantFrom(
      ['&amp;', '&'],
      ['&lt;', '<'],
      ['&#x41;', 'A'],
      ['&ngE;', '≧̸'],
      ['&#0;', '\uFFFD'],
      ['\n> ', '\n'],
    ),
  );
  test('every character of a value is found, and only references are unaligned', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.map(([s]) => s).join('');
        const value = pieces.map(([, v]) => v).join('');
        const { ranges, unaligned } = alignText(source, 0, source.length, value);
        const spelled = new Map([
          ['&lt;', '<'],
          ['&#x41;', 'A'],
          ['&ngE;', '≧̸'],
          ['&#0;', '\uFFFD'],
        ]);
        let read = '';
        for (const { start, end } of ranges) {
          for (let at = start; at < end; ) {
            const reference = unaligned.find((u) => u.start === at);
            read += reference ? (spelled.get(source.slice(at, reference.end)) ?? '?') : source.charAt(at);
            at = reference?.end ?? at + 1;
          }
        }
        expect(read).toBe(value);
        expect(ranges.every((r, i) => r.start < r.end && r.start >= (ranges[i - 1]?.end ?? 0))).toBe(true);
      }),
      { seed: 20260514, numRuns: 3000 },
    );
  });
});
