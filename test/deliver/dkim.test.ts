import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashBody, recordOf, relaxField, signatureField, zoneLine } from '../../src/deliver/dkim.ts';
import { ed25519, rsa, verify } from './keys.ts';

const time = new Date('2026-05-31T18:00:00Z');
const fields = [
  'From: The Lantern Quarter <letter@lantern.example>',
  'To: Ada  Reed\r\n <ada@reed.example>',
  'Subject: =?UTF-8?Q?G=C3=A4nse?=',
  'Date: Sun, 31 May 2026 18:00:00 +0000',
  'List-Unsubscribe: <https://lantern.example/unsubscribe/1>,\r\n <mailto:leave@lantern.example>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'X-Mailer: none',
];
const body = Buffer.from('A line.\r\nAnother one.\r\n');

function mail(
  signatures: readonly string[],
  header: readonly string[] = fields,
  text: Buffer = body,
): Buffer {
  return Buffer.concat([Buffer.from(`${[...signatures, ...header].join('\r\n')}\r\n\r\n`), text]);
}

const signatures = [rsa, ed25519].map((key) => signatureField(key, fields, hashBody([body]), time));

test('both kinds of signature are good in the eyes of another program', async () => {
  expect(await verify(mail(signatures), [rsa, ed25519])).toEqual(['pass', 'pass']);
});

test('what is relaxed on the way changes nothing, and what is not signed neither', async () => {
  const bent = fields.map((field) =>
    field.replace('Ada  Reed\r\n ', 'Ada\t Reed ').replace('X-Mailer: none', 'X-Mailer: other'),
  );
  const text = Buffer.from('A  line.   \r\nAnother\tone.\r\n\r\n\r\n');
  expect(
    await verify(mail(signatures, bent, Buffer.from('A line. \r\nAnother\tone.\r\n\r\n')), [rsa, ed25519]),
  ).toEqual(['pass', 'pass']);
  expect(await verify(mail(signatures, bent, text), [rsa, ed25519])).toEqual(['pass', 'pass']);
});

const tampered: [string, Buffer][] = [
  ['the body', mail(signatures, fields, Buffer.from('A line.\r\nAnother two.\r\n'))],
  ...fields
    .filter((field) => !field.startsWith('X-'))
    .map((field): [string, Buffer] => [
      `the value of ${field.split(':')[0]}`,
      mail(
        signatures,
        fields.map((f) => (f === field ? `${f}x` : f)),
      ),
    ]),
  ...[
    'From',
    'To',
    'Subject',
    'Date',
    'Reply-To',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
    'Content-Type',
  ].map((name): [string, Buffer] => [
    `a second ${name}`,
    mail(signatures, [`${name}: evil@evil.example`, ...fields]),
  ]),
];

test.each(tampered)('no signature is good when somebody changes or adds %s', async (_, bytes) => {
  const results = await verify(bytes, [rsa, ed25519]);
  expect(results).toHaveLength(2);
  expect(results).not.toContain('pass');
});

test('another key of the same name is not taken', async () => {
  expect(await verify(mail(signatures.slice(0, 1)), [{ ...ed25519, selector: 'r1' }])).not.toContain('pass');
});

test('the field names what it signs, From twice, and no line is long', () => {
  const [field = ''] = signatures;
  const names = /h=([^;]+);/.exec(field.replace(/\s/g, ''))?.[1]?.split(':') ?? [];
  expect(names.filter((name) => name === 'from')).toHaveLength(2);
  expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
  expect(field).toContain('a=rsa-sha256; c=relaxed/relaxed;\r\n d=lantern.example; s=r1; t=1780250400;');
  for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

test('relaxed fields are those of RFC 6376, section 3.4.5', () => {
  expect(relaxField('A: X')).toBe('a:X');
  expect(relaxField('B : Y\t\r\n\tZ  ')).toBe('b:Y Z');
});

test('hashes of pieces are hashes of the whole', () => {
  const whole = createHash('sha256').update(body).digest('base64');
  expect(hashBody([body.subarray(0, 3), body.subarray(3)])).toBe(whole);
});

test('the record holds the public key alone, in strings that DNS takes', () => {
  expect(recordOf(rsa.key)).toMatch(/^v=DKIM1; k=rsa; p=MIIBIjAN[\w+/]+IDAQAB$/);
  expect(recordOf(ed25519.key)).toMatch(/^v=DKIM1; k=ed25519; p=[\w+/]{43}=$/);
  const line = zoneLine(rsa);
  expect(line).toMatch(/^r1\._domainkey\.lantern\.example\. IN TXT \( "v=DKIM1; [^"]+" "[^"]+" \)$/);
  const strings = [...line.matchAll(/"([^"]*)"/g)].map((m) => m[1] ?? '');
  expect(strings.join('')).toBe(recordOf(rsa.key));
  for (const text of strings) expect(text.length).toBeLessThanOrEqual(255);
});
