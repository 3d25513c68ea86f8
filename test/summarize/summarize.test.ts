import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summarize/summarize.ts';
import { makeArticle } from '../made-articles.ts';

const { article } = makeArticle({
  id: 'rents',
  title: { text: 'Council freezes harbour rents', ranges: [] },
  body: [
    'The council of Low Reed froze harbour rents on Monday. He had not expected that at all.',
    'Who will pay for the new pier then? The council of Low Reed froze the harbour rents, on a Monday.',
    'Forty boats lie in the harbour of Low Reed this year. The ferry pays 900 crowns a month for its berth.',
  ],
});
const texts = (limit: number): string[] => summarize(article, limit).chosen.map((c) => c.sentence.text);

describe('summarize', () => {
  test('the best that stand alone, in reading order, none that repeats another', () => {
    expect(texts(3)).toEqual([
      'The council of Low Reed froze harbour rents on Monday.',
      'Forty boats lie in the harbour of Low Reed this year.',
      'The ferry pays 900 crowns a month for its berth.',
    ]);
  });
  test('a better sentence does not come before one that stands above it', () => {
    const body = ['Gulls circled over the quiet pier.', 'The council froze the harbour rents until 2028.'];
    const { chosen } = summarize(makeArticle({ id: 'x', title: article.title, body }).article, 2);
    expect(chosen.map((c) => c.sentence.text)).toEqual(body);
    expect(chosen[0]?.reason.score).toBeLessThan(chosen[1]?.reason.score ?? 0);
  });
  test.each([0, 1, 2])('at most %i', (limit) => expect(texts(limit)).toHaveLength(limit));
  test('every rejected sentence is counted by its reason', () => {
    expect(summarize(article, 3).rejected).toEqual({ 'dangling opener': 1, 'question alone': 1 });
  });
  test('every chosen sentence says why', () => {
    const [first, second, third] = summarize(article, 3).chosen.map((c) => c.reason.reasons);
    expect(first).toContain('opens the article');
    expect(first).toContain('shares words with the title');
    expect(second?.[0]).toBe('sentence 5, paragraph 3');
    expect(third).toContain('names a figure');
  });
  test('an article without a fit sentence has none', () => {
    const poor = makeArticle({ id: 'poor', body: ['Why?', 'Nobody knows.'] }).article;
    expect(summarize(poor, 3)).toEqual({ chosen: [], rejected: { 'too short': 2 } });
  });
});
