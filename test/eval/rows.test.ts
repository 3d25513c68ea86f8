import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readRows, textOf, titleOf } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'digestif-rows-'));

afterEach(() => {
  process.exitCode = undefined;
});

function read(name: string, bytes: string | Uint8Array): object[] {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readRows(path);
}

test('a mark, other line ends and blank lines are nothing; packed files are unpacked', () => {
  const rows = [{ id: 1 }, { id: 2 }];
  expect(read('a.jsonl', '\uFEFF{"id":1}\r\n\n{"id":2}')).toEqual(rows);
  expect(read('a.jsonl.gz', gzipSync('{"id":1}\n{"id":2}\n'))).toEqual(rows);
  expect(process.exitCode).toBeUndefined();
});

test('a broken line costs no other row', () => {
  expect(read('b.jsonl', '{"id":1}\n{"id":\n[1]\nnull\n{"id":2}\n')).toEqual([{ id: 1 }, { id: 2 }]);
  expect(process.exitCode).toBe(1);
});

test('the text has two names, or none', () => {
  expect([
    textOf({ text: 'a' }),
    textOf({ article: 'b', text: 'a' }),
    textOf({}),
    textOf({ article: null }),
  ]).toEqual(['a', 'b', '', '']);
  expect([titleOf({ title: 'T' }), titleOf({ title: null })]).toEqual(['T', '']);
});
