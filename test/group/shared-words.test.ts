import { expect, test } from 'vitest';
import { sharedWords } from '../../src/group/shared-words.ts';
import { storyVectors } from '../../src/group/story-vectors.ts';
import { readWords } from '../../src/group/words.ts';
import { draft, texts } from './articles.ts';

function shared(...bodies: string[]): string[] {
  const read = bodies
    .map((text, i) => draft({ id: `a${i}`, text }))
    .map((article) => ({ article, words: readWords(article) }));
  const members = read.map((_, i) => i);
  return sharedWords(members, storyVectors(read.map(({ words }) => words)), read);
}

test('the reasons of a story are words of both, as readers write them, none twice', () => {
  const words = shared(texts.ferry, texts.ferryElsewhere);
  expect(words).toContain('Quill Point');
  expect(words.length).toBeLessThanOrEqual(5);
  const single = words.flatMap((word) => word.split(' '));
  expect(new Set(single).size).toBe(single.length);
  for (const word of single) {
    expect(texts.ferry.toLowerCase()).toContain(word.toLowerCase());
  }
});

test('articles that share nothing give no reasons', () => {
  expect(shared('Goats graze.', 'Trains leave.')).toEqual([]);
});
