import { describe, expect, test } from 'vitest';
import { readPackage } from '../../../src/ingest/book/package.ts';
import { opf } from '../archives.ts';

const stated = (metadata: string) => readPackage(opf(['a.xhtml'], metadata), 'OPS/book.opf');
const value = (metadata: string, key: string) => stated(metadata).metadata[key]?.value;

describe('a package', () => {
  test('lists its files in reading order', () => {
    const more =
      '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
    const found = readPackage(opf(['b.xhtml', 't/a.xhtml'], '', more), 'OPS/book.opf');
    expect(found.spine.map((i) => i.path)).toEqual(['OPS/b.xhtml', 'OPS/t/a.xhtml']);
    expect(found.lists).toEqual(['OPS/nav.xhtml', 'OPS/toc.ncx']);
  });

  test('what is not read in line is left out; the guide names roles', () => {
    const source = opf(['a.xhtml', 'b.xhtml'])
      .replace('<itemref idref="i1"/>', '<itemref idref="i1" linear="no"/><itemref idref="none"/>')
      .replace('</package>', '<guide><reference type="cover" href="a.xhtml"/></guide></package>');
    const found = readPackage(source, 'book.opf');
    expect(found.spine.map((i) => i.path)).toEqual(['a.xhtml']);
    expect(found.roles.get('a.xhtml')).toBe('cover');
  });
});

describe('what a package states', () => {
  test('title and publisher', () => {
    expect(stated('<dc:title>Ebb\n Letters</dc:title><dc:publisher>Sander</dc:publisher>')).toMatchObject({
      title: 'Ebb Letters',
      publisher: 'Sander',
    });
  });

  test('authors, not others who worked on it', () => {
    const creators =
      '<dc:creator id="a">Ann Lee</dc:creator><dc:creator id="b">Ed Itor</dc:creator><meta refines="#b" property="role">edt</meta><dc:creator xmlns:opf="o" opf:role="trl">Tess Lator</dc:creator><dc:creator>Unknown</dc:creator>';
    expect(value(creators, 'authors')).toEqual(['Ann Lee']);
    expect(value('', 'authors')).toBeUndefined();
  });

  test.each([
    ['<dc:date>2026-10-01</dc:date>', '2026-10-01'],
    [
      '<dc:date event="modification">2026-11-01</dc:date><dc:date event="publication">2026-10</dc:date>',
      '2026-10',
    ],
    ['<dc:date>0101-01-01</dc:date>', undefined],
    [
      '<dc:date>2026-11-22T00:40:07Z</dc:date><meta property="dcterms:modified">2026-11-22T00:40:09Z</meta>',
      undefined,
    ],
    [
      '<dc:date>2026-10-01T06:00:00Z</dc:date><meta property="dcterms:modified">2026-11-22T00:40:09Z</meta>',
      '2026-10-01T06:00:00Z',
    ],
  ])('the date of the book, not of the file: %s', (metadata, expected) => {
    expect(value(metadata, 'date')).toBe(expected);
  });

  test.each([
    ['<dc:rights>CC BY 4.0</dc:rights>', 'licence', 'CC BY 4.0'],
    ['<dc:rights>All rights reserved</dc:rights>', 'licence', undefined],
    ['<dc:language>en-GB</dc:language>', 'language', 'en-GB'],
    ['<dc:language>English</dc:language>', 'language', undefined],
    ['<dc:source>https://press.example/ebb</dc:source>', 'url', 'https://press.example/ebb'],
    ['<dc:identifier>urn:isbn:1</dc:identifier>', 'url', undefined],
  ])('%s states %s: %s', (metadata, key, expected) => {
    expect(value(metadata, key)).toBe(expected);
  });
});
