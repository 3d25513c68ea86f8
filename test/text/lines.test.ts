import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../src/text/lines.ts';

test.each([
  ['', []],
  ['a', ['a']],
  ['a\nb', ['a\n', 'b']],
  ['a\r\nb\rc\n', ['a\r\n', 'b\r', 'c\n']],
  ['\n\n', ['\n', '\n']],
  ['a\u2028b', ['a\u2028b']],
])('%j', (text, lines) => {
  expect(splitLines(text).map((l) => text.slice(l.start, l.end))).toEqual(lines);
});

test('lines tile every text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', ' ')), (pieces) => {
      const text = pieces.join('');
      const lines = splitLines(text);
      expect(lines.map((l) => text.slice(l.start, l.end)).join('')).toBe(text);
      expect(lines.every((l) => l.start < l.end)).toBe(true);
    }),
    { seed: 7 },
  );
});
