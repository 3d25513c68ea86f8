import { expect, test } from 'vitest';
import { resolveIn } from '../../../src/ingest/book/paths.ts';

test.each([
  ['OPS/book.opf', 'text/a%20b.xhtml#top', 'OPS/text/a b.xhtml'],
  ['OPS/text/nav.xhtml', '../a.xhtml', 'OPS/a.xhtml'],
  ['book.opf', '../../../etc/passwd', 'etc/passwd'],
  ['OPS/book.opf', '/a.xhtml?x', 'a.xhtml'],
  ['OPS/book.opf', './100%.xhtml', 'OPS/100%.xhtml'],
])('in %s, %s means %s', (base, href, expected) => {
  expect(resolveIn(base, href)).toBe(expected);
});
