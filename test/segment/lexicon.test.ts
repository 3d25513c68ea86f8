import { expect, test } from 'vitest';
import {
  bareSuffixes,
  continuers,
  monthPattern,
  openWords,
  sectionNames,
  stopWords,
} from '../../src/segment/lexicon.ts';

test('months are known whole and short, in several languages', () => {
  const month = new RegExp(`^(?:${monthPattern})$`, 'iu');
  for (const name of ['May', 'sept', 'März', 'août', 'mayo', 'мая', 'مايو']) expect(name).toMatch(month);
  expect('maybe').not.toMatch(month);
});

test('words are listed in lower case', () => {
  for (const list of [bareSuffixes, continuers, openWords, sectionNames, stopWords]) {
    expect([...list].filter((w) => w !== w.toLowerCase() || w.trim() !== w || w === '')).toEqual([]);
  }
});

test('a suffix that is a word would join what belongs apart', () => {
  for (const word of ['house', 'free', 'being', 'ship', 'based']) expect(bareSuffixes.has(word)).toBe(false);
});
