import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { inBundles, listWords } from '../../src/preview/lists.ts';

const list = (rows: readonly number[]) => html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('few rows are one list, none is nothing', () => {
  expect(String(inBundles(numbers(2), list))).toBe('<ul><li>1</li><li>2</li></ul>');
  expect(String(inBundles([], list))).toBe('');
});

test('many rows are folded in bundles that say what they hold', () => {
  const markup = String(inBundles(numbers(450), list));
  expect([...markup.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, words]) => words)).toEqual([
    '201 to 400 of 450',
    '401 to 450 of 450',
  ]);
  expect(markup.match(/<li>/gu)).toHaveLength(450);
  expect(markup.indexOf('<li>200</li>')).toBeLessThan(markup.indexOf('<details'));
});

test('words of a list', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
