import { expect, test } from 'vitest';
import { findControls, findTurns } from '../../src/proof/signs.ts';

test.each([
  ['plain\ttext\nof two lines', []],
  ['ordinary signs: é 河 👩‍👩‍👧 \u200f\u200e\u200d\u00ad\u061c\ufeff', []],
  ['a\0b\u007f\u0085', ['U+0000', 'U+007F', 'U+0085']],
  ['half \ud83d and \udc00', ['U+D83D', 'U+DC00']],
  ['none \uffff \u{1fffe}', ['U+FFFF', 'U+1FFFE']],
  ['Wales \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}', []],
  ['words \u{e0041}\u{e0042}', ['U+E0041', 'U+E0042']],
  ['\u202eturned\u202c', ['U+202E']],
])('controls of %j', (text, names) => expect(findControls(text).map(({ name }) => name)).toEqual(names));

test.each([
  ['\u2067one \u202aand\u202c another\u2069', []],
  ['\u2067one', ['U+2067']],
  ['\u2067one\ntwo\u2069', ['U+2067', 'U+2069']],
  ['\u2067one\u202c\u2069', ['U+202C']],
  ['\u202aone \u2066two\u2069', ['U+202A']],
])('turns that do not end, of %j', (text, names) =>
  expect(findTurns(text).map(({ name }) => name)).toEqual(names),
);

test('a sign has its place', () => expect(findControls('abc\u0001')).toEqual([{ name: 'U+0001', index: 3 }]));
