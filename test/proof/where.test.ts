import { expect, test } from 'vitest';
import { openDoc } from '../../src/proof/markup.ts';
import { whereInSource, whereIs } from '../../src/proof/where.ts';
import { makeIssue, makeStory, makeTheme } from '../render/fixture.ts';
import { good, judgeBy, swap } from './breaks.ts';

const issue = makeIssue({ themes: [makeTheme('Bells', [makeStory('a', { title: 'A bell' })])] });
const markup = [
  '<body lang="en">',
  '<h3>A bell</h3>',
  '<p>rings <b>twice</b></p>',
  '<h2>Next</h2>',
  '<p>x</p>',
];

/** Where the elements of that name stand. */
const places = (source: string, name: string): (string | null)[] => {
  const doc = openDoc(source, issue);
  return doc.elements.filter(({ tagName }) => tagName === name).map((element) => whereIs(doc, element));
};

test('where lines are short their number is enough, and the story beside it', () => {
  expect(places(markup.join('\n'), 'p')).toEqual(['line 3, in “A bell”', 'line 5']);
});

test('in a long line the words are told, or the bytes where there are none or too many', () => {
  const long = `${markup.join('')}<img alt="${'y'.repeat(400)}">`;
  expect(places(long, 'p')).toEqual(['in “A bell”, at “rings twice”', 'at “x”']);
  expect(places(long, 'img')).toEqual([`at “<img alt="${'y'.repeat(49)}…”`]);
  expect(places(`<p><i>${'words and '.repeat(40)}</i></p>`, 'p')).toEqual([
    'at “<p><i>words and words and words and words and words and wor…”',
  ]);
});

test('what no source holds has no place', () => {
  expect(places('x', 'body')).toEqual([null]);
});

test('a line and a column are found in the bytes', () => {
  const source = `short\n${'a'.repeat(150)}<b>here</b>${'c'.repeat(150)}\n<i>`;
  expect(whereInSource(source, 1, 3)).toBe('line 1');
  expect(whereInSource(source, 2, 151)).toBe(`at “<b>here</b>${'c'.repeat(48)}…”`);
  expect(whereInSource(source, 3, 1)).toBe('line 3');
});

test('findings of the email say their story or their words, those of html-validate the bytes', async () => {
  const [first] = good.issue.themes.flatMap(({ stories }) => stories);
  const link = `<a href="${first?.url}">`;
  const bad = swap('html', link, '<a href="/x">')(good);
  expect((await judgeBy('links', bad)).findings[0]?.where).toBe(
    `in “${first?.title.slice(0, 59)}${(first?.title.length ?? 0) > 60 ? '…' : first?.title.slice(59)}”, at “${first?.title.slice(0, 59)}${(first?.title.length ?? 0) > 60 ? '…' : first?.title.slice(59)}”`,
  );
  const html = swap('html', '<h1>', '<blink>x</blink><h1>')(good);
  expect((await judgeBy('html', html)).findings[0]?.where).toMatch(/^at “.*blink/u);
});
