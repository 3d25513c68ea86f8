import { expect, test } from 'vitest';
import { filesPage } from '../../../src/preview/pages/files.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

test('every file that was read has a row; the others a sentence', async () => {
  const state = await buildState(files);
  const { body, nav } = filesPage(state);
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

test('ten thousand files are folded in bundles', async () => {
  const state = await buildState(files);
  const [reading] = state.digest.readings;
  if (!reading) throw new Error('no reading');
  const readings = Array.from({ length: 10_000 }, (_, i) => ({ ...reading, file: `${i}.md` }));
  const markup = String(filesPage({ ...state, digest: { ...state.digest, readings } }).body);
  expect(markup.match(/<tr><th scope="row">/gu)).toHaveLength(10_000);
  expect(markup.match(/<details/gu)).toHaveLength(49);
});
