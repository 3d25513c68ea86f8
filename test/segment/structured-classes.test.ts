import { expect, test } from 'vitest';
import { classesOf, marksOf } from '../../src/segment/structured-classes.ts';
import type { Block, PartReading } from '../../src/types.ts';

const text = '# A bell\n\nIt rang at noon.\n\n| one | two |\n\nMore bells';

function block(kind: Block['kind'], from: string, words = from): Block {
  const start = text.indexOf(words);
  return {
    kind,
    span: { start: text.indexOf(from), end: start + words.length },
    ranges: [{ start, end: start + words.length }],
  };
}

function tell(reader: string): string[] {
  const part = { key: 'a#text', file: 'a', sha256: '', reader, name: 'text', text };
  const title = block('heading', '# A bell', 'A bell');
  const blocks = [title, block('paragraph', 'It rang at noon.'), block('table', '| one | two |')];
  const reading: PartReading = { part, shape: 'article', metadata: {}, blocks };
  const marks = blocks.flatMap((b) => marksOf(b, title, undefined, undefined));
  const classes = classesOf(reading, marks);
  expect(classes.map((c) => text.slice(c.start, c.end)).join('')).toBe(text);
  return classes.map((c) => `${c.class} ${c.rule} ${text.slice(c.start, c.end).trim()}`);
}

test('signs, tables and what stands beside the text have classes of their own', () => {
  expect(tell('markdown')).toEqual([
    'boilerplate markdown-syntax #',
    'title heading A bell',
    'body text It rang at noon.',
    'boilerplate markdown-table | one | two |',
    'boilerplate beside-the-text More bells',
  ]);
});

test('on a page the rules have other names', () => {
  expect(tell('html')).toContain('boilerplate page-table | one | two |');
});
