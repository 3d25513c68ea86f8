import { expect, test } from 'vitest';
import { pager } from '../../../src/preview/pages/pager.ts';

const at = (page: number, pages = 3) =>
  String(pager({ page, pages, address: (to) => `/x/${to}/`, told: `Page ${page}.`, label: 'Pages of x' }));

test('one page needs no way to others', () => expect(at(1, 1)).toBe(''));

test('it leads on and back as far as there are pages, and to each; where one is, is marked', () => {
  const ways = (markup: string) =>
    [...markup.matchAll(/rel="(\w+)" href="([^"]+)"/gu)].map(([, ...own]) => own);
  expect(ways(at(1))).toEqual([['next', '/x/2/']]);
  expect(ways(at(2))).toEqual([
    ['prev', '/x/1/'],
    ['next', '/x/3/'],
  ]);
  expect(ways(at(3))).toEqual([['prev', '/x/2/']]);
  expect(at(2).match(/<li>/gu)).toHaveLength(3);
  expect(at(2)).toContain('<a href="/x/2/" aria-current="page">2</a>');
  expect(at(2)).toContain('Page 2.');
});
