import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { type FileReader, openFileReader } from '../../src/io/file-reader.ts';
import { readArticles } from '../../src/pipeline/reading.ts';
import { checkBytes } from '../../src/proof/conservation.ts';
import { ferry } from '../articles.ts';

const strange = { entry: new URL('strange-worker.ts', import.meta.url), megabytes: 64 };
const limits = { fileSeconds: 1 };

let reader: FileReader;
afterEach(() => reader.close());

test('another thread reads what this one would read', async () => {
  reader = openFileReader({ fileSeconds: 60 });
  const files = [
    { path: 'a.md', bytes: Buffer.from(ferry) },
    { path: 'b.txt', bytes: Buffer.from('\ufeffA title\r\n\nTwo words\0 and \xe9.', 'latin1') },
    { path: 'c.zzz', bytes: Buffer.from('?') },
  ];
  for (const file of files) expect(await reader.read(file)).toEqual(await readArticles(file));
});

test.each([
  ['loop.txt', 'file-too-slow', /more than 1 s/u],
  ['eat.txt', 'file-out-of-memory', /more than 64 MB of memory/u],
  ['throw.txt', 'unreadable-file', /a fault of the reader/u],
])('%s is told, its bytes are accounted for, and the next is read', async (path, code, message) => {
  reader = openFileReader(path === 'eat.txt' ? { fileSeconds: 50 } : limits, strange);
  const bytes = Buffer.from('ebb');
  const { value, diagnostics } = await reader.read({ path, bytes });
  expect(diagnostics).toMatchObject([
    { code, file: path, message: expect.stringMatching(message), hint: expect.any(String) },
  ]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(value).toEqual({
    reading: { file: path, sha256, size: 3, bytes: { parts: 0, markup: 0, unreadable: 3 } },
    parts: [],
  });
  expect(value.reading && checkBytes(value.reading)).toBeNull();
  expect((await reader.read({ path: 'a.txt', bytes })).diagnostics).toEqual([]);
});
