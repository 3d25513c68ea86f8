import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DigestifError, fail } from '../../src/errors.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Reader } from '../../src/ingest/reader.ts';
import { readers } from '../../src/ingest/readers.ts';
import { checkBytes } from '../../src/proof/conservation.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('what is no article is named, with the reason', () => {
  const cases: [path: string, content: Uint8Array, code: string, message: RegExp][] = [
    ['page.mhtml', bytes('<p>'), 'not-an-article', /web archives are not read/u],
    ['a/b.PDF', bytes('%PDF'), 'not-an-article', /a PDF has no text/u],
    ['ebb', bytes('ebb'), 'not-an-article', /its name has no ending/u],
    ['.md', bytes('ebb'), 'not-an-article', /its name has no ending/u],
    ['a.b/ebb', bytes('ebb'), 'not-an-article', /its name has no ending/u],
    ['ebb.zzz', bytes('ebb'), 'not-an-article', /files ending in \.zzz are not read/u],
    ['ebb.txt', bytes(''), 'empty-file', /is empty/u],
    ['ebb.md', Uint8Array.of(0x89, 0x50, 0, 0), 'binary-file', /binary/u],
  ];
  test.each(cases)('%s', async (path, content, code, message) => {
    const { value, diagnostics } = await ingest({ path, bytes: content });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code, file: path, message: expect.stringMatching(message) }]);
  });
});

test.each([
  ['ebb.txt', 'text@1'],
  ['EBB.TXT', 'text@1'],
  ['a/ebb.markdown', 'markdown@1'],
])('%s is read by %s', async (path, reader) => {
  const content = bytes('The ebb.');
  const { value, diagnostics } = await ingest({ path, bytes: content });
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(value).toMatchObject({ file: path, sha256, size: 8 });
  expect(value?.parts.map((p) => p.part)).toEqual([
    { key: `${path}#text`, file: path, sha256, reader, name: 'text', text: 'The ebb.' },
  ]);
  expect(diagnostics).toEqual([]);
});

test('broken bytes are counted and told with their line', async () => {
  const { value, diagnostics } = await ingest({
    path: 'ebb.txt',
    bytes: Buffer.from('a\nb\xe9\n', 'latin1'),
  });
  expect(value?.bytes).toEqual({ parts: 4, markup: 0, unreadable: 1 });
  expect(value?.parts[0]?.part.text).toBe('a\nb\uFFFD\n');
  expect(diagnostics).toMatchObject([{ code: 'invalid-utf8', line: 2, message: '1 byte is not valid text' }]);
});

test('a genuine U+FFFD is no complaint', async () => {
  const { diagnostics } = await ingest({ path: 'ebb.txt', bytes: bytes('a \uFFFD b') });
  expect(diagnostics).toEqual([]);
});

test('a byte order mark is encoding, also before front matter', async () => {
  const { value } = await ingest({ path: 'ebb.md', bytes: bytes('\uFEFF---\ntitle: Ebb\n---\nIt took it.') });
  expect(value?.bytes.markup).toBe(3);
  expect(value?.parts[0]?.metadata['title']?.value).toBe('Ebb');
});

test('a file that is nothing but a byte order mark holds no text', async () => {
  const { diagnostics } = await ingest({ path: 'ebb.txt', bytes: bytes('\uFEFF') });
  expect(diagnostics).toMatchObject([{ code: 'empty-file' }]);
});

test('the bytes of every file add up', async () => {
  const content = fc
    .array(fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.string({ unit: 'binary' }).map(bytes)), {
      maxLength: 6,
    })
    .map((chunks) => Buffer.concat(chunks));
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom('ebb.txt', 'ebb.md'), async (all, path) => {
      const { value } = await ingest({ path, bytes: all });
      expect(value === null ? null : checkBytes(value)).toBeNull();
    }),
    { seed: 20260514, numRuns: 1000 },
  );
});

test('a reader that fails is told of its file, and stops nothing', async () => {
  const read = vi.spyOn(readers[0] as Reader, 'read').mockImplementation(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const { value, diagnostics } = await ingest({ path: 'ebb.txt', bytes: bytes('ebb') });
  expect(value).toMatchObject({ size: 3, bytes: { parts: 0, markup: 0, unreadable: 3 }, parts: [] });
  expect(diagnostics).toMatchObject([
    {
      code: 'unreadable-file',
      severity: 'error',
      file: 'ebb.txt',
      message: expect.stringContaining('Maximum call stack'),
    },
  ]);
  read.mockImplementation(() => fail('no-article', 'a fault of ours'));
  await expect(ingest({ path: 'ebb.txt', bytes: bytes('ebb') })).rejects.toThrow(DigestifError);
  read.mockRestore();
});
