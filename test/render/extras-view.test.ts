import { describe, expect, test } from 'vitest';
import { viewNumbers, viewQuote } from '../../src/render/extras-view.ts';
import { viewIssue } from '../../src/render/view.ts';
import { makeIssue, makeNumber, makeQuote, makeStory, makeTheme, sampleIssue, site } from './fixture.ts';

const url = 'https://lantern.example/2026-05/';
const [a, b, c] = [makeNumber('a', '12', 'x'), makeNumber('b', '13', 'y'), makeNumber('c', '14', 'z')];

describe('figures', () => {
  test('short ones stand side by side, longer ones by twos', () => {
    expect(viewNumbers(makeIssue(), url)).toBeNull();
    expect(viewNumbers(makeIssue({ numbers: [a, b, c] }), url)).toMatchObject({
      pairs: false,
      share: '33%',
      rows: [{ length: 3 }],
    });
    const long = makeNumber('d', '41,000 crowns', 'w');
    const view = viewNumbers(makeIssue({ numbers: [a, b, long] }), url);
    expect([view?.pairs, view?.share, view?.rows.map((row) => row.length)]).toEqual([true, '50%', [2, 1]]);
  });
  test('lead to their sentence, without an address to their story', () => {
    const [view] = viewNumbers(makeIssue({ numbers: [a] }), url)?.rows[0] ?? [];
    expect(view?.href).toMatch(/^https:\/\/courier\.example\/2026\/05\/a#:~:text=/);
    expect(view?.address).toBe('https://courier.example/2026/05/a');
    const bare = { ...a, sentence: { ...a.sentence, href: null } };
    expect(viewNumbers(makeIssue({ numbers: [bare] }), url)?.rows[0]?.[0]).toMatchObject({
      href: `${url}#story-a`,
      address: `${url}#story-a`,
    });
  });
  test('say their language where it is another', () => {
    const arabic = makeNumber('a', '١٢', 'قاربًا', { language: 'ar', dir: 'rtl' });
    expect(viewNumbers(makeIssue({ numbers: [arabic] }), url)?.rows[0]?.[0]).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
    });
  });
});

describe('the quote', () => {
  test.each([
    ['en', '“x”'],
    ['de-AT', '„x“'],
    ['fr', '«\u00a0x\u00a0»'],
    ['ja', '「x」'],
    ['zh-Hans', '“x”'],
  ])('is marked as %s does it', (language, marked) => {
    const quote = viewQuote(makeIssue({ quote: makeQuote('x', 'Ida', { language }) }), url);
    expect(`${quote?.open}${quote?.words}${quote?.close}`).toBe(marked);
  });
  test('names who said it, where and when', () => {
    expect(viewQuote(sampleIssue(), url)).toMatchObject({
      by: 'Bram Aldous, lock-keeper',
      source: 'Oreth Courier',
      date: '14 May',
    });
    expect(viewQuote(makeIssue(), url)).toBeNull();
  });
});

test('figures follow the first theme, the quote the second or the last, both the lead where there is no theme', () => {
  const placesOf = (issue: Parameters<typeof viewIssue>[0]) => {
    const view = viewIssue(issue, site);
    return [view, ...view.themes].map(({ numbers, quote }) => `${numbers ? 'n' : ''}${quote ? 'q' : ''}`);
  };
  const extras = { numbers: [a, b, c], quote: makeQuote('x', 'Ida') };
  const themes = ['Bells', 'Bread', 'Books'].map((name) => makeTheme(name, [makeStory(name)]));
  expect(placesOf(makeIssue({ ...extras, themes }))).toEqual(['', 'n', 'q', '']);
  expect(placesOf(makeIssue({ ...extras, themes: themes.slice(0, 1) }))).toEqual(['', 'nq']);
  expect(placesOf(makeIssue(extras))).toEqual(['nq']);
});
