import { expect, test } from 'vitest';
import { findSentences } from '../../src/analyze/sentences.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { Article, Paragraph, Part } from '../../src/types.ts';

function sentencesOf(text: string, paragraphs: Paragraph[]) {
  const part: Part = { key: 'a.txt#text', file: 'a.txt', sha256: '', reader: 'text@1', name: 'text', text };
  const article: Article = {
    part: part.key,
    number: 1,
    title: { text: '', ranges: [] },
    authors: [],
    dateLines: [],
    captions: [],
    paragraphs,
    truncated: false,
    metadata: {},
  };
  return findSentences(part, article, 'en');
}

const whole = (text: string): Paragraph => ({
  kind: 'paragraph',
  ranges: [{ start: 0, end: text.length }],
  damage: [],
});

test('sentences keep their ranges through holes, and the white space before them', () => {
  const text = 'The boat from (PHOTO: REED) Sallow sank.  It was dry by noon.';
  const ranges = [
    { start: 0, end: 14 },
    { start: 28, end: text.length },
  ];
  const [first, second] = sentencesOf(text, [{ kind: 'paragraph', ranges, damage: [] }]);
  expect(first?.text).toBe('The boat from Sallow sank.');
  expect(second?.before).toEqual([{ start: 40, end: 42 }]);
  expect(joinRanges(text, second?.ranges ?? [])).toBe('It was dry by noon.');
});

test('a sentence that touches damage is barred by its rule, its neighbour is not', () => {
  const text = 'The mill turned inderision all night. The reeds stood still.';
  const [first, second] = sentencesOf(text, [
    { ...whole(text), damage: [{ start: 16, end: 26, rule: 'glued' }] },
  ]);
  expect(first?.barred).toBe('glued');
  expect(second?.barred).toBeUndefined();
});

test('so is one with a character that could not be read', () => {
  expect(sentencesOf('The mill \uFFFD turned.', [whole('The mill \uFFFD turned.')])[0]?.barred).toBe(
    'unreadable',
  );
});

test('subheads have no sentences and do not count as paragraphs', () => {
  const text = 'A head\nThe mill turned all night.';
  const head: Paragraph = { kind: 'subhead', ranges: [{ start: 0, end: 6 }], damage: [] };
  const body: Paragraph = { kind: 'paragraph', ranges: [{ start: 7, end: text.length }], damage: [] };
  expect(sentencesOf(text, [head, body])).toMatchObject([{ ordinal: 1, paragraph: 1, index: 0 }]);
});

test('a paragraph longer than any prose is one barred sentence', () => {
  const text = 'reed '.repeat(30_000);
  expect(sentencesOf(text, [whole(text)])).toMatchObject([{ barred: 'too long to be prose', tokens: [] }]);
});

test('a dateline is no part of the first sentence', () => {
  const text = 'LOW REED, May 4 (RNA) — The mill turned all night. OLD MILL — It stood.';
  expect(sentencesOf(text, [whole(text)]).map((s) => s.text)[0]).toBe('The mill turned all night.');
});
