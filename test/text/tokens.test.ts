import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, readingMinutes, stem, tokenize } from '../../src/text/tokens.ts';

const folder = new URL('cases/tokens/', import.meta.url);

/** Blocks of a `#` line, the text, a line `.`, its tokens between spaces. */
const cases = readdirSync(folder)
  .sort()
  .flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split(/\n{2,}/u)
      .map((block) => {
        const [title = '', input = '', , wanted = ''] = block.split('\n');
        return { language: file.slice(0, 2), name: `${file}: ${title.slice(2)}`, input, wanted };
      }),
  );

describe('tokens', () => {
  test.each(cases)('$name', ({ input, language, wanted }) => {
    expect(
      tokenize(input, language)
        .map((token) => token.text)
        .join(' '),
    ).toBe(wanted);
  });

  test('offsets are those of the word without its ending', () => {
    expect(tokenize('Ann’s U.S. boat', 'en')).toEqual([
      { text: 'ann', start: 0, end: 3 },
      { text: 'us', start: 6, end: 10 },
      { text: 'boat', start: 11, end: 15 },
    ]);
    expect(tokenize('l’eau', 'fr')).toEqual([{ text: 'eau', start: 2, end: 5 }]);
  });

  test('lower case is that of no country', () => {
    expect(tokenize('TITLE', 'tr')[0]?.text).toBe('title');
  });

  test('tokens ascend, are disjoint, and lie in the text', () => {
    const units = fc.constantFrom(
      'a',
      'É',
      '’',
      "'s ",
      '.',
      'U.S.',
      '3',
      ',',
      '渡船',
      'ส',
      '\u0301',
      '\u00AD',
      '😀',
      ' ',
      '-',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(units).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'fr', 'zh', ''), (input, language) => {
        let last = 0;
        for (const token of tokenize(input, language)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(input.length);
          expect(token.text).not.toBe('');
          last = token.end;
        }
      }),
      { seed: 20240520, numRuns: 2000 },
    );
  });

  test('a megabyte of anything does not hang', () => {
    for (const unit of ['a.', "a'", '1.', 'a\u00AD', 'word ', '渡船', '\u0301']) {
      expect(() => tokenize(unit.repeat(1_000_000 / unit.length), 'en')).not.toThrow();
    }
  });
});

describe('stems', () => {
  test.each([
    ['elections', 'election'],
    ['companies', 'company'],
    ['housing', 'houses'],
    ['rated', 'rates'],
    ['controlled', 'control'],
    ['hopping', 'hop'],
    ['technologies', 'technology'],
    ['agreed', 'agree'],
  ])('%s and %s are one', (one, other) => {
    expect(stem(one, 'en')).toBe(stem(other, 'en'));
  });

  test.each([
    ['news', 'new'],
    ['hoping', 'hopping'],
    ['nation', 'national'],
    ['using', 'us'],
    ['string', 'strings and more'],
  ])('%s and %s are two', (one, other) => {
    expect(stem(one, 'en')).not.toBe(stem(other, 'en'));
  });

  test('other languages, numbers and very long words stay', () => {
    expect(stem('maisons', 'fr')).toBe('maisons');
    expect(stem('5ths', 'en')).toBe('5ths');
    expect(stem(`${'a'.repeat(100_000)}ing`, 'en')).toHaveLength(100_003);
  });
});

describe('reading time', () => {
  test('words of scripts with and without spaces', () => {
    expect(countWords('The ferry’s high-quality soup', 'en')).toBe(5);
    expect(countWords('今天我们坐渡船。', 'zh')).toBe(4);
    expect(countWords('', 'en')).toBe(0);
  });

  test('whole minutes, at least one', () => {
    expect(readingMinutes(0, 'en')).toBe(1);
    expect(readingMinutes(238 * 3, 'en')).toBe(3);
    expect(readingMinutes(238 * 3 + 100, 'de')).toBe(3);
    expect(readingMinutes(260 * 3, 'zh')).toBe(3);
  });
});
