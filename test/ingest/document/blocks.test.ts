import { expect, test } from 'vitest';
import { blocksOf, placeParagraphs } from '../../../src/ingest/document/blocks.ts';
import { noStyles } from '../../../src/ingest/document/styles.ts';
import { walkDocument } from '../../../src/ingest/document/walk.ts';
import { body, p, prose } from '../archives.ts';

const place = (xml: string) => placeParagraphs(walkDocument(body(xml), noStyles).paragraphs);

test('paragraphs are lines', () => {
  const { text, placed } = place(p('Ebb') + p('') + p('flood'));
  expect(text).toBe('Ebb\n\nflood');
  expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(['Ebb', '', 'flood']);
});

test('an initial and a paragraph whose end was deleted run on', () => {
  const { text, placed } = place(
    p('T', '', '<w:framePr w:dropCap="drop"/>') + p('he ebb', 'Quote') + p('flood'),
  );
  expect(text).toBe('The ebb\nflood');
  expect(placed).toMatchObject([{ start: 0, end: 7, paragraph: { style: 'Quote' } }, { start: 8 }]);
});

test('blocks are ranges of the text; author and date are stated by their style', () => {
  const document = place(
    p(' The ebb ', 'Title') + p('Ulf Sander', 'Author') + p('May 2026', 'Date') + p(prose(1)),
  );
  const { blocks, stated, titled } = blocksOf(document, noStyles, '');
  expect(titled).toBe(true);
  expect(blocks.map((b) => [b.kind, document.text.slice(b.span.start, b.span.end)])).toEqual([
    ['heading', 'The ebb'],
    ['paragraph', prose(1)],
  ]);
  const [author] = stated.authors;
  expect(author && document.text.slice(author.start, author.end)).toBe('Ulf Sander');
  expect(stated.date && document.text.slice(stated.date.start, stated.date.end)).toBe('May 2026');
});

test('what must not be quoted is marked at its place', () => {
  const struck = '<w:p><w:r><w:t>ebb</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>flood</w:t></w:r></w:p>';
  const [, block] = blocksOf(place(p('First') + struck), noStyles, '').blocks;
  expect(block?.unaligned).toEqual([{ start: 9, end: 14 }]);
});
