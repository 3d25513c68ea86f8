import { expect, test } from 'vitest';
import { isDiagnostic, unzipFile } from '../../../src/ingest/zip/unzip-file.ts';
import { zip } from '../archives.ts';

const open = (bytes: Uint8Array) => unzipFile({ path: 'a.docx', bytes, sha256: 'a' }, 'a Word document');

test('an archive is opened', () => {
  const found = open(zip({ a: 'ebb' }));
  expect(isDiagnostic(found)).toBe(false);
});

test.each([
  ['', 'empty-file', /is empty/u],
  ['\xd0\xcf\x11\xe0\xa1\xb1', 'not-an-article', /password.*before that of a Word document/u],
  ['{\\rtf1 ebb}', 'not-an-article', /is RTF/u],
  ['%PDF-1.7', 'not-an-article', /is a PDF/u],
  ['The ebb', 'not-an-article', /is none, or its beginning is lost/u],
])('what is none is named: %j', (text, code, message) => {
  const found = open(Buffer.from(text, 'latin1'));
  expect(found).toMatchObject({ code, message: expect.stringMatching(message), file: 'a.docx' });
});
