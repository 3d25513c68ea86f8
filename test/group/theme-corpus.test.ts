import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/group/theme-corpus.ts';
import { readWords } from '../../src/group/words.ts';
import { draft, landThemes } from './articles.ts';

const source = (change: Partial<Parameters<typeof draft>[0]>, pinned: number | null = null) => {
  const article = draft({ id: 'a', ...change });
  return { article, words: readWords(article), pinned };
};

describe('a corpus', () => {
  test('counts words, the title twice', () => {
    const { documents, terms } = readCorpus(
      [source({ title: 'Boats', text: 'A boat in a gale.' })],
      landThemes,
    );
    const [document] = documents;
    expect(document?.length).toBe(4);
    expect(document?.terms.weights[document.terms.ids.indexOf(terms.get('boat') ?? -1)]).toBe(3);
  });
  test('starts from the seeds: shares of the themes, or nothing', () => {
    const { documents } = readCorpus(
      [source({ text: 'Boat.' }), source({ text: 'Boat, farmer.' }), source({ text: 'Gale.' })],
      landThemes,
    );
    const [sea, both, none] = documents.map(({ start }) => [...start]);
    expect(sea).toEqual([1, 0]);
    expect((both?.[0] ?? 0) + (both?.[1] ?? 0)).toBeCloseTo(1, 9);
    expect(none).toEqual([0, 0]);
  });
  test('lets an editor teach with the weight of five', () => {
    const { documents } = readCorpus([source({ text: 'Gale.' }, 1), source({ text: 'Boat.' })], landThemes);
    expect(documents.map(({ weight, fixed }) => [weight, fixed])).toEqual([
      [5, 1],
      [1, null],
    ]);
  });
  test('has seeds and phrases as terms, found or not', () => {
    const { seeds, terms, documents } = readCorpus([source({ text: 'A boat and sea birds.' })], landThemes);
    const phrase = [...terms.keys()].find((key) => key.includes(' ')) ?? '';
    expect(seeds.map(({ theme }) => theme)).toEqual([0, 0, 1]);
    expect(seeds[0]).toEqual({ term: terms.get('boat'), theme: 0 });
    expect([...(documents[0]?.terms.ids ?? [])]).toContain(terms.get(phrase));
  });
});

describe('a language without a hold', () => {
  const french = (text: string) => source({ text, language: 'fr' });
  const english = [
    source({ text: 'A boat from Brest.' }),
    source({ text: 'The farmer.' }),
    source({ text: 'A boat.' }),
  ];
  test('does not teach and is read by the words it shares', () => {
    const { documents, terms } = readCorpus(
      [...english, french('Un voilier de Brest.'), french('Le pain.')],
      landThemes,
    );
    expect(documents.map(({ weight }) => weight)).toEqual([1, 1, 1, 0, 0]);
    expect([...(documents[3]?.terms.ids ?? [])]).toEqual([terms.get('brest')]);
    expect(terms.has('voilier')).toBe(false);
  });
  test('has a hold when most of its articles hold a seed', () => {
    const { documents } = readCorpus([...english, french('Un boat.')], landThemes);
    expect(documents[3]?.weight).toBe(1);
  });
});

test('no articles and no themes are allowed', () => {
  expect(readCorpus([], landThemes).documents).toEqual([]);
  expect(readCorpus([source({ text: 'Boat.' })], []).documents).toHaveLength(1);
});
