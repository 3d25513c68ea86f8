import { describe, expect, test } from 'vitest';
import { clusterStories, rankMembers } from '../../src/group/stories.ts';
import { storyVectors } from '../../src/group/story-vectors.ts';
import { readWords } from '../../src/group/words.ts';
import { draft, texts } from './articles.ts';

const free = { together: [], apart: [] };
const bodies = [texts.ferry, texts.cheese, texts.ferryElsewhere, texts.library];

function cluster(
  dates: (string | undefined)[],
  rules: Parameters<typeof clusterStories>[2] = free,
): number[][] {
  const articles = bodies.map((text, i) =>
    draft({ id: `a${i}`, text, ...(dates[i] ? { date: dates[i] } : {}) }),
  );
  return clusterStories(articles, storyVectors(articles.map(readWords)).vectors, rules);
}

describe('stories', () => {
  test('tellings of one event are one', () => {
    expect(cluster(['2026-05-04', '2026-05-04', '2026-05-05', '2026-05-04'])).toEqual([[0, 2], [1], [3]]);
  });
  test('an unknown date may join', () => {
    expect(cluster(['2026-05-04'])).toEqual([[0, 2], [1], [3]]);
  });
  test('weeks apart they are another event', () => {
    expect(cluster(['2026-05-04', undefined, '2026-06-20'])).toEqual([[0], [1], [2], [3]]);
  });
  test('a month is no distance from its days', () => {
    expect(cluster(['2026-05', undefined, '2026-05-31'])[0]).toEqual([0, 2]);
  });
  test('two articles of one page are two stories, unless the editor merges them', () => {
    const articles = bodies.map((text, i) => ({ ...draft({ id: `a${i}`, text }), part: 'page.txt#text' }));
    const vectors = storyVectors(articles.map(readWords)).vectors;
    expect(clusterStories(articles, vectors, free)).toEqual([[0], [1], [2], [3]]);
    expect(clusterStories(articles, vectors, { together: [[0, 2]], apart: [] })[0]).toEqual([0, 2]);
  });
  test("the editor's word holds", () => {
    expect(cluster([], { together: [], apart: [[0, 2]] })).toEqual([[0], [1], [2], [3]]);
    expect(cluster([], { together: [[1, 3]], apart: [] })).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});

describe('the member told', () => {
  const rank = (drafts: Parameters<typeof draft>[0][]) => {
    const articles = drafts.map(draft);
    const { vectors } = storyVectors(articles.map(readWords));
    return rankMembers(
      articles.map((_, i) => i),
      articles,
      vectors,
    );
  };
  test('is the most central one', () => {
    const both = `${texts.ferry}\n${texts.cheese}`;
    expect(
      rank([
        { id: 'a', text: texts.ferry },
        { id: 'b', text: texts.cheese },
        { id: 'c', text: both },
      ])[0],
    ).toBe(2);
  });
  test('of two the earlier, a date before none', () => {
    const text = texts.ferry;
    expect(
      rank([
        { id: 'a', text },
        { id: 'b', text, date: '2026-05-02' },
      ]),
    ).toEqual([1, 0]);
    expect(
      rank([
        { id: 'a', text, date: '2026-05-03' },
        { id: 'b', text, date: '2026-05-02' },
      ]),
    ).toEqual([1, 0]);
    expect(
      rank([
        { id: 'a', text },
        { id: 'b', text },
      ]),
    ).toEqual([0, 1]);
  });
});
