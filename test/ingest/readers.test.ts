import { expect, test } from 'vitest';
import { readers, unread } from '../../src/ingest/readers.ts';

const extensions = [...readers, ...unread].flatMap((r) => r.extensions);

test('each ending stands once, with its dot, in small letters', () => {
  expect(new Set(extensions).size).toBe(extensions.length);
  for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/u);
});

test.each(readers)('$name has a version, which its parts bear', async ({ name, read }) => {
  expect(name).toMatch(/^[a-z]+@\d+$/u);
  const file = { path: 'ebb.x', bytes: Buffer.from('The ebb & the *flood*.\r\n'), sha256: 'c'.repeat(64) };
  const { value } = await read(file, name);
  for (const { part } of value?.parts ?? [])
    expect(part).toMatchObject({ reader: name, file: 'ebb.x', sha256: file.sha256 });
});

test('the names of readers are known to seals and issues: they change only with what they return', () => {
  expect(readers.map((r) => r.name)).toEqual([
    'text@1',
    'markdown@1',
    'html@1',
    'mail@1',
    'mailbox@1',
    'feed@1',
    'document@1',
    'book@1',
  ]);
});
