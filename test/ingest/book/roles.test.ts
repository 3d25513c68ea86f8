import { expect, test } from 'vitest';
import { roleOf } from '../../../src/ingest/book/roles.ts';

test.each([
  [['cover'], '', 'book-cover'],
  [['bodymatter', 'chapter'], '', null],
  [['frontmatter', 'copyright-page'], '', 'book-copyright'],
  [['titlepage'], 'One', 'book-title-page'],
  [['toc'], '', 'book-contents'],
  [['endnotes'], '', 'book-notes'],
  [[], 'Table of Contents', 'book-contents'],
  [[], 'Inhalt', 'book-contents'],
  [[], 'Colophon', 'book-copyright'],
  [[], 'About the Author', 'book-matter'],
  [[], 'The cover of the well', null],
  [[], 'Contents of a drowned drawer', null],
  [[], '', null],
])('%j labelled %j is %s', (types, label, expected) => {
  expect(roleOf(types, label)).toBe(expected);
});
