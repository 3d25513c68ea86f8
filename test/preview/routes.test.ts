import { expect, test } from 'vitest';
import { findPage, listAddresses } from '../../src/preview/routes.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const empty = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`articles/empty/${i}.md`, '']));
const state = await buildState({
  ...marsh,
  ...empty,
  'articles/a b/%2e%2e #1.md': marsh['articles/oven.md'],
});

test('every address that is listed has a page, each with a title of its own section', async () => {
  const addresses = listAddresses(state);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain('/trays/not-an-article/2/');
  expect(addresses).toContain('/source/a%20b/%252e%252e%20%231.md/');
  for (const address of addresses) {
    const page = await findPage(state, address);
    expect([address, page?.title]).toEqual([address, expect.stringMatching(/\S/u)]);
  }
});

test('a long list of files goes on where no file can be', async () => {
  const readings = Array.from({ length: 101 }, () => state.digest.readings).flat();
  const many = { ...state, digest: { ...state.digest, readings } };
  expect(listAddresses(many)).toContain('/source/_2/');
  expect((await findPage(many, '/source/_2/'))?.title).toBe('Sources, page 2');
});

test.each([
  '/issues/',
  '/issues/2026-05',
  '/problems',
  '/source/none.md/',
  '/constructor/',
  '/trays/not-an-article/1/',
  '/trays/not-an-article/3/',
  '/trays/none/2/',
  '/source/_1/',
  '/source/_3/',
  '/problems/none/2/',
  '/issues/%ff/',
  '',
])('there is no page at "%s"', async (address) => expect(await findPage(state, address)).toBe(null));

test('a search takes its words from the query', async () => {
  const page = await findPage(state, '/search/', new URLSearchParams({ q: '<b>sluice' }));
  expect(String(await page?.body)).toContain('&lt;b&gt;sluice');
});
