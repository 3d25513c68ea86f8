import { expect, test } from 'vitest';
import { readNavigation } from '../../../src/ingest/book/navigation.ts';

test('the chapters and roles of a nav page', () => {
  const { labels, roles } = readNavigation(
    `<html xmlns:epub="e"><nav epub:type="toc"><ol><li><a href="a.xhtml">One <i>tide</i></a></li><li><a href="a.xhtml#b">Two</a></li></ol></nav>
    <nav epub:type="landmarks"><a epub:type="copyright-page" href="../c.xhtml">Rights</a></nav>
    <nav epub:type="page-list"><a href="d.xhtml">7</a></nav></html>`,
    'OPS/t/nav.xhtml',
  );
  expect([...labels]).toEqual([['OPS/t/a.xhtml', 'One tide']]);
  expect([...roles]).toEqual([['OPS/c.xhtml', 'copyright-page']]);
});

test('the chapters of an ncx file', () => {
  const { labels } = readNavigation(
    '<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="a.xhtml#x"/><navPoint><navLabel><text>Below</text></navLabel><content src="b.xhtml"/></navPoint></navPoint></navMap></ncx>',
    'toc.ncx',
  );
  expect([...labels]).toEqual([
    ['a.xhtml', 'One'],
    ['b.xhtml', 'Below'],
  ]);
});
