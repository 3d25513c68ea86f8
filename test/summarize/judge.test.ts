import { describe, expect, test } from 'vitest';
import { hiddenIn, judgeArticle } from '../../src/summarize/judge.ts';
import { loadModel } from '../../src/summarize/model/weights.ts';
import { makeArticle } from '../made-articles.ts';

const model = await loadModel();
const body = [
  'The council of Low Reed froze the harbour rents on Monday. Gulls circled over the pier. Rents had doubled in nine years, the council found.',
  'Skippers of forty boats had threatened to leave for Caddow. “We could not pay,” skipper Ane Lund told the council. It rained all day.',
  'The rents stay frozen until 2028. The harbour will lose 300,000 crowns a year, its master Pim Vaster said. A dog slept by the door.',
];
const { article } = makeArticle({
  id: 'rents',
  title: { text: 'Council freezes harbour rents', ranges: [] },
  body,
});

describe.each([
  ['the model', model],
  ['position', null],
])('%s', (_, own) => {
  const judge = judgeArticle(article, own);
  test('the news is worth more than the gulls', () => {
    expect(judge.margins[0]).toBeGreaterThan(judge.margins[1] ?? 0);
  });
  test('a set with the news is worth more than one without', () => {
    const [best, worst] = Array.from(
      judge.valuesOf([
        [0, 2],
        [1, 3],
      ]),
    );
    expect(best).toBeGreaterThan(worst ?? 0);
  });
  test('reasons say where a sentence stands', () => {
    expect(judge.reasonsFor(0)[0]).toBe('opens the article');
    expect(judge.reasonsFor(3)[0]).toBe('sentence 4, paragraph 2');
  });
});

test.each(['en', 'en-GB'])('the model reads %s', (language) => {
  expect(judgeArticle({ ...article, language }, model).telling).toBe(2);
});
test('another language is judged by position, which is told', () => {
  const judge = judgeArticle({ ...article, language: 'de' }, model);
  expect(judge.telling).toBe(0);
  expect(judge.reasonsFor(0).join()).toContain('no model for "de"');
  expect(judgeArticle(article, null).reasonsFor(0).join()).not.toContain('no model');
});

test('a short article is judged by position, which is told', () => {
  const brief = { ...article, sentences: article.sentences.slice(0, 7) };
  expect(judgeArticle(brief, model).reasonsFor(0)).toContain(
    'chosen by position and centrality: the article is short',
  );
});

describe('what a pasted text has lost', () => {
  const say = (text: string, paragraph: number) => ({ text, paragraph });
  const lines = Array.from({ length: 8 }, (_, i) => `The ferry ${i} left Low Reed.`);
  test('nothing, in an article with paragraphs and names', () => {
    expect(hiddenIn(lines.map((text, i) => say(text, i)))).toEqual({ paragraphs: false, capitals: false });
  });
  test('its paragraphs, when all of many sentences stand in one', () => {
    expect(hiddenIn(lines.map((text) => say(text, 0))).paragraphs).toBe(true);
    expect(hiddenIn(lines.slice(0, 3).map((text) => say(text, 0))).paragraphs).toBe(false);
  });
  test('its capitals', () => {
    expect(hiddenIn(lines.map((text, i) => say(text.toLowerCase(), i))).capitals).toBe(true);
  });
});
