import { expect, test } from 'vitest';
import { readYaml } from '../../../src/ingest/front-matter/yaml.ts';

test('entries have the place of key and value in the part', () => {
  expect(readYaml('title: Ebb\nno:\n', 4)).toEqual({
    entries: [
      { key: 'title', at: 4, value: 'Ebb', range: { start: 11, end: 14 } },
      expect.objectContaining({ key: 'no', at: 15, value: undefined }),
    ],
    fault: null,
  });
});

test('JSON indented with tabs', () => {
  expect(readYaml('{\n\t"title": "Ebb"\n}', 0).entries).toMatchObject([{ key: 'title', value: 'Ebb' }]);
});

test('what a generator keeps in a map of others counts as if it stood above', () => {
  const { entries } = readYaml('title: Ebb\nparams:\n  source: Reed Courier\n', 0);
  expect(entries.map(({ key, value }) => [key, value])).toEqual([
    ['title', 'Ebb'],
    ['source', 'Reed Courier'],
  ]);
});
