import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInvisible, stripInvisible } from '../../src/text/invisible.ts';

test.each<[what: string, text: string, seen: string, count: number]>([
  ['plain text', 'The ebb\r\n\ttook it.\u00a0', 'The ebb\r\n\ttook it.\u00a0', 0],
  ['controls', 'b\u0000e\u0007l\u001Bl\u007F\u0090', 'bell', 5],
  ['a lone carriage return, which is white space', 'ebb\rflood', 'ebb\rflood', 1],
  ['signs without width', 'e\u200Bb\u2060b\uFEFF', 'ebb', 3],
  ['signs of direction', '\u202Eebb\u202C \u2067x\u2069\u200F\u061C', 'ebb x', 6],
  ['joiners that join nothing', 'e\u200Db\u200Cb \u200D', 'ebb ', 3],
  ['a joiner that Persian needs', 'می\u200Cروم', 'می\u200Cروم', 0],
  ['a joiner that Devanagari needs', 'क्\u200Dष', 'क्\u200Dष', 0],
  ['a picture of several', '👩\u200D🌾', '👩\u200D🌾', 0],
])('%s', (_, text, seen, count) => {
  expect(stripInvisible(text)).toBe(seen);
  expect(countInvisible(text)).toBe(count);
});

test('what was stripped is free of it, and nothing else goes', () => {
  const odd = fc.constantFrom(
    '\u200B',
    '\u200C',
    '\u200D',
    '\u202E',
    '\0',
    'e',
    'ی',
    '👩',
    ' ',
    '\r',
    '\n',
    'é',
  );
  fc.assert(
    fc.property(
      fc.array(odd).map((list) => list.join('')),
      (text) => {
        const seen = stripInvisible(text);
        expect(seen.replace(/[\u200C\u200D]/gu, '')).toBe(text.replace(/[\u200B-\u200D\u202E\0]/gu, ''));
        expect(seen).not.toMatch(/[\u200B\u202E\0]/u);
      },
    ),
    { seed: 20260514, numRuns: 500 },
  );
});
