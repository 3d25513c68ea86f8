import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/ingest/feed/paragraphs.ts';

test.each([
  ['a\nb\n\nc', ['a\nb', 'c']],
  ['a.\r\n \r\nb.', ['a.\r', 'b.']],
  ['One.\nTwo.', ['One.', 'Two.']],
  ['One\ntwo.', ['One\ntwo.']],
  [' \n\n ', []],
])('%j', (text, expected) => {
  expect(splitParagraphs(text).map((b) => text.slice(b.span.start, b.span.end))).toEqual(expected);
});
