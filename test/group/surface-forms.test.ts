import { expect, test } from 'vitest';
import { readableWords } from '../../src/group/surface-forms.ts';
import { readWords } from '../../src/group/words.ts';
import { draft } from './articles.ts';

const read = (title: string, text: string) => {
  const article = draft({ id: 'a', title, text });
  return { article, words: readWords(article) };
};

test('a name keeps its capital, a word that only opens a sentence does not', () => {
  const one = read('Buoys fail', 'Buoys near Tarrow went dark.\nThe buoys of Tarrow are old.');
  const keys = [...new Set(one.words.title.concat(one.words.sentences.flat()).map((word) => word.key))];
  const words = readableWords(keys, [one]);
  expect(words).toContain('buoys');
  expect(words).toContain('Tarrow');
});

test('the most frequent form stands for its key, ties by code unit', () => {
  const one = read('', 'A boat, two boats, more boats.');
  expect(
    readableWords(
      one.words.sentences
        .flat()
        .slice(0, 1)
        .map((word) => word.key),
      [one],
    ),
  ).toEqual(['boats']);
});

test('a pair is written word by word, an unknown key as it is', () => {
  const one = read('', 'Quill Point is dark.');
  const [quill, point] = one.words.sentences.flat();
  expect(readableWords([`${quill?.key} ${point?.key}`, 'nowhere'], [one])).toEqual([
    'Quill Point',
    'nowhere',
  ]);
});
