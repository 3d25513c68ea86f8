import { expect, test } from 'vitest';
import { keepLedger, partsByFile } from '../../src/proof/ledger.ts';
import type { Segmented } from '../../src/types.ts';

const part = (file: string, units: number): Segmented => ({
  part: { key: `${file}#text`, file, sha256: '', reader: 'text@1', name: 'text', text: 'x'.repeat(units) },
  articles: [],
  classes: [
    { start: 0, end: 1, class: 'title', rule: 'r' },
    { start: 1, end: units, class: 'body', rule: 'r' },
  ],
});
const fates = (file: string, parts: number, unreadable: number) => ({
  file,
  sha256: '',
  size: parts + unreadable,
  bytes: { parts, markup: 0, unreadable },
});

test('every part is counted with its own file, and the totals are the sums', () => {
  const parts = [part('a', 5), part('b', 3), part('a', 2)];
  const { files, totals } = keepLedger([fates('a', 7, 1), fates('b', 3, 0), fates('c', 0, 4)], parts);
  expect(files.map(({ file, units }) => [file, units.title, units.body])).toEqual([
    ['a', 2, 5],
    ['b', 1, 2],
    ['c', 0, 0],
  ]);
  expect(totals).toMatchObject({ files: 3, size: 15, bytes: { parts: 10, markup: 0, unreadable: 5 } });
  expect(totals.units).toMatchObject({ title: 3, body: 7, unreadable: 0 });
  expect([...partsByFile(parts).keys()]).toEqual(['a', 'b']);
});
