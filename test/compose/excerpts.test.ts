import { expect, test } from 'vitest';
import { citeWords, excerptOf, findWords, listCandidates } from '../../src/compose/excerpts.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import { makeArticle } from '../made-articles.ts';
import { tellArticle } from './told.ts';

const { part, article } = makeArticle({
  id: 'ebb',
  body: ['The ebb took the buoy\nat five. It  came back. A hat, a hat and a cat came too.'],
});
const candidates = listCandidates(
  [tellArticle(article, article.sentences.slice(0, 1))],
  new Map([[article.id, article]]),
);

test('every sentence whose places can be counted; what is shown already is known', () => {
  expect(candidates.map(({ sentence, shown, rank }) => [sentence.index, shown, rank])).toEqual([
    [0, true, 0],
    [2, false, 0],
  ]);
});

test('a damaged sentence is none', () => {
  const damaged = { ...article, sentences: article.sentences.map((s) => ({ ...s, barred: 'hole' })) };
  expect(listCandidates([tellArticle(article)], new Map([['ebb', damaged]]))).toEqual([]);
});

test('words keep their place over the end of a line', () => {
  const [first] = candidates;
  const cited = citeWords(first?.sentence ?? never(), { start: 13, end: 29 });
  expect(cited.text).toBe('the buoy at five');
  expect(joinRanges(part.text, cited.ranges)).toBe(cited.text);
  expect(excerptOf(first ?? never(), 'en')).toMatchObject({
    story: 'ebb',
    language: 'en',
    sentence: { text: 'The ebb took the buoy at five.', source: 'source not stated' },
  });
});

test('two texts of an editor are found in one sentence, apart from each other', () => {
  expect(findWords(candidates, 'The ebb', ' the  buoy ')).toMatchObject({
    first: { start: 0, end: 7 },
    second: { start: 13, end: 21 },
  });
  expect(findWords(candidates, 'a hat', 'A hat, a hat')).toBeNull();
  expect(findWords(candidates, 'came too', 'a hat')).toMatchObject({ second: { start: 7 } });
  expect(findWords(candidates, 'The ebb', 'a cat')).toBeNull();
  expect(findWords(candidates, '', 'a cat')).toBeNull();
});

function never(): never {
  throw new Error('the fixture is broken');
}
