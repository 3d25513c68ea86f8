import { describe, expect, test } from 'vitest';
import { openBook } from '../../../src/ingest/book/shelf.ts';
import { openArchive } from '../../../src/ingest/zip/archive.ts';
import { epub, type Members, opf, zip } from '../archives.ts';

const open = (bytes: Uint8Array) => {
  const archive = openArchive(bytes);
  if (!archive) throw new Error('no archive');
  return openBook(archive);
};

describe('a book', () => {
  test('is found by its container', () => {
    expect(open(epub({ 'a.xhtml': 'x' }, '<dc:title>Ebb</dc:title>'))).toMatchObject({
      title: 'Ebb',
      files: ['OPS/a.xhtml'],
      listed: true,
    });
  });

  test.each<[string, Members]>([
    ['without container', { 'x/content.opf': opf(['a.xhtml']), 'x/a.xhtml': 'x' }],
    [
      'whose container names nothing',
      { 'META-INF/container.xml': '<rootfile full-path="no.opf"/>', 'x/b.opf': opf(['a.xhtml']) },
    ],
  ])('%s is found by its package file', (_, members) => {
    expect(open(zip(members))).toMatchObject({ files: ['x/a.xhtml'], listed: true });
  });

  test('without package file its pages are taken as they lie', () => {
    expect(open(zip({ 'b.html': 'x', 'a.xhtml': 'y', 'c.css': 'z' }))).toMatchObject({
      files: ['b.html', 'a.xhtml'],
      listed: false,
    });
  });

  test('its lists give labels and roles', () => {
    const nav = '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>';
    const members = {
      'book.opf': opf(['a.xhtml'], '', nav),
      'nav.xhtml':
        '<nav type="toc"><a href="a.xhtml">One</a></nav><nav type="landmarks"><a type="cover" href="a.xhtml">x</a></nav>',
    };
    const { labels, roles, lists } = open(zip(members));
    expect([labels.get('a.xhtml'), roles.get('a.xhtml'), lists]).toEqual(['One', 'cover', ['nav.xhtml']]);
  });
});
