import { expect, test } from 'vitest';
import { citeLine, titleFromBody } from '../../src/segment/articles.ts';
import { segment } from '../../src/segment/segment.ts';
import { readingOf } from './cases.ts';
import { labelled } from './made.ts';

const article = (text: string) => segment(readingOf(text)).value.articles[0];
const body = 'The bell of the ferry was rung at noon by a child, and the whole quay stood still for it.';

test('a text without a title is named by its first words', () => {
  const found = article(`${body}\n`);
  expect(found?.title.text).toBe('The bell of the ferry was rung at noon by');
  expect(titleFromBody('', [])).toEqual({ text: '', ranges: [] });
});

test('dates: own lines first, then bylines and suffixes', () => {
  const found = article(`A bell for the ferry | The Bugle (Sept. 20)\n\nBy Ann Lee, 3 May 2024\n\n${body}\n`);
  expect(found?.dateLines.map((d) => d.text)).toEqual(['By Ann Lee, 3 May 2024', 'The Bugle (Sept. 20)']);
  expect(found?.source?.text).toBe('The Bugle');
});

test('an article is truncated when its last sentence is, or a subhead has no text', () => {
  expect(article(`A bell\n\n${body}\n\nThe captain said that the\n`)?.truncated).toBe(true);
  expect(article(`A bell\n\n${body}\n\nThe captain said ...\n`)?.truncated).toBe(true);
  expect(article(`A bell\n\n${body}\n`)?.truncated).toBe(false);
});

test('a line is cited with its place', () => {
  const text = '* A bell\n';
  const [line] = labelled(text).lines;
  expect(line && citeLine(line)).toEqual({ text: 'A bell', ranges: [{ start: 2, end: 8 }] });
});
