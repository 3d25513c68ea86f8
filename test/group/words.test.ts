import { expect, test } from 'vitest';
import { readWords, titleTokens } from '../../src/group/words.ts';
import { draft } from './articles.ts';

const article = draft({
  id: 'a',
  title: 'The Boats of Tarrow',
  text: 'Boats came and boats went.\nIt is so.',
});

test('words carry their folded form and a key under which forms meet; stop words are gone', () => {
  const { title, sentences } = readWords(article);
  expect(title.map((word) => word.text)).toEqual(['boats', 'tarrow']);
  expect(sentences).toHaveLength(2);
  expect(sentences[0]?.map((word) => word.text)).toEqual(['boats', 'came', 'boats', 'went']);
  expect(sentences[0]?.[0]?.key).toBe(title[0]?.key);
  expect(readWords(draft({ id: 'b', text: 'A boat.' })).sentences[0]?.[0]?.key).toBe(title[0]?.key);
  expect(sentences[1]).toEqual([]);
});

test('the tokens of a title hold its stop words', () => {
  expect(titleTokens(article)).toEqual(['the', 'boats', 'of', 'tarrow']);
});
