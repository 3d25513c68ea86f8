import { describe, expect, test } from 'vitest';
import { indexSources, linesOf, pageAddress, parsePagePath, spanOf } from '../../src/preview/source-index.ts';
import { files } from './marsh.ts';
import { buildState } from './stage.ts';

const state = await buildState({
  ...files,
  'articles/long.txt': `The long log of the harbour\nBy Ida Pell\n5 May 2026\n\n${'The boat left the harbour at eight with a goat and two prams on board. Nobody had asked for it.\n\n'.repeat(7000)}`,
});
const index = indexSources(state.digest);

describe('the sources of a digest', () => {
  test('one index for a digest, one entry for a file', () => {
    expect(indexSources(state.digest)).toBe(index);
    expect(index.file('dump.txt')).toBe(index.file('dump.txt'));
    expect(index.file('nothing.txt')).toBe(null);
  });

  test('every sentence of a part once; the chosen ones know their story', () => {
    const part = index.file('dump.txt')?.parts[0];
    if (!part) throw new Error('no part');
    const named = index.sentences(part);
    expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
    const highlights = state.rendered.issues.flatMap(({ issue }) =>
      [issue.lead, ...issue.themes.flatMap((t) => t.stories)].flatMap((s) => s?.highlights ?? []),
    );
    const here = highlights.filter(({ file }) => file === 'dump.txt');
    const chosen = named.filter((sentence) => sentence.chosen.length > 0);
    expect(chosen.map(({ ranges }) => spanOf(ranges))).toEqual(
      here.map(({ ranges }) => spanOf(ranges)).sort((a, b) => a.start - b.start),
    );
    expect(chosen[0]?.chosen[0]?.why.length).toBeGreaterThan(0);
    expect(chosen[0]?.chosen[0]?.issue.key).toBe('2026-05');
  });

  test('fragments name the part where a file has several', () => {
    const box = index.file('wardens.mbox');
    expect(box?.parts.map(({ prefix }) => prefix)).toEqual(['p1-', 'p2-']);
    const second = box?.parts[1];
    const address = index.address('wardens.mbox', second?.part.name ?? '', [{ start: 3, end: 9 }]);
    expect(address).toBe('/source/wardens.mbox/#p2-u3-9');
    expect(index.address('wardens.mbox', 'message-9/text', [{ start: 3, end: 9 }])).toBe(null);
    expect(index.address('dump.txt', 'text', [{ start: 3, end: 99_999 }])).toBe(null);
    expect(index.address('dump.txt', 'text', [])).toBe(null);
  });

  test('a long file has pages, and an address names the one', () => {
    const long = index.file('long.txt');
    const text = long?.parts[0]?.part.text ?? '';
    expect(long?.pages.length).toBeGreaterThan(1);
    const [, second] = long?.pages ?? [];
    const start = second?.[0]?.start ?? 0;
    expect(text.charAt(start - 1)).toBe('\n');
    const part = long?.parts[0];
    const lines = part && second?.[0] ? linesOf(part, second[0]) : [];
    expect(lines[0]?.number).toBe(text.slice(0, start).split('\n').length);
    expect(index.address('long.txt', 'text', [{ start: start + 5, end: start + 9 }])).toBe(
      `/source/long.txt/page-2/#u${start + 5}-${start + 9}`,
    );
    expect(index.address('long.txt', 'text', [{ start: 5, end: 9 }])).toBe('/source/long.txt/#u5-9');
  });

  test('an article leads to its beginning', () => {
    const bell = state.digest.articles.find(({ title }) => title.text.startsWith('Ferry Bell'));
    expect(bell && index.articleAddress(bell)).toBe('/source/dump.txt/#a2');
  });

  test('addresses of pages are read back', () => {
    expect(pageAddress('a b/c.txt', 1)).toBe('/source/a%20b/c.txt/');
    expect(pageAddress('a b/c.txt', 3)).toBe('/source/a%20b/c.txt/page-3/');
    expect(parsePagePath('a b/c.txt/page-3')).toEqual({ file: 'a b/c.txt', page: 3 });
    for (const path of ['c.txt', 'c.txt/page-0', 'c.txt/page-x', 'page-2'])
      expect(parsePagePath(path)).toBe(null);
  });
});
