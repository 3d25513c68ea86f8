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

test('a draft is named and not taken', async () => {
  const drafts = readAsText((part) =>
    readingOf({ part, shape: 'article', metadata: { draft: { value: 'true', range: null } }, blocks: [] }),
  );
  const { value, diagnostics } = await drafts(file(Buffer.from('x')), 'text@1');
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'not-an-article', message: expect.stringMatching(/draft/u) }]);
});

test('a legacy charset is read, and said', async () => {
  const bytes = Buffer.from('Le caf\xe9 du port \xe9tait ferm\xe9 apr\xe8s la mar\xe9e.', 'latin1');
  const { value, diagnostics } = await read(file(bytes), 'text@1');
  expect(value?.parts[0]?.part.text).toBe('Le café du port était fermé après la marée.');
  expect(value?.bytes).toEqual({ parts: bytes.length, markup: 0, unreadable: 0 });
  expect(diagnostics).toMatchObject([{ code: 'charset-guessed' }]);
});
