import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from '../../src/deliver/quoted-printable.ts';

/** By the words of RFC 2045, as short as can be. */
function decode(encoded: string): string {
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}

test.each([
  ['a=b', 'a=3Db'],
  ['Tür\n', 'T=C3=BCr\r\n'],
  ['.\n..\n', '=2E\r\n=2E.\r\n'],
  ['From here\nFromage', '=46rom here\r\nFromage'],
  ['end \nend', 'end=20\r\nend'],
  ['a  b   c', 'a =20b =20 c'],
  ['a\tb', 'a=09b'],
  ['', ''],
])('%j is written %j', (text, expected) => expect(encodeText(text)).toBe(expected));

test('long lines are broken after a space where one is near, words are not', () => {
  const lines = encodeText('The ferry carried sixty-one passengers. '.repeat(4)).split('\r\n');
  expect(lines.length).toBe(3);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/ =$/);
});

test('any text comes back, on lines that nothing has a reason to touch', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'From ',
      '.',
      ' ',
      '  ',
      '\t',
      '=',
      '\n',
      '\n.',
      '\nFrom ',
      'x'.repeat(70),
      '河口'.repeat(9),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('').toWellFormed().replace(/\r/g, '');
      const encoded = encodeText(text);
      expect(decode(encoded)).toBe(text);
      for (const line of encoded.split('\r\n')) {
        expect(line).toMatch(/^(?!\.|From )[ -~]{0,76}$/);
        expect(line).not.toMatch(/ $| {2}/);
      }
    }),
    { seed: 6, numRuns: 3000 },
  );
});
