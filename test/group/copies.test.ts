import { describe, expect, test } from 'vitest';
import { markCopies } from '../../src/group/copies.ts';
import { checkClasses } from '../../src/proof/conservation.ts';
import type { AnalyzedArticle, ClassedRange, Part, StoryGroup } from '../../src/types.ts';
import { makeArticle } from '../made-articles.ts';

const { part, article } = makeArticle({ id: 'copy', body: ['The ebb took it.', 'Nobody saw.'] });
const end = part.text.length;
const [first, second] = article.paragraphs.map((p) => p.ranges[0] ?? { start: 0, end: 0 });
if (!first || !second) throw new Error('two paragraphs');

const themeReason = { words: [], runnerUp: null, margin: 1, unsure: false, rule: 'seeds' };
const group: StoryGroup = {
  articles: ['kept'],
  folded: [{ id: 'copy', of: 'kept', containment: 1 }],
  shared: [],
  theme: 'Tide',
  themeReason,
};

function mark(classes: ClassedRange[], articles: AnalyzedArticle[], of: Part = part): ClassedRange[] {
  const [marked] = markCopies([{ part: of, articles, classes }], articles, [group]);
  expect(checkClasses({ part: of, classes: marked?.classes ?? [] })).toBeNull();
  return marked?.classes ?? [];
}

const classes: ClassedRange[] = [
  { start: 0, end: first.start, class: 'title', rule: 'title' },
  { start: first.start, end: second.start, class: 'body', rule: 'prose' },
  { start: second.start, end: second.start + 3, class: 'boilerplate', rule: 'hyphen' },
  { start: second.start + 3, end, class: 'body', rule: 'prose' },
];

describe('markCopies', () => {
  test('the body of a folded article is duplicate, nothing else', () => {
    const marked = mark(classes, [article]);
    expect(marked.map((c) => c.class)).toEqual(['title', 'duplicate', 'boilerplate', 'duplicate']);
    expect(marked[1]?.rule).toBe('copy of kept');
  });
  test('other parts and other articles stay as they are', () => {
    const segmented = { part, articles: [article], classes };
    expect(markCopies([segmented], [{ ...article, id: 'other' }], [group])[0]).toBe(segmented);
    expect(markCopies([segmented], [{ ...article, part: 'elsewhere' }], [group])[0]).toBe(segmented);
  });
  test('where a copy touches an article that stays, only the copy is duplicate', () => {
    const one: ClassedRange[] = [
      { start: 0, end: first.start, class: 'title', rule: 'title' },
      { start: first.start, end, class: 'body', rule: 'prose' },
    ];
    const kept = { ...article, id: 'kept', paragraphs: article.paragraphs.slice(0, 1) };
    const copy = { ...article, paragraphs: article.paragraphs.slice(1) };
    expect(mark(one, [kept, copy])).toEqual([
      one[0],
      { start: first.start, end: second.start, class: 'body', rule: 'prose' },
      { start: second.start, end, class: 'duplicate', rule: 'copy of kept' },
    ]);
  });
  test('what both cite is no duplicate', () => {
    const kept = { ...article, id: 'kept', paragraphs: article.paragraphs.slice(1) };
    expect(mark(classes, [kept, article]).map((c) => c.class)).toEqual([
      'title',
      'duplicate',
      'boilerplate',
      'body',
    ]);
  });
});
