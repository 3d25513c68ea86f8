import { describe, expect, test } from 'vitest';
import { chooseByHand } from '../../src/compose/highlights.ts';
import { sourceOf, tellStory } from '../../src/compose/stories.ts';
import type { AnalyzedArticle, StoryGroup } from '../../src/types.ts';
import { makeArticle, makeDate, makePage } from '../made-articles.ts';

const cite = (text: string) => ({ text, ranges: [] });
const make = (id: string, change: Partial<AnalyzedArticle> = {}): AnalyzedArticle =>
  makeArticle({ id, body: [`The ${id} took the buoy. Nobody in Reed saw it go.`], ...change }).article;

function tell(
  members: AnalyzedArticle[],
  page = makePage(),
  folded: StoryGroup['folded'] = [],
  copies: AnalyzedArticle[] = [],
) {
  const themeReason = { words: [], runnerUp: null, margin: 1, unsure: false, rule: 'seeds' };
  const group = { articles: members.map((m) => m.id), folded, shared: [], theme: 'Tide', themeReason };
  const { chosen, diagnostics } = chooseByHand(members, page);
  const result = tellStory(group, members, chosen, page, {
    articles: new Map([...members, ...copies].map((a) => [a.id, a])),
    pick: ([article]) => [
      {
        article: article?.id ?? '',
        sentences: article?.sentences.slice(0, 1) ?? [],
        reason: { score: 0.5, reasons: ['opens'] },
      },
    ],
    language: 'en',
  });
  return result && { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
}

test('the first member is told, with what the summarizer picked', () => {
  const head = make('ebb', {
    date: makeDate('2026-05-14'),
    url: cite('https://www.reed.example/ebb'),
    authors: [{ ...cite('Ida Pell'), role: 'author' }],
    licence: cite('CC BY 4.0'),
  });
  const { told, diagnostics } = tell([head, make('flood')]) ?? {};
  expect(diagnostics).toEqual([]);
  expect(told).toMatchObject({ theme: 'Tide', members: ['ebb', 'flood'], reasons: [{ score: 0.5 }] });
  expect(told?.story).toMatchObject({
    id: 'ebb',
    title: 'What became of ebb',
    url: 'https://www.reed.example/ebb',
    source: 'reed.example',
    authors: ['Ida Pell'],
    date: '2026-05-14',
    dateLabel: '14 May',
    licence: 'CC BY 4.0',
    highlights: [{ text: 'The ebb took the buoy.', article: 'ebb' }],
    alsoIn: [{ id: 'flood', title: 'What became of flood', url: null }],
  });
});

test('nobody to tell, nothing told', () => expect(tell([])).toBeNull());

test.each([
  [{ source: cite('Reed Courier'), url: cite('https://x.example') }, 'Reed Courier'],
  [{ url: cite('https://www.x.example/a') }, 'x.example'],
  [{ url: cite('nowhere') }, 'source not stated'],
  [{}, 'source not stated'],
])('the source of %j', (change, source) => expect(sourceOf(make('ebb', change), 'en')).toBe(source));

describe('the editor chooses', () => {
  test('a sentence of any member in place of the picked ones', () => {
    const page = makePage({ highlights: { flood: ['The flood took the buoy.'] } });
    const { told } = tell([make('ebb'), make('flood')], page) ?? {};
    expect(told?.story.highlights.map((h) => [h.text, h.article])).toEqual([
      ['The flood took the buoy.', 'flood'],
    ]);
    expect(told?.reasons).toEqual([{ score: 1, reasons: ['chosen by the editor'] }]);
  });
  test('words that nobody wrote: they are told of, and the picked ones stay', () => {
    const page = makePage({ highlights: { ebb: ['The ebb gave the buoy.'] } });
    const { told, diagnostics } = tell([make('ebb')], page) ?? {};
    expect(told?.story.highlights.map((h) => h.text)).toEqual(['The ebb took the buoy.']);
    expect(diagnostics).toMatchObject([{ code: 'not-verbatim' }]);
  });
  test.each(['constructor', '__proto__', 'toString'])('an article may be called %s', (id) => {
    expect(tell([make(id)])?.told.story.highlights).toHaveLength(1);
  });
});

describe('also in', () => {
  const source = (text: string) => ({ source: cite(text) });
  const also = (...args: Parameters<typeof tell>) => tell(...args)?.told.story.alsoIn.map((a) => a.id);
  test('every other member, also of the same source', () => {
    const members = [
      make('a', source('Courier')),
      make('b', source('Post')),
      make('c', source('Post')),
      make('d', source('Courier')),
    ];
    expect(also(members)).toEqual(['b', 'c', 'd']);
  });
  test('near-copies of members that are here, after the members', () => {
    const copies = [make('x', source('Echo')), make('y', source('Far'))];
    const folded = [
      { id: 'x', of: 'a', containment: 1 },
      { id: 'y', of: 'elsewhere', containment: 1 },
    ];
    expect(
      also([make('a', source('Courier')), make('b', source('Post'))], makePage(), folded, copies),
    ).toEqual(['b', 'x']);
  });
});
