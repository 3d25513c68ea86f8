import { expect, test } from 'vitest';
import { readToml } from '../../../src/ingest/front-matter/toml.ts';

test.each<[toml: string, value: unknown, written: string]>([
  ['title = "Ebb"', 'Ebb', 'Ebb'],
  ["title = 'Ebb' # old", 'Ebb', 'Ebb'],
  ['title = "E\\u0062b"', 'Ebb', '"E\\u0062b"'],
  ['a = 1\ntitle = 007_0.5', null, ''],
  ['title = 1986', '1986', '1986'],
  ['title = 2026-05-14', '2026-05-14', '2026-05-14'],
  ['title = """\nEbb"""', 'Ebb', '"""'],
  ['title = ["a", 2]', ['a', '2'], '["a", 2]'],
  ['[title]\nname = "Ilse"', 'Ilse', ''],
  ['[[title]]\nname = "Ilse"', ['Ilse'], ']'],
  ['[title]\nx = 1', null, ''],
])('%j', (toml, value, written) => {
  const { entries, fault } = readToml(toml, 10);
  if (fault) return expect(value).toBeNull();
  const entry = entries.find((e) => e.key === 'title');
  expect(entry?.value).toEqual(value);
  expect(toml.slice((entry?.range.start ?? 0) - 10, (entry?.range.end ?? 0) - 10)).toBe(written);
});

test('a picture may be a table', () => {
  const toml = '[x]\nalt = "no"\n[cover]\nimage = "a.jpg"\nalt = "The pier"\n';
  const { entries } = readToml(toml, 0);
  expect(entries.slice(1).map(({ key, range }) => [key, toml.slice(range.start, range.end)])).toEqual([
    ['image-image', 'a.jpg'],
    ['image-alt', 'The pier'],
  ]);
});

test('what a generator keeps in a table of others counts as if it stood above', () => {
  const toml = 'title = "Ebb"\n[params]\nsource = "Reed Courier"\n[extra]\nauthor = "Ida Pell"\n';
  const { entries } = readToml(toml, 0);
  expect(entries.map(({ key, value, range }) => [key, value, toml.slice(range.start, range.end)])).toEqual([
    ['title', 'Ebb', 'Ebb'],
    ['source', 'Reed Courier', 'Reed Courier'],
    ['author', 'Ida Pell', 'Ida Pell'],
  ]);
});
