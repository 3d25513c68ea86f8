import { describe, expect, test } from 'vitest';
import { findFolioName, findPaperName } from '../../src/segment/folio.ts';
import { segment } from '../../src/segment/segment.ts';

test.each([
  ['FELL COURIER Thursday, 19 November 2026 Page 3', 'FELL COURIER'],
  ['Page 3 | The Reed Gazette | 19 November 2026', 'The Reed Gazette'],
  ['Donnerstag, 19. November 2026 · Moorbote · Seite 4', 'Moorbote'],
  ['Donnerstag, 19. November 2026 · Moorer Bote · Seite 4', 'Moorer Bote'],
  ['Reed Courier, 19 November 2026', 'Reed Courier'],
  ['Ann Lee - 3 May 2026', null],
  ['HARROWMERE, 3 November 2026', null],
  ['By Ann Lee, 3 May 2026, page 4', null],
  ['Reed Courier, page 4', null],
  ['The Courier is 40 years old on 3 May 2026', null],
])('%s names %s', (text, name) => {
  const found = findFolioName(text);
  expect(found && text.slice(found.start, found.end)).toBe(name);
});

test.each([
  ['Fell Bee Ring, 20 October 2026', 'Fell Bee Ring'],
  ['Friends of the Mill, Tuesday, 20 October 2026', 'Friends of the Mill'],
  ['Reed Herald, 20 October 2026', 'Reed Herald'],
  ['20 October 2026 | Reed Herald', 'Reed Herald'],
  ['Fell Bee Ring, October 2026', 'Fell Bee Ring'],
  ['Fell Bee Ring, 20 October', null],
  ['Fell Bee Ring met on 20 October 2026', null],
  ['Fell Bee Ring - 20 October 2026', null],
  ['The Old Fell Bee Keepers Ring, 20 October 2026', null],
  ['Ann Lee, 20 October 2026', null],
  ['John F. Harrow Lee, 20 October 2026', null],
  ['Maria de la Cruz, 20 October 2026', null],
  ['First Published Online, 20 October 2026', null],
  ['Harrowmere, 20 October 2026', null],
])('%s below a title names %s', (text, name) => {
  const found = findPaperName(text);
  expect(found && text.slice(found.start, found.end)).toBe(name);
});

describe('a page of a newspaper', () => {
  const text = `REED COURIER          Thursday, 19 November 2026          Page 3

Sluice keeper finds a piano

By Hanna Moss

A piano came down the river on Tuesday and stopped at the sluice of Low Reed, where the keeper, Ida Pell, played it.

The board will ask its owner to fetch it. The tuning was held to be fair.

Continued on page 5

Bakers ask for a longer night

The bakers of Sallow want the night to begin at nine in the evening. Their guild sent a letter with forty names to the county.

The county has no power over the night, it said.

Ferry to High Fen loses its bell
Passengers blame the gulls
By our own correspondent

The bell of the ferry to High Fen has gone. It weighed four kilos and was heard across the marsh.

Captain Olf Trent rings a saucepan until a new one is cast.
`;
  const part = { key: 'p.txt#text', file: 'p.txt', sha256: '', reader: 'text@1', name: 'text', text };
  const { articles, classes } = segment({ part, shape: 'dump', metadata: {}, blocks: [] }).value;
  test('gives its name and date to every article', () => {
    expect(articles.map((a) => a.title.text)).toEqual([
      'Sluice keeper finds a piano',
      'Bakers ask for a longer night',
      'Ferry to High Fen loses its bell',
    ]);
    expect(articles.map((a) => a.source?.text)).toEqual(['REED COURIER', 'REED COURIER', 'REED COURIER']);
    expect(articles.map((a) => a.dateLines[0]?.text)).toEqual(
      articles.map(() => 'REED COURIER Thursday, 19 November 2026 Page 3'),
    );
  });
  test('has no author for a reporter without a name', () =>
    expect(articles.map((a) => a.authors.map((p) => p.text))).toEqual([['Hanna Moss'], [], []]));
  test('keeps where an article goes on out of it', () =>
    expect(classes.find((c) => text.slice(c.start, c.end).startsWith('Continued'))?.class).toBe(
      'boilerplate',
    ));
});
