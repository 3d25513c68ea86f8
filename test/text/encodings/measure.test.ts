import { expect, test } from 'vitest';
import { measureIn } from '../../../src/text/encodings/measure.ts';

test.each([
  ['utf-8', '\u00e9\uFFFDa', 3],
  ['utf-16le', '\u00e9a\uFFFD', 4],
  ['windows-1252', 'a\u00e9\uFFFD', 2],
  ['shift_jis', 'a\u65e5\uFF71', 4],
  ['gb18030', 'a\u65e5\u{1F600}', 7],
  ['big5', '\u65e5', 2],
  ['euc-kr', '\ud55c\uFFFD', 2],
])('%s: %s', (encoding, slice, size) => {
  expect(measureIn(encoding)(slice)).toBe(size);
});
