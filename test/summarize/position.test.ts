import { describe, expect, test, vi } from 'vitest';
import { scoreSentences } from '../../src/summarize/position.ts';
import type { Sentence } from '../../src/types.ts';
import { makeArticle } from '../made-articles.ts';

const body = [
  'The council froze harbour rents on Monday. Gulls circled over the pier.',
  'Harbour rents had doubled in nine years, the council found. Rents stay frozen until 2028.',
];
const { sentences } = makeArticle({ id: 'rents', body }).article;
const scores = scoreSentences(sentences, ['the', 'harbour', 'rents'], 'en');

describe('scoreSentences', () => {
  test('the first position is worth most', () => {
    expect(scores.map((s) => s.position)).toEqual(scores.map((_, i) => 1 / (1 + 0.35 * i)));
  });
  test('words of the title count, its function words do not', () => {
    expect(scores.map((s) => s.title)).toEqual([1, 0, 1, 0.5]);
  });
  test('what the article is about is central, an aside is not', () => {
    expect(Math.max(...scores.map((s) => s.centrality))).toBe(1);
    expect(scores[1]?.centrality).toBe(Math.min(...scores.map((s) => s.centrality)));
  });
  test('a figure counts', () => expect(scores.map((s) => s.figure)).toEqual([0, 0, 0, 1]));
  test('the total is a share, rounded to a millionth', () => {
    for (const { total } of scores) {
      expect(total).toBe(Math.round(total * 1e6) / 1e6);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(1);
    }
    expect(scores[0]?.total).toBe(Math.max(...scores.map((s) => s.total)));
  });
  test('nothing, and sentences without words, have scores too', () => {
    expect(scoreSentences([], ['rents'], 'en')).toEqual([]);
    const bare = sentences.slice(0, 2).map((s) => ({ ...s, tokens: [] }));
    expect(scoreSentences(bare, [], 'en').map((s) => s.total)).toEqual([0.5, 0.37037]);
  });
});

test('the norm of the centroid is computed once, not for every sentence', () => {
  const log = vi.spyOn(Math, 'log');
  const words = (n: number) => Array.from({ length: 10 }, (_, i) => `word${n * 10 + i}`);
  const many = Array.from(
    { length: 300 },
    (_, n) => ({ ...sentences[0], text: 'x', tokens: words(n) }) as Sentence,
  );
  scoreSentences(many, [], 'en');
  const calls = log.mock.calls.length;
  log.mockRestore();
  // A handful for each of the 3,000 words.
  expect(calls).toBeLessThan(3000 * 20);
});
