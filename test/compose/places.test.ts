import { describe, expect, test } from 'vitest';
import type { EditorPage } from '../../src/compose/editor-page.ts';
import { complainOfTrays, decisionsOf, type Place, placeArticles } from '../../src/compose/places.ts';
import type { Seal } from '../../src/compose/seals.ts';
import { makeArticle, makeDate, makePage } from '../made-articles.ts';

const isPeriod = (text: string): boolean => /^\d{4}-\d{2}$/u.test(text);

/** A seal is asked for nothing but its key and the articles it considered. */
function sealOf(key: string, ...articles: string[]): [string, Seal] {
  return [key, { articles, issue: { key } } as Seal];
}

function placeOf(
  date: string | null,
  pages: EditorPage[] = [],
  seals: [string, Seal][] = [],
): Place | undefined {
  const { article } = makeArticle({ id: 'ebb-1', date: date === null ? null : makeDate(date) });
  const periodOf = (found: { value: string }): string | null =>
    found.value.length >= 7 ? found.value.slice(0, 7) : null;
  return placeArticles([article], { pages, seals: new Map(seals), periodOf, isPeriod }).get('ebb-1');
}

describe('an article stands in exactly one place', () => {
  const june = { issue: '2026-06', file: '_issues/2026-06.md' };
  const cases: [
    what: string,
    date: string | null,
    pages: Partial<EditorPage>[],
    seals: [string, Seal][],
    place: object,
  ][] = [
    ['its date', '2026-05-14', [], [], { issue: '2026-05' }],
    ['no date', null, [], [], { tray: 'undated', write: 'date: { ebb-1: YYYY-MM-DD }' }],
    ['a coarse date', '2026', [], [], { tray: 'coarse' }],
    [
      'excluded',
      '2026-05-14',
      [{ exclude: ['ebb-1'] }],
      [],
      { tray: 'excluded', why: 'left out by _issues/2026-05.md' },
    ],
    ['moved', '2026-05-14', [{ move: { 'ebb-1': '2026-06' } }], [], { issue: '2026-06' }],
    ['moved to a theme', '2026-05-14', [{ move: { 'ebb-1': 'Tide' } }], [], { issue: '2026-05' }],
    ['pinned elsewhere', '2026-05-14', [{ ...june, pin: ['ebb-1'] }], [], { issue: '2026-06' }],
    ['pinned, without a date', null, [{ ...june, pin: ['ebb-1'] }], [], { issue: '2026-06' }],
    [
      'pinned by a page of no issue',
      '2026-05-14',
      [{ issue: 'notes', pin: ['ebb-1'] }],
      [],
      { issue: '2026-05' },
    ],
    [
      'moved rather than pinned',
      null,
      [{ pin: ['ebb-1'], move: { 'ebb-1': '2026-06' } }],
      [],
      { issue: '2026-06' },
    ],
    ['excluded rather than pinned', null, [{ pin: ['ebb-1'], exclude: ['ebb-1'] }], [], { tray: 'excluded' }],
    [
      'too late for a sealed issue',
      '2026-05-14',
      [],
      [sealOf('2026-05')],
      { tray: 'late', why: '2026-05 is sealed' },
    ],
    ['in a sealed issue', '2026-05-14', [], [sealOf('2026-05', 'ebb-1')], { issue: '2026-05' }],
    ['in a sealed issue, then redated', '2026-07-01', [], [sealOf('2026-05', 'ebb-1')], { issue: '2026-05' }],
    [
      'in a sealed issue, then excluded',
      '2026-05-14',
      [{ exclude: ['ebb-1'] }],
      [sealOf('2026-05', 'ebb-1')],
      { issue: '2026-05' },
    ],
    [
      'late, then moved on',
      '2026-05-14',
      [{ ...june, move: { 'ebb-1': '2026-06' } }],
      [sealOf('2026-05')],
      { issue: '2026-06' },
    ],
  ];
  test.each(cases)('%s', (_, date, pages, seals, place) => {
    expect(placeOf(date, pages.map(makePage), seals)).toMatchObject(place);
  });
});

test('decisions of all pages come together', () => {
  const pages = [
    makePage({ move: { a: '2026-06', b: 'Tide' }, pin: ['c'] }),
    makePage({ issue: '2026-06', exclude: ['d'] }),
  ];
  const { issues, themes, pinned, excluded } = decisionsOf(pages, isPeriod);
  expect([[...issues], [...themes], [...pinned], [...excluded.keys()]]).toEqual([
    [['a', '2026-06']],
    [['b', 'Tide']],
    [['c', '2026-05']],
    ['d'],
  ]);
});

test('each article that waits is told once, with the line to write', () => {
  const { article } = makeArticle({ id: 'ebb-1' });
  const complain = (place: Place) => complainOfTrays([article], new Map([['ebb-1', place]]));
  expect(complain({ tray: 'late', why: '2026-05 is sealed', write: 'move: { ebb-1: x }' })).toMatchObject([
    {
      code: 'late-arrival',
      message: '"What became of ebb-1" waits: 2026-05 is sealed',
      file: 'ebb-1.txt',
      hint: expect.stringContaining('move: { ebb-1: x }'),
    },
  ]);
  expect(complain({ tray: 'folded', why: 'near-copy of x', write: null })).toEqual([]);
  expect(complain({ tray: 'excluded', why: 'x', write: null })).toEqual([]);
  expect(complain({ issue: '2026-05' })).toEqual([]);
});
