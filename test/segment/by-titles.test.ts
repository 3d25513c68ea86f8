import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/ingest/markdown.ts';
import { splitByTitles } from '../../src/segment/by-titles.ts';
import { segmentStructured } from '../../src/segment/structured.ts';
import { partOf } from '../ingest/parts.ts';

const prose = (n: number): string =>
  `In year ${n} the keeper of the light wrote down the height of the tide at every hour, and nobody read it for ${n} years.`;
const read = (text: string) => readMarkdown(partOf(text)).value;
const groups = (text: string) => splitByTitles(read(text)).length;

const two = `# One\n\nBy Ann Lee\n\n${prose(1)}\n\n## Below\n\n${prose(2)}\n\n# Two\n\nBy Ulf Sander\n\n${prose(3)}\n`;

test('headings of the first depth with prose of their own are several articles', () => {
  const { articles, classes } = segmentStructured(read(two)).value;
  expect(articles).toMatchObject([
    {
      number: 1,
      title: { text: 'One' },
      authors: [{ text: 'Ann Lee' }],
      paragraphs: [{}, { kind: 'subhead' }, {}],
    },
    { number: 2, title: { text: 'Two' }, authors: [{ text: 'Ulf Sander' }], paragraphs: [{}] },
  ]);
  expect(classes.at(-1)?.end).toBe(two.length);
});

test.each([
  ['one heading', `# One\n\n${prose(1)}\n`],
  ['a title above the text', `---\ntitle: Tide\n---\n\n${two}`],
  ['prose before the first', `${prose(4)}\n\n${two}`],
  ['a heading without prose', `${two}\n# Three\n\nEbb.\n`],
])('%s: one article', (_, text) => {
  expect(groups(text)).toBe(1);
});

test('where only the first is signed, the others are its sections', () => {
  const unsigned = two.replace('By Ulf Sander\n\n', '');
  expect(segmentStructured(read(unsigned)).value.articles).toMatchObject([
    { title: { text: 'One' }, paragraphs: [{}, { kind: 'subhead' }, {}, { kind: 'subhead' }, {}] },
  ]);
});
