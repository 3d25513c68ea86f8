import { expect, test } from 'vitest';
import { isArmoured, reasonAgainst } from '../../../src/ingest/mail/kinds.ts';
import { readTree } from '../../../src/ingest/mail/tree.ts';
import { mail, multipart } from './mails.ts';

function reason(text: string): string | null {
  const bytes = Buffer.from(text);
  return reasonAgainst(readTree(bytes, 0, bytes.length));
}

const part = (type: string): [string[], string] => [[`Content-Type: ${type}`], 'x'];

test('what is no article says why', () => {
  expect(reason('The ferry was late.\nAgain.\n')).toContain('headers');
  expect(reason(multipart('encrypted', 'b', part('application/octet-stream')))).toBe('the mail is encrypted');
  expect(reason(mail('Content-Type: application/pkcs7-mime; smime-type=enveloped-data', '', 'x'))).toBe(
    'the mail is encrypted',
  );
  expect(reason(mail('Content-Type: application/pkcs7-mime; smime-type=signed-data', '', 'x'))).toContain(
    'signature',
  );
  expect(reason(multipart('report', 'b', part('text/plain')))).toContain('delivery');
  expect(
    reason(multipart('mixed', 'b', part('text/plain'), part('text/calendar; method=REQUEST'))),
  ).toContain('invitation');
});

test('signed mails and dates for the calendar are read', () => {
  expect(reason(multipart('signed', 'b', part('text/plain'), part('application/pgp-signature')))).toBeNull();
  expect(
    reason(multipart('mixed', 'b', part('text/plain'), part('text/calendar; method=PUBLISH'))),
  ).toBeNull();
});

test('a text that is all cipher', () => {
  expect(isArmoured('\n-----BEGIN PGP MESSAGE-----\nabc')).toBe(true);
  expect(isArmoured('The ferry')).toBe(false);
});
