import { expect, test } from 'vitest';
import { filesAddresses, filesPage } from '../../../src/preview/pages/files.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

test('every file that was read has a row; the others a sentence', async () => {
  const state = await buildState(files);
  const { body, nav } = filesPage(state) ?? {};
  const rows = [
    ...String(body).matchAll(/<tr><th scope="row"><a href="([^"]*)">[^<]*<\/a><\/th><td>(\d+)/gu),
  ];
  expect(rows.map(([, address, articles]) => [address, articles])).toEqual([
    ['/source/copies/oven%20again.md/', '1'],
    ['/source/dump.txt/', '2'],
    ['/source/ferry.md/', '1'],
    ['/source/oven.md/', '1'],
    ['/source/walk.md/', '1'],
    ['/source/wardens.mbox/', '2'],
  ]);
  expect(String(body)).toContain('<a href="/trays/#not-an-article">2 files without an article</a>');
  expect(String(body)).toMatch(/8 articles in 6 files\. Of their characters [\d,]+ are body/u);
  expect(nav).toBe('source');
});

test('ten thousand files have pages, and every file stands on one', async () => {
  const state = await buildState(files);
  const [reading] = state.digest.readings;
  if (!reading) throw new Error('no reading');
  const readings = Array.from({ length: 10_000 }, (_, i) => ({ ...reading, file: `${i}.md` }));
  const many = { ...state, digest: { ...state.digest, readings } };
  const addresses = filesAddresses(many);
  expect([addresses.length, addresses[0], addresses.at(-1)]).toEqual([99, '/source/_2/', '/source/_100/']);
  const pages = Array.from({ length: 100 }, (_, i) => String(filesPage(many, i + 1)?.body));
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(40_000);
  const shown = new Set(pages.join('').match(/(?<=scope="row"><a href=")[^"]+/gu));
  expect(shown.size).toBe(10_000);
  expect(filesPage(many, 101)).toBe(null);
});
