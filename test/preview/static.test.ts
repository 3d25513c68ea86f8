import { expect, test } from 'vitest';
import { fileOf, makeRelative } from '../../src/preview/static.ts';

test.each([
  ['/', 'index.html'],
  ['/issues/2026-05/', 'issues/2026-05/index.html'],
  ['/source/a%20b/c%23.txt/#u10-20', 'source/a b/c#.txt/index.html'],
  ['/raw/2026-05/email.html?v=123', 'raw/2026-05/email.html'],
  ['/source/', 'source/index.html'],
  // An article of that name must not take the place of the list of files.
  ['/source/index.html/', 'source/index.html_/index.html'],
  ['/source/INDEX.html_/', 'source/INDEX.html__/index.html'],
])('the file of %s', (address, file) => expect(fileOf(address)).toBe(file));

test.each([
  ['/', '<a href="/issues/2026-05/#x">', '<a href="issues/2026-05/index.html#x">'],
  ['/issues/2026-05/', '<link href="/style.css">', '<link href="../../style.css">'],
  [
    '/issues/2026-05/',
    '<iframe src="/raw/2026-05/email.html?v=1">',
    '<iframe src="../../raw/2026-05/email.html">',
  ],
  ['/issues/2026-05/', '<a href="/issues/2026-05/text/">', '<a href="text/index.html">'],
  ['/issues/2026-05/text/', '<a href="/issues/2026-05/">', '<a href="../index.html">'],
  ['/', '<a href="/a:b/">', '<a href="a%3Ab/index.html">'],
  ['/', '<a href="https://reed.example/">', '<a href="https://reed.example/">'],
  ['/', '<a href="#top">', '<a href="#top">'],
  ['/', '<p>say href=&quot;/x/&quot;</p>', '<p>say href=&quot;/x/&quot;</p>'],
])('seen from %s: %s', (address, page, relative) => expect(makeRelative(page, address)).toBe(relative));
