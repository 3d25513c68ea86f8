import { expect, test } from 'vitest';
import { reportArticle, reportFile } from '../../src/proof/report.ts';
import { createLineFinder } from '../../src/text/lines.ts';
import type { ClassedRange, FileFates } from '../../src/types.ts';
import { makeArticle, makeDate, makeTestStory } from '../made-articles.ts';

const { part, article } = makeArticle({ id: 'ebb', body: ['The ebb took the buoy.', 'Nobody saw it go.'] });
const nowhere = {
  part,
  lineAt: createLineFinder(part.text),
  group: null,
  issue: null,
  place: 'waits',
  write: null,
  together: null,
  copy: null,
  story: null,
  titleOf: (id: string) => `title of ${id}`,
  reasons: [],
  rejected: {},
};

test('an article without anything is told as such', () => {
  expect(reportArticle(article, nowhere)).toMatchObject({
    id: 'ebb',
    lines: [3, 5],
    date: null,
    theme: null,
    issue: null,
    highlights: [],
  });
  expect(reportArticle({ ...article, paragraphs: [] }, nowhere).lines).toBeNull();
});

test('a date has its words and their line, or none where the words are not in the text', () => {
  const words = { text: 'Nobody', ranges: [{ start: part.text.indexOf('Nobody'), end: part.text.length }] };
  const dated = { ...article, date: { ...makeDate('2026-05-14'), words } };
  expect(reportArticle(dated, nowhere).date).toMatchObject({ value: '2026-05-14', words: 'Nobody', line: 5 });
  expect(reportArticle({ ...article, date: makeDate('2026') }, nowhere).date).toMatchObject({ line: null });
});

test('each highlight has its score and reasons', () => {
  const highlight = {
    text: 'a',
    file: '',
    sha256: '',
    reader: '',
    part: '',
    ranges: [],
    article: 'ebb',
    source: null,
    paragraph: 2,
    href: null,
  };
  const story = makeTestStory({ id: 'ebb', highlights: [highlight, { ...highlight, article: 'flood' }] });
  const report = reportArticle(article, { ...nowhere, story, reasons: [{ score: 0.7, reasons: ['opens'] }] });
  expect(report.highlights).toEqual([
    { text: 'a', paragraph: 2, from: null, score: 0.7, reasons: ['opens'] },
    { text: 'a', paragraph: 2, from: 'title of flood', score: null, reasons: [] },
  ]);
});

test('a file tells both sums, by class and by rule', () => {
  const text = '\n\nTitle\n\nThe ebb.\n\nMor\u200B ebb.\n';
  const own = { ...part, text };
  const ranges: [number, number, ClassedRange['class'], string][] = [
    [0, 9, 'title', 'first line'],
    [9, 19, 'body', 'prose'],
    [19, 29, 'body', 'prose'],
  ];
  const classes = ranges.map(([start, end, kind, rule]) => ({ start, end, class: kind, rule }));
  const reading: FileFates = {
    file: part.file,
    sha256: 's',
    size: 29,
    bytes: { parts: 29, markup: 0, unreadable: 0 },
  };
  const report = reportFile(reading, [{ part: own, articles: [], classes }]);
  expect(report.parts).toHaveLength(1);
  expect(report.parts[0]).toMatchObject({ length: 29, controls: 1, sums: { title: 9, body: 20 } });
  expect(report.parts[0]?.rules).toEqual([
    { class: 'title', rule: 'first line', units: 9, ranges: 1, first: 'Title', line: 3 },
    { class: 'body', rule: 'prose', units: 20, ranges: 2, first: 'The ebb.', line: 5 },
  ]);
});
