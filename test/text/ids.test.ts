import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, compareText, shortHash, slugify } from '../../src/text/ids.ts';

describe('canonicalUrl', () => {
  const same = 'https://tide.example/eels?page=2';
  test.each([
    'https://tide.example/eels?page=2',
    'http://TIDE.example/eels/?page=2',
    'https://tide.example:443/eels?page=2#comments',
    'http://tide.example:80/eels?utm_source=mail&page=2&fbclid=x1&UTM_Campaign=y',
    '  https://tide.example/eels?page=2&ref=home\n',
  ])('%s is the same page', (address) => expect(canonicalUrl(address)).toBe(same));
  test.each([
    'https://tide.example/Eels?page=2',
    'https://tide.example/eels?page=3',
    'https://m.tide.example/eels?page=2',
    'https://tide.example:8080/eels?page=2',
    'https://tide.example/eels?page=2&reference=1',
  ])('%s is another', (address) => expect(canonicalUrl(address)).not.toBe(same));
  test.each(['', 'eels', '/eels', 'mailto:a@b.example', 'javascript:alert(1)', 'https://'])(
    '%j is no address',
    (address) => expect(canonicalUrl(address)).toBeNull(),
  );
  test('a folded address is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const folded = canonicalUrl(address);
        expect(folded).not.toBeNull();
        expect(canonicalUrl(folded ?? '')).toBe(folded);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('slugify', () => {
  test.each([
    ['Eels return to the Upper Ondrel', 'eels-return-to-the-upper-ondrel'],
    ["The ferry's “last” crossing – a diary", 'the-ferrys-last-crossing-a-diary'],
    ['Éric à l’œuvre', 'eric-a-lœuvre'],
    ['Straßenbahn nach Łódź', 'straßenbahn-nach-łodz'],
    ['港口冻结租金', '港口冻结租金'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['がっこう', 'がっこう'],
    ['?! …', 'article'],
    ['', 'article'],
  ])('%s', (title, slug) => expect(slugify(title)).toBe(slug));
  test('is cut between words, or inside a word that alone is too long', () => {
    expect(slugify('one two three four', 11)).toBe('one-two');
    expect(slugify('onetwothree', 6)).toBe('onetwo');
    expect(slugify('\u{20000}\u{20001}\u{20002}', 3)).toBe('\u{20000}');
  });
  test('is short, whole and without anything that needs care in a path', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.integer({ min: 2, max: 60 }),
        (title, limit) => {
          const slug = slugify(title, limit);
          expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
          expect(slug.length).toBeLessThanOrEqual(Math.max(limit, 'article'.length));
          expect(slug.isWellFormed()).toBe(true);
        },
      ),
      { seed: 7, numRuns: 1000 },
    );
  });
});

test('compareText orders by code unit in every locale', () => {
  const words = ['é', 'z', 'Z', 'a', '\u{1F600}', '\uFF5E'];
  expect(words.toSorted(compareText)).toEqual(['Z', 'a', 'z', 'é', '\u{1F600}', '\uFF5E']);
  expect(compareText('a', 'a')).toBe(0);
});

test('shortHash is the beginning of the SHA-256', () => {
  expect(shortHash('ebb')).toBe(shortHash('ebb', 64).slice(0, 12));
  expect(shortHash('', 8)).toBe('e3b0c442');
});
