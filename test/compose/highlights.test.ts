import { describe, expect, test } from 'vitest';
import { chosenHighlights, fragmentLink, highlightOf } from '../../src/compose/highlights.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import { makeArticle, makePage } from '../made-articles.ts';

const { part, article } = makeArticle({
  id: 'ebb-1',
  url: { text: 'https://reed.example/ebb', ranges: [] },
  body: [
    'The ebb took   the buoy at five. Nobody in Reed saw\nit go.',
    'It came back on Friday. A café had kept it.',
  ],
});
const second = makeArticle({ id: 'flood-1', body: ['The flood brought it back. Ida Pell was there.'] });

describe('highlightOf', () => {
  test('one sentence, with its place and its link', () => {
    const [first] = article.sentences;
    expect(highlightOf(article, first ? [first] : [])).toMatchObject({
      text: 'The ebb took the buoy at five.',
      file: 'ebb-1.txt',
      part: 'text',
      article: 'ebb-1',
      paragraph: 1,
      href: 'https://reed.example/ebb#:~:text=The%20ebb%20took%20the%20buoy%20at%20five.',
    });
  });
  test('several sentences keep the white space between them: what is shown is what the ranges say', () => {
    const highlight = highlightOf(article, article.sentences.slice(0, 2));
    expect(highlight.text).toBe('The ebb took the buoy at five. Nobody in Reed saw it go.');
    expect(joinRanges(part.text, highlight.ranges)).toBe(highlight.text);
  });
  test('without an address there is no link', () => {
    expect(highlightOf(second.article, second.article.sentences.slice(0, 1)).href).toBeNull();
  });
});

test.each([
  ['https://a.example/x', 'Short and plain.', 'https://a.example/x#:~:text=Short%20and%20plain.'],
  ['https://a.example/x#top', 'Short.', 'https://a.example/x#top:~:text=Short.'],
  [
    'https://a.example/x',
    'A well-known, "odd" & it’s',
    'https://a.example/x#:~:text=A%20well%2Dknown%2C%20%22odd%22%20%26%20it%E2%80%99s',
  ],
  [
    'https://a.example/x',
    'one two three four five six seven eight nine ten eleven twelve thirteen',
    'https://a.example/x#:~:text=one%20two%20three%20four%20five,ten%20eleven%20twelve%20thirteen',
  ],
  ['https://a.example/x', 'half \ud83c pair', 'https://a.example/x#:~:text=half%20%EF%BF%BD%20pair'],
])('%s to %j', (url, sentence, link) => expect(fragmentLink(url, sentence)).toBe(link));

describe('chosenHighlights', () => {
  const choose = (...wanted: string[]) => {
    const { chosen, diagnostics } = chosenHighlights(
      wanted,
      [article, second.article],
      makePage({ lineOf: () => 7 }),
    );
    return { texts: chosen.map((c) => c.highlight.text), diagnostics };
  };
  test('a sentence, a run of them, in other white space and other normal form', () => {
    expect(choose('Nobody in Reed saw it go.').texts).toEqual(['Nobody in Reed saw it go.']);
    expect(choose(' It came back\non Friday.  A cafe\u0301 had kept it. ')).toEqual({
      texts: ['It came back on Friday. A café had kept it.'],
      diagnostics: [],
    });
  });
  test('several that follow each other, across the end of a paragraph too, as the automatic choice may', () => {
    expect(choose('Nobody in Reed saw it go. It came back on Friday.').texts).toEqual([
      'Nobody in Reed saw it go. It came back on Friday.',
    ]);
  });
  test('come in reading order, those of the article told first', () => {
    const wanted = ['Ida Pell was there.', 'A café had kept it.', 'The ebb took the buoy at five.'];
    expect(choose(...wanted).texts).toEqual(wanted.toReversed());
  });
  test.each([
    'The ebb took the buoy at nine.',
    'The ebb took the buoy',
    'it go. It came back on Friday.',
    'the ebb took the buoy at five.',
    '',
  ])('%j is no sentence of it, nor several that follow each other', (text) => {
    const { texts, diagnostics } = choose(text);
    expect(texts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'not-verbatim', file: '_issues/2026-05.md', line: 7 }]);
  });
  test('what is chosen twice is told once, and said', () => {
    const page = makePage();
    const { chosen, diagnostics } = chosenHighlights(
      ['Nobody in Reed saw it go.', 'Nobody in Reed saw it go. It came back on Friday.'],
      [article],
      page,
    );
    expect(chosen.map((c) => c.highlight.text)).toEqual(['Nobody in Reed saw it go.']);
    expect(diagnostics).toMatchObject([{ code: 'highlight-twice', file: page.file }]);
  });
  test('a damaged sentence is never quoted, not even by the editor', () => {
    const sentences = article.sentences.map((s, i) => (i === 0 ? { ...s, barred: 'column noise' } : s));
    const wanted = ['The ebb took the buoy at five.', 'Nobody in Reed saw it go.'];
    const { chosen, diagnostics } = chosenHighlights(wanted, [{ ...article, sentences }], makePage());
    expect(chosen.map((c) => c.highlight.text)).toEqual(['Nobody in Reed saw it go.']);
    expect(diagnostics).toHaveLength(1);
  });
});
