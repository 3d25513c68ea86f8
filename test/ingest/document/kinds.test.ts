import { describe, expect, test } from 'vitest';
import { placeParagraphs } from '../../../src/ingest/document/blocks.ts';
import { isByline, isDateLine, kindsOf } from '../../../src/ingest/document/kinds.ts';
import { noStyles } from '../../../src/ingest/document/styles.ts';
import { walkDocument } from '../../../src/ingest/document/walk.ts';
import { body, p, prose } from '../archives.ts';

function kinds(xml: string, title = ''): string[] {
  const { text, placed } = placeParagraphs(walkDocument(body(xml), noStyles).paragraphs);
  const found = kindsOf(placed, text, noStyles, title);
  const words = found.kinds.map((k) => k.aside ?? k.role ?? `${k.kind}${k.depth ?? ''}`);
  return found.titled ? words : ['untitled', ...words];
}

describe('what a paragraph is', () => {
  test('by its style', () => {
    const roles = 'Title Subtitle Author Date Heading1 Quote SourceCode Caption TOC1 FootnoteText'.split(' ');
    expect(kinds(roles.map((role) => p('Ebb', role)).join(''))).toEqual([
      ...['heading1', 'paragraph', 'author', 'date', 'heading2', 'quote', 'code', 'image'],
      ...['contents-list', 'footnote'],
    ]);
  });

  test('a list is no prose', () => {
    expect(kinds(p('Ebb', '', '<w:numPr><w:numId w:val="1"/></w:numPr>'))).toEqual(['untitled', 'item']);
  });

  test('several headings of the first depth stay that; one title lowers them', () => {
    const two = p('One', 'Heading1') + p(prose(1)) + p('Two', 'Heading1') + p(prose(2));
    expect(kinds(two)).toEqual(['heading1', 'paragraph', 'heading1', 'paragraph']);
    expect(kinds(p('All', 'Title') + two)).toEqual([
      'heading1',
      'heading2',
      'paragraph',
      'heading2',
      'paragraph',
    ]);
  });

  test('a title above articles with bylines is the name of the collection', () => {
    const articles = [1, 2].map((n) => p(`No. ${n}`, 'Heading1') + p('By Ulf Sander') + p(prose(n))).join('');
    expect(kinds(p('Tide Notes', 'Title') + articles)).toEqual([
      ...['masthead', 'heading1', 'paragraph', 'paragraph', 'heading1', 'paragraph', 'paragraph'],
    ]);
  });

  test('a short first line above headings is the title, prose is not', () => {
    const rest = p(prose(1)) + p('What comes next', 'Heading1') + p(prose(2));
    expect(kinds(p('The office moves') + rest)).toEqual(['heading1', 'paragraph', 'heading2', 'paragraph']);
    expect(kinds(p(`${prose(3)}`) + rest)).toEqual(['paragraph', 'paragraph', 'heading1', 'paragraph']);
  });

  test('the words that the file gives as its title are it', () => {
    expect(kinds(p('The office moves') + p(prose(1)), 'The office moves')).toEqual(['heading1', 'paragraph']);
    expect(kinds(p('The office moves') + p(prose(1)), 'Template')).toEqual([
      'untitled',
      'paragraph',
      'paragraph',
    ]);
  });

  test('a box stands beside the text, unless the text is set in boxes', () => {
    const box = (words: string) => `<w:p><w:r><w:txbxContent>${p(words)}</w:txbxContent></w:r></w:p>`;
    expect(kinds(p(prose(1)) + box('Ebb'))).toContain('text-box');
    expect(kinds(p('Ebb') + box(prose(1)))).not.toContain('text-box');
  });
});

test.each([
  ['By Ulf Sander', true],
  ['Words by Ulf Sander', true],
  ['Von Ulf Sander', true],
  ['By the sea wall.', false],
  ['by and large it held', false],
  ['Bystanders', false],
])('%j is a byline: %s', (words, expected) => {
  expect(isByline(words)).toBe(expected);
});

test.each([
  ['3 September 2026', true],
  ['Thursday, September 3, 2026', true],
  ['3. September 2026', true],
  ['In September 2026', false],
  ['It closed on 3 September 2026', false],
])('%j is a date: %s', (words, expected) => {
  expect(isDateLine(words)).toBe(expected);
});
