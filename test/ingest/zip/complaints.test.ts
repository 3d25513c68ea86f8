import { expect, test } from 'vitest';
import { openArchive } from '../../../src/ingest/zip/archive.ts';
import { complainOfArchive, complainOfMember, complainOfText } from '../../../src/ingest/zip/complaints.ts';
import { decodeText } from '../../../src/text/encodings.ts';
import { zip } from '../archives.ts';

const whole = zip({ a: 'ebb', b: 'flood' });

test('a whole archive gives no complaint', () => {
  const archive = openArchive(whole);
  expect(archive && complainOfArchive('a.docx', archive)).toEqual([]);
  const member = archive?.read('a');
  expect(member && complainOfMember('a.docx', member)).toEqual([]);
});

test('one that is cut off is said to be', () => {
  const archive = openArchive(whole.subarray(0, -10));
  expect(archive && complainOfArchive('a.docx', archive)).toMatchObject([
    { code: 'damaged-archive', file: 'a.docx' },
  ]);
});

test('one with too many members is said to be', () => {
  const archive = openArchive(whole);
  const found = archive && complainOfArchive('a.docx', { ...archive, left: 3 });
  expect(found).toMatchObject([
    { code: 'damaged-archive', message: expect.stringMatching(/10000 members; 3 were/u) },
  ]);
});

test.each([
  ['cut', 'damaged-archive'],
  ['damaged', 'damaged-archive'],
  ['encrypted', 'damaged-archive'],
  ['method', 'damaged-archive'],
  ['sum', 'damaged-archive'],
  ['bomb', 'unsafe-archive'],
  ['overlap', 'unsafe-archive'],
] as const)('a fault has its code: %s', (fault, code) => {
  const member = { name: 'a\nb', bytes: new Uint8Array(), packed: { start: 0, end: 0 }, fault };
  const [found] = complainOfMember('a.docx', member);
  expect(found).toMatchObject({ code, file: 'a.docx', hint: expect.any(String) });
  expect(found?.message).toMatch(/^"a b" in it /u);
});

test('broken text of a member is said with its name', () => {
  const [found] = complainOfText(
    'a.epub',
    'one.xhtml',
    decodeText(Buffer.from('ebb\xff and flood', 'latin1')),
  );
  expect(found).toMatchObject({
    code: 'invalid-utf8',
    message: '"one.xhtml" in it: 1 byte is not valid text',
  });
  expect(found?.line).toBeUndefined();
});
