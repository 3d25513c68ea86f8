import { expect, test } from 'vitest';
import { readingOf } from '../../src/ingest/reader.ts';
import { readAsText } from '../../src/ingest/text-file.ts';

const read = readAsText((part) => readingOf({ part, shape: 'dump', metadata: {}, blocks: [] }));
const file = (bytes: Uint8Array) => ({ path: 'ebb.txt', bytes, sha256: 'f'.repeat(64) });

test('the whole file is one part, its mark is encoding', async () => {
  const { value } = await read(file(Buffer.from('\uFEFFThe ebb.')), 'text@1');
  expect(value?.bytes).toEqual({ parts: 8, markup: 3, unreadable: 0 });
  expect(value?.parts[0]?.part).toMatchObject({ key: 'ebb.txt#text', reader: 'text@1', text: 'The ebb.' });
});

test.each([
  ['binary-file', Uint8Array.of(1, 0, 0, 0)],
  ['empty-file', Uint8Array.of()],
])('%s', async (code, bytes) => {
  const { value, diagnostics } = await read(file(bytes), 'text@1');
  expect(value).toBeNull();
  expect(diagnostics.map((d) => d.code)).toEqual([code]);
});
