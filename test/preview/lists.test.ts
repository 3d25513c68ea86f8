import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { countPages, furtherPages, listWords, onPage } from '../../src/preview/lists.ts';

const list = (rows: readonly number[]) => html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const paged = { address: (page: number) => `/x/${page}/`, name: 'Numbers' };

test('few rows are one list, none is nothing', () => {
  expect(String(onPage(numbers(2), 1, paged, list))).toBe('<ul><li>1</li><li>2</li></ul>');
  expect(String(onPage([], 1, paged, list))).toBe('');
  expect([countPages(0), furtherPages(0, paged), furtherPages(100, paged)]).toEqual([1, [], []]);
});

test('many rows are pages: every row stands on one, and each says which it holds', () => {
  const rows = numbers(1234);
  const pages = Array.from({ length: countPages(1234) }, (_, i) => String(onPage(rows, i + 1, paged, list)));
  const shown = pages.map((page) => [...page.matchAll(/<li>(\d+)</gu)].map(([, n]) => Number(n)));
  expect(shown.flat()).toEqual(rows);
  expect(Math.max(...shown.map((own) => own.length))).toBe(100);
  expect(pages[12]).toContain('1,201 to 1,234 of 1,234.');
  expect(furtherPages(1234, paged)).toHaveLength(12);
  expect(furtherPages(1234, paged)[0]).toBe('/x/2/');
  // The first page begins with its rows; a further one says first where one is.
  expect(pages.map((page) => page.startsWith('<nav'))).toEqual(pages.map((_, i) => i > 0));
});

test('words of a list', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
