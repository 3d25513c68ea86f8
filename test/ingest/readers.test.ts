import { expect, test } from 'vitest';
import { readers, unread } from '../../src/ingest/readers.ts';
import { partOf } from './parts.ts';

const extensions = [...readers, ...unread].flatMap((r) => r.extensions);

test('each ending stands once, with its dot, in small letters', () => {
  expect(new Set(extensions).size).toBe(extensions.length);
  for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/u);
});

test.each(readers)('$name has a version and reads its part without changing it', ({ name, read }) => {
  expect(name).toMatch(/^[a-z]+@\d+$/u);
  const part = partOf('The ebb & the *flood*.\r\n');
  expect(read(part).value.part).toEqual(part);
});

test('the names of readers are known to seals and issues: they change only with what they return', () => {
  expect(readers.map((r) => r.name)).toEqual(['text@1', 'markdown@1']);
});
