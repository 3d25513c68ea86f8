import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/compose/highlights.ts';
import { chooseLead, importanceOf, orderStories } from '../../src/compose/order.ts';
import type { Told } from '../../src/compose/stories.ts';
import type { AnalyzedArticle } from '../../src/types.ts';
import { makeArticle, makePage, makeTestStory } from '../made-articles.ts';

const articles = new Map<string, AnalyzedArticle>();

type Sketch = { words?: number; also?: number; highlights?: number; date?: string | null };

function tell(id: string, { words = 400, also = 0, highlights = 1, date = '2026-05-14' }: Sketch = {}): Told {
  const { article } = makeArticle({ id, words, body: ['The ebb took it.'] });
  articles.set(id, article);
  const highlight = highlightOf(article, article.sentences);
  const story = makeTestStory({
    id,
    date,
    highlights: Array.from({ length: highlights }, () => highlight),
    alsoIn: Array.from({ length: also }, (_, i) => ({
      id: `${id}-also-${i}`,
      title: 'x',
      source: `s${i}`,
      url: null,
    })),
  });
  const themeReason = { words: [], runnerUp: null, margin: 1, unsure: false, rule: 'seeds' };
  const group = { articles: [id], folded: [], shared: [], theme: 'Tide', themeReason };
  return {
    story,
    theme: 'Tide',
    group,
    members: [id, ...story.alsoIn.map((a) => a.id)],
    reasons: [],
    chosen: false,
  };
}

const may = { start: '2026-05-01', key: '2026-05' };

const ids = (stories: readonly Told[]): string[] => stories.map((t) => t.story.id);

describe('importanceOf', () => {
  const more: [what: string, better: Sketch, worse: Sketch][] = [
    ['more sources', { also: 1 }, { words: 800, date: '2026-05-31' }],
    ['a longer telling', { words: 700 }, { words: 300 }],
    ['a later day', { date: '2026-05-20' }, { date: '2026-05-02' }],
    ['something to quote', {}, { highlights: 0 }],
    ['any day', { date: '2026-05-02' }, { date: '2026-05' }],
  ];
  test.each(more)('%s', (_, better, worse) => {
    expect(importanceOf(tell('p', better), may, articles)).toBeGreaterThan(
      importanceOf(tell('q', worse), may, articles),
    );
  });
  test('beyond 800 words length counts no more, and the figure is rounded', () => {
    expect(importanceOf(tell('p', { words: 9000 }), may, articles)).toBe(
      importanceOf(tell('q', { words: 800 }), may, articles),
    );
    expect(importanceOf(tell('p', { words: 333, also: 2 }), may, articles)).toBe(4.711981);
  });
});

test.each([
  ['2026-W18', '2026-04-27', '2026-04-30', '2026-05-02'],
  ['2026-Q1', '2026-01-01', '2026-01-31', '2026-03-02'],
  ['2026-05', '2026-05-01', '2026-05-02', '2026-05-31'],
])('late in %s counts more than early, across the end of a month too', (key, start, early, late) => {
  const of = (date: string): number => importanceOf(tell('p', { date }), { start, key }, articles);
  expect(of(late)).toBeGreaterThan(of(early));
});

test('a source that tells a story twice is one', () => {
  const twice = tell('p', { also: 2 });
  const same = { ...twice.story, alsoIn: twice.story.alsoIn.map((a) => ({ ...a, source: 's0' })) };
  expect(importanceOf({ ...twice, story: same }, may, articles)).toBe(
    importanceOf(tell('q', { also: 1 }), may, articles),
  );
});

describe('orderStories', () => {
  const told = [
    tell('a', { words: 100 }),
    tell('b', { words: 200 }),
    tell('c', { words: 300 }),
    tell('d', { words: 400 }),
  ];
  test('by importance, whatever the order of the input', () => {
    expect(ids(orderStories(told, makePage(), may, articles))).toEqual(['d', 'c', 'b', 'a']);
    expect(ids(orderStories(told.toReversed(), makePage(), may, articles))).toEqual(['d', 'c', 'b', 'a']);
  });
  test('pinned first, then ordered, then the rest', () => {
    const page = makePage({ pin: ['b'], order: ['a', 'c'] });
    expect(ids(orderStories(told, page, may, articles))).toEqual(['b', 'a', 'c', 'd']);
  });
  test('a member that is only "also in" speaks for its story', () => {
    const page = makePage({ pin: ['k-also-0'] });
    const stories = [...told.slice(1), tell('k', { words: 1, also: 1, highlights: 0 })];
    expect(ids(orderStories(stories, page, may, articles))[0]).toBe('k');
  });
  test('ties go to the newer date, then to the id', () => {
    const month = [tell('y', { date: null }), tell('x', { date: null }), tell('z', { date: '2026-05' })];
    expect(ids(orderStories(month, makePage(), may, articles))).toEqual(['z', 'x', 'y']);
  });
});

describe('chooseLead', () => {
  const told = [
    tell('e', { also: 3, highlights: 0 }),
    tell('f', { words: 800 }),
    tell('g', { highlights: 2 }),
    tell('h', { highlights: 3, also: 1 }),
  ];
  const leadOf = (stories: readonly Told[], page = makePage()) =>
    chooseLead(stories, page, may, articles)?.story.id;
  test('the most important of those with two highlights or more', () => expect(leadOf(told)).toBe('h'));
  test('with one where no story has two', () => expect(leadOf(told.slice(0, 2))).toBe('f'));
  test('what the editor chose is enough to lead', () => {
    const chosen = { ...tell('i', { also: 3, highlights: 1 }), chosen: true };
    expect(leadOf([...told, chosen])).toBe('i');
  });
  test('the first pinned that is told', () =>
    expect(leadOf(told, makePage({ pin: ['gone', 'e', 'f'] }))).toBe('e'));
  test('the order within themes does not choose it', () =>
    expect(leadOf(told, makePage({ order: ['g'] }))).toBe('h'));
  test('none of none', () => expect(leadOf([])).toBeUndefined());
});
