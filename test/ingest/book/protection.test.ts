import { expect, test } from 'vitest';
import { encryptedFiles } from '../../../src/ingest/book/protection.ts';

const data = (algorithm: string, uri: string) =>
  `<EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData>`;

test('chapters may be encrypted, garbled fonts do not matter', () => {
  const fonts =
    data('http://www.idpf.org/2008/embedding', 'OPS/f.otf') + data('http://ns.adobe.com/pdf/enc#RC', 'g.otf');
  const chapter = data('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/a%20b.xhtml');
  expect([...encryptedFiles(`<encryption>${fonts}${chapter}</encryption>`)]).toEqual(['OPS/a b.xhtml']);
  expect(encryptedFiles('').size).toBe(0);
});
