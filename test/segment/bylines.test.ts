import { describe, expect, test } from 'vitest';
import { isBylineLabel, isBylineText, nameBesideDate, readAuthors } from '../../src/segment/bylines.ts';

describe('bylines', () => {
  test.each([
    'By ANN Lee',
    'By Staff Reporters',
    'Edited by Ann Lee',
    'By Ann Lee and Jo de Vries | Special to the Post',
    'Von Lena Brandt',
    '作者：林小舟',
    '（责任编辑：王小青）',
  ])('%s', (t) => expect(isBylineText(t)).toBe(true));
  test.each(['By 2042, bells will ring', 'By the river', 'By Monday the bell had cracked', 'Par', 'Ann Lee'])(
    'not: %s',
    (t) => expect(isBylineText(t)).toBe(false),
  );
});

test.each([
  ['By Ann Lee, Jo Hill and Max Roe', ['Ann Lee', 'Jo Hill', 'Max Roe'], 'author'],
  ['Edited by ANN Lee', ['ANN Lee'], 'editor'],
  ['By Ann Lee, 3 May 2024', ['Ann Lee'], 'author'],
  ['By Ann Lee | Special to the Post', ['Ann Lee'], 'author'],
  ['Marit Sole, Upland Review', ['Marit Sole'], 'author'],
])('%s', (text, names, role) => {
  const authors = readAuthors(text, 100);
  expect(authors.map((a) => a.text)).toEqual(names);
  expect(authors.every((a) => a.role === role)).toBe(true);
  for (const a of authors)
    expect(a.ranges.map((r) => text.slice(r.start - 100, r.end - 100))).toEqual([a.text]);
});

test.each([
  ['Posted on May 3, 2024 by Ann Lee', 'Ann Lee'],
  ['Ann Lee - May 3, 2024', 'Ann Lee'],
  ['Updated May 3, 2024', null],
])('%s', (text, name) => {
  const range = nameBesideDate(text);
  expect(range ? text.slice(range.start, range.end) : null).toBe(name);
});

test.each([
  ['Author', 'Sorrel Winskill', true],
  ['Von', 'Ottilie Brandhuber', true],
  ['Written by:', 'Ludo van der Reed', true],
  ['Author', 'The county will block the drains this winter.', false],
  ['Author', undefined, false],
  ['News', 'Sorrel Winskill', false],
])('%s above %s announces a name: %s', (text, next, announces) =>
  expect(isBylineLabel(text, next)).toBe(announces),
);

test.each([
  'By our reporter',
  'By our own correspondent',
  'Von unserem Reporter',
  'Par notre correspondante',
])('%s is a byline without a name', (text) => {
  expect(isBylineText(text)).toBe(true);
  expect(readAuthors(text, 0)).toEqual([]);
});
