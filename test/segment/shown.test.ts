import { expect, test } from 'vitest';
import { createContext, labelLines } from '../../src/segment/label.ts';
import { readLines } from '../../src/segment/lines.ts';
import { applyShown, linkTitles } from '../../src/segment/shown.ts';
import type { Article, Block } from '../../src/types.ts';

const text = 'the ferry was late\nBy Ada Quill\nthe loaves were counted\n';
const block = (start: number, more: Partial<Block> = {}): Block => {
  const span = { start, end: text.indexOf('\n', start) + 1 };
  return { kind: 'heading', span, ranges: [span], ...more };
};

function labelled(blocks: Block[]) {
  const lines = readLines(text);
  return applyShown(labelLines(lines, createContext(lines)), blocks);
}

test('lines shown as headings are, those of another role stay what they are', () => {
  const [ferry, byline, loaves] = labelled([block(0, { depth: 2 }), block(19)]);
  expect(ferry).toMatchObject({ role: 'heading', rule: 'shown-as-heading', depth: 2 });
  expect(byline?.role).toBe('byline');
  expect(loaves?.role).not.toBe('heading');
  expect(labelled([block(32)])[2]).toMatchObject({ role: 'heading' });
  expect(labelled([block(32)])[2]).not.toHaveProperty('depth');
});

test('the link of a title is the address of its article, unless it has one', () => {
  const article = { title: { text: 'x', ranges: [{ start: 4, end: 9 }] } } as Article;
  const heads = [block(0, { link: 'https://a.example/ferry' })];
  expect(linkTitles([article], heads)[0]?.url).toEqual({ text: 'https://a.example/ferry', ranges: [] });
  const other = { ...article, url: { text: 'https://b.example/', ranges: [] } };
  expect(linkTitles([other], heads)).toEqual([other]);
  expect(linkTitles([article], [block(32, { link: 'https://a.example/x' })])).toEqual([article]);
});
