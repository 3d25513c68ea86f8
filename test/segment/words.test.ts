import { expect, test } from 'vitest';
import { createVocabulary, jaccard, shareIn, stemOf, topicStems } from '../../src/segment/words.ts';

test('forms of a word share a stem', () => {
  expect(stemOf('mining')).toBe(stemOf('mines'));
  expect(stemOf('digging')).toBe(stemOf('dig'));
  expect(stemOf('Bells’')).toBe(stemOf('bell'));
});

test('the topic is in long words, names and abbreviations', () => {
  expect(topicStems('The bell of the EU and Kai was about 2042')).toEqual(['bell', 'eu', 'kai']);
  expect(topicStems('海水电池')).toEqual(['海水', '水电', '电池']);
});

test('shares', () => {
  const [a, b] = [new Set(['x', 'y']), new Set(['y', 'z'])];
  expect(shareIn(a, b)).toBe(0.5);
  expect(jaccard(a, b)).toBeCloseTo(1 / 3);
  expect(shareIn(new Set(), b)).toBe(0);
  expect(jaccard(new Set(), b)).toBe(0);
});

test('a vocabulary counts words and knows what is written with a hyphen', () => {
  const vocabulary = createVocabulary('The state- owned bell. A bell-ringer.');
  expect(vocabulary.count('Bell')).toBe(2);
  expect(vocabulary.count('state-owned')).toBe(1);
  expect(vocabulary.isHyphenated('stateowned')).toBe(true);
  expect(vocabulary.isHyphenated('ringer')).toBe(false);
});
