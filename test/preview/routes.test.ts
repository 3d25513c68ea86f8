import { expect, test } from 'vitest';
import { findPage, listAddresses } from '../../src/preview/routes.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const state = await buildState({ ...marsh, 'articles/a b/%2e%2e #1.md': marsh['articles/oven.md'] });

test('every address that is listed has a page, each with a title of its own section', async () => {
  const addresses = listAddresses(state);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain('/source/a%20b/%252e%252e%20%231.md/');
  for (const address of addresses) {
    const page = await findPage(state, address);
    expect([address, page?.title]).toEqual([address, expect.stringMatching(/\S/u)]);
  }
});

test.each([
  '/issues/',
  '/issues/2026-05',
  '/problems',
  '/source/none.md/',
  '/constructor/',
  '/issues/%ff/',
  '',
])('there is no page at "%s"', async (address) => expect(await findPage(state, address)).toBe(null));

test('a search takes its words from the query', async () => {
  const page = await findPage(state, '/search/', new URLSearchParams({ q: '<b>sluice' }));
  expect(String(await page?.body)).toContain('&lt;b&gt;sluice');
});
