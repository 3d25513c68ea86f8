import { expect, test } from 'vitest';
import { findRepeats, repeatedByBoth, withoutRepeats } from '../../src/group/repeats.ts';
import { readWords } from '../../src/group/words.ts';
import { draft } from './articles.ts';

const own = (id: string) => id;
const articles = [
  draft({ id: 'a', title: 'Chess corner', text: 'The mill burns.\n…\nWrite to us.' }),
  draft({ id: 'b', title: 'Chess Corner', text: 'The bridge holds.\nWrite to us!\n…' }),
  draft({ id: 'c', title: 'Rope', text: 'Chess corner.\nRope is sold.\nRope is sold.' }),
];

test('a sentence is repeated by sentences, a title by titles, and nothing by signs', () => {
  expect([...findRepeats(articles, own)]).toEqual([
    ['a', { title: true, sentences: [2] }],
    ['b', { title: true, sentences: [1] }],
  ]);
});

test('inside one family nothing is', () => {
  expect(findRepeats(articles, (id) => (id === 'b' ? 'a' : id)).size).toBe(0);
});

test('words are read without what is repeated', () => {
  const [article = draft({ id: '' })] = articles;
  const words = readWords(article);
  expect(withoutRepeats(words, undefined)).toBe(words);
  const left = withoutRepeats(words, { title: true, sentences: [2] });
  expect(left).toEqual({ title: [], sentences: [words.sentences[0], words.sentences[1], []] });
});

test('two counts agree on what both have', () => {
  const one = new Map([
    ['a', { title: true, sentences: [0, 2] }],
    ['b', { title: false, sentences: [1] }],
  ]);
  expect(repeatedByBoth(one, new Map([['a', { title: false, sentences: [2, 3] }]]))).toEqual(
    new Map([['a', new Set([2])]]),
  );
});
