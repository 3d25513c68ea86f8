import { expect, test } from 'vitest';
import { followsOn, isQuotable, runText } from '../../src/text/runs.ts';
import { makeArticle } from '../made-articles.ts';

const body = ['The tide was late. It came at noon.', 'Nobody had waited for it.'];
const { article } = makeArticle({ id: 'tide', body });
const [first, second, third] = article.sentences;
if (!first || !second || !third) throw new Error('three sentences');

test('sentences follow on within a paragraph and across its end', () => {
  expect([followsOn(second, first), followsOn(third, second)]).toEqual([true, true]);
  expect(runText([first, second, third])).toBe(body.join(' '));
});

test('not where anything else stands between: a subhead, a caption', () => {
  expect(followsOn({ ...third, before: [] }, second)).toBe(false);
  expect(isQuotable([first, second, { ...third, before: [] }])).toBe(false);
});

test('damage anywhere cannot be quoted', () => {
  expect(isQuotable([first, second, third])).toBe(true);
  expect(isQuotable([first, { ...second, barred: 'hole' }])).toBe(false);
  expect(isQuotable([{ ...first, barred: 'hole' }])).toBe(false);
});

test('sentences that touch have no space between them', () => {
  const { sentences } = makeArticle({ id: 'zh', language: 'zh', body: ['潮水来晚了。没有人等它。'] }).article;
  expect(runText(sentences)).toBe('潮水来晚了。没有人等它。');
});
