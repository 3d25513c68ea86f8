import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates } from '../../src/group/duplicates.ts';
import { draft, shuffled, texts } from './articles.ts';

const never = () => false;
const fold = (...drafts: Parameters<typeof draft>[0][]) => findDuplicates(drafts.map(draft), never);

/** Prose without a repeated run of three words, the same for the same numbers. */
const prose = (seed: number, words: number) =>
  Array.from(
    { length: words },
    (_, i) => `word${(i * i * 31 + i * 17 + seed * 7919) % 5003}${i % 12 === 11 ? '.\n' : ''}`,
  ).join(' ');

const footer =
  'Sign up for the free letter and never miss a story of ours again, wherever you are and whatever you do, ' +
  'for we send it every Friday to all who like to know what goes on along the coast and in the hills.';

describe('copies', () => {
  test('a cut copy goes into the whole one', () => {
    const half = texts.ferry.split('\n').slice(0, 2).join('\n');
    expect(fold({ id: 'whole', text: texts.ferry }, { id: 'half', text: half })).toEqual([
      { id: 'half', of: 'whole', containment: 1 },
    ]);
  });
  test('so does one whose words are damaged all over', () => {
    const text = prose(1, 240);
    const damaged = text
      .split(' ')
      .map((word, i) => (i % 7 === 3 || i % 11 === 5 ? `${word}q` : word))
      .join(' ');
    expect(fold({ id: 'a', text }, { id: 'b', text: damaged })).toHaveLength(1);
  });
  test('however many they are', () => {
    const body = prose(1, 240);
    const drafts = Array.from({ length: 130 }, (_, i) => ({
      id: `a${i}`,
      text: `${body}\nNote ${i} by post.`,
    }));
    expect(fold(...drafts)).toHaveLength(129);
  });
  test('two tellings of one event are no copies', () => {
    expect(fold({ id: 'a', text: texts.ferry }, { id: 'b', text: texts.ferryElsewhere })).toEqual([]);
  });
  test('nor are two articles with the same long quotation', () => {
    const quotation = prose(9, 60);
    const quoting = (seed: number) => `${prose(seed, 50)}\n${quotation}\n${prose(seed + 1, 50)}`;
    expect(fold({ id: 'a', text: quoting(20) }, { id: 'b', text: quoting(30) })).toEqual([]);
  });
  test('nor articles with the same boilerplate, even if it is longer than they are', () => {
    const drafts = Array.from({ length: 6 }, (_, i) => ({
      id: `a${i}`,
      text: `${footer}\n${prose(40 + i, 25)}\n${footer} More.`,
    }));
    expect(fold(...drafts)).toEqual([]);
  });
  test('nor articles with the same boilerplate that are very many', () => {
    const drafts = Array.from({ length: 130 }, (_, i) => ({
      id: `a${i}`,
      text: `${prose(i, 60)}\n${footer}`,
    }));
    expect(fold(...drafts)).toEqual([]);
  });
  test('nor empty ones, nor short ones under other titles', () => {
    expect(fold({ id: 'a', title: 'Same' }, { id: 'b', title: 'Same' })).toEqual([]);
    const text = 'Read on at our site.';
    expect(fold({ id: 'a', title: 'One', text }, { id: 'b', title: 'Two', text })).toEqual([]);
    expect(fold({ id: 'a', title: 'One', text }, { id: 'b', title: 'One', text })).toHaveLength(1);
  });
});

describe('the original', () => {
  const text = texts.cheese;
  test('is the earliest of equally long ones, unknown dates last', () => {
    const folds = fold(
      { id: 'a', text },
      { id: 'b', text, date: '2026-05-03' },
      { id: 'c', text, date: '2026-05-02' },
    );
    expect(folds.map(({ id, of }) => [id, of])).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });
  test('is the clearly longer one, though later', () => {
    const longer = `${text}\n${texts.library}`;
    const folds = fold({ id: 'a', text, date: '2026-05-01' }, { id: 'b', text: longer, date: '2026-05-09' });
    expect(folds).toEqual([{ id: 'a', of: 'b', containment: 1 }]);
  });
  test('is never itself a copy', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(90)), { maxLength: 12 }), fc.nat(), (shapes, seed) => {
        const drafts = shapes.map(([which, cut], i) =>
          draft({
            id: `a${i}`,
            text: prose(which * 50, 100)
              .split(' ')
              .slice(0, 100 - cut)
              .join(' '),
          }),
        );
        const folds = findDuplicates(drafts, never);
        const ids = new Set(folds.map(({ id }) => id));
        expect(ids.size).toBe(folds.length);
        expect(folds.some(({ of }) => ids.has(of))).toBe(false);
        expect(findDuplicates(shuffled(drafts, seed), never)).toEqual(folds);
      }),
      { seed: 17, numRuns: 60 },
    );
  });
});

describe('what is to be apart', () => {
  const { cheese } = texts;
  const half = cheese.split('\n').slice(0, 3).join('\n');
  const drafts = [
    { id: 'a', text: cheese },
    { id: 'b', text: cheese },
    { id: 'c', text: half },
  ].map(draft);
  const apart = (pairs: string[]) => (x: string, y: string) => pairs.includes(x + y) || pairs.includes(y + x);
  test('is not folded', () => {
    expect(findDuplicates(drafts, apart(['ab'])).map(({ id, of }) => id + of)).toEqual(['ca']);
  });
  test('nor folded into the same third', () => {
    expect(findDuplicates(drafts, apart(['bc'])).map(({ id, of }) => id + of)).toEqual(['ba']);
  });
});
