import { expect, test } from 'vitest';
import { mostUnpacked, openArchive } from '../../../src/ingest/zip/archive.ts';
import { zip } from '../archives.ts';

const textOf = (member: { bytes: Uint8Array } | null | undefined) =>
  member && Buffer.from(member.bytes).toString();

test('members are read by name, capitals aside, and counted once', () => {
  const archive = openArchive(zip({ 'Word/Document.xml': 'ebb', b: 'flood' }));
  expect(textOf(archive?.read('word/document.xml'))).toBe('ebb');
  expect(archive?.read('word/document.xml')).toBe(archive?.read('Word/Document.xml'));
  expect(archive?.read('c')).toBeNull();
  expect(archive?.names).toEqual(['Word/Document.xml', 'b']);
});

test('what is unpacked in all is bounded', () => {
  const large = new Uint8Array(Math.ceil(mostUnpacked / 2.5));
  const archive = openArchive(zip({ a: large, b: large, c: large }, { level: 0 }));
  expect(['a', 'b', 'c'].map((n) => archive?.read(n)?.fault)).toEqual([null, null, 'bomb']);
});

test('members that lie on one another are read once', () => {
  const bytes = zip({ a: 'ebb '.repeat(100), b: 'ebb '.repeat(100) });
  // The second entry of the list gets the place of the first.
  const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(0, entry + 42);
  const archive = openArchive(bytes);
  expect(archive?.read('a')?.fault).toBeNull();
  expect(archive?.read('b')).toMatchObject({ fault: 'overlap', bytes: { length: 0 } });
});

test('what is no archive is none', () => {
  expect(openArchive(Buffer.from('ebb'))).toBeNull();
});
