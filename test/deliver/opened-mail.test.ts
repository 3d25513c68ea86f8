import { expect, test } from 'vitest';
import { fieldOf } from '../../src/deliver/fields.ts';
import { openHead, openMail, returnedHeads } from '../../src/deliver/opened-mail.ts';
import * as mails from './returned.ts';
import { may } from './returned.ts';

const open = (text: string) => openMail(Buffer.from(text));

test('a report is its words, its status and the head of what came back', async () => {
  const { head, text, parts } = await openMail(mails.postfix(may));
  expect(fieldOf(head, 'subject')).toBe('Undelivered Mail Returned to Sender');
  expect(text).toContain('I am sorry to have to inform you.');
  expect(parts.map(({ type }) => type)).toEqual(['message/delivery-status', 'text/rfc822-headers']);
  expect(returnedHeads(parts).map((fields) => fieldOf(fields, 'message-id'))).toEqual([mails.idOf(may)]);
});

test.each([
  ['whole', mails.exim(may)],
  ['as a head', mails.exchange(may)],
  ['in Unicode', mails.international(may)],
  ['in a complaint', mails.hotmail(may)],
])('a mail that came back %s is attached, not read as the text', async (_, bytes) => {
  const { text, parts } = await openMail(bytes);
  expect(text).not.toContain(mails.idOf(may));
  expect(returnedHeads(parts).map((fields) => fieldOf(fields, 'message-id'))).toEqual([mails.idOf(may)]);
});

test('a subject is decoded, a field that stands often keeps its last ten values', async () => {
  const received = Array.from({ length: 30 }, (_, i) => `Received: from hop${i}\n`).join('');
  const { head } = await open(`${received}Subject: =?utf-8?Q?G=C3=A4nse?=\n\n`);
  expect(fieldOf(head, 'subject')).toBe('Gänse');
  expect([head.get('received')?.length, fieldOf(head, 'received')]).toEqual([10, 'from hop20']);
});

test('a mail in HTML only is read without its tags', async () => {
  const { text } = await open('Content-Type: text/html\n\n<p>nobody <b>here</b></p>');
  expect(text.replace(/\s+/gu, ' ').trim()).toBe('nobody here');
});

test('a type is in lower case', async () => {
  const { parts } = await open(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: Text/RFC822-Headers\nContent-Disposition: attachment\n\nSubject: x\n--b--\n',
  );
  expect(parts.map(({ type }) => type)).toEqual(['text/rfc822-headers']);
});

test('the head ends at the first empty line, with either line end, or after 50,000 bytes', async () => {
  for (const end of ['\n', '\r\n']) {
    const head = await openHead(Buffer.from(`Subject: a${end}${end}X-Failed-Recipients: b${end}${end}`));
    expect([...head.keys()]).toEqual(['subject']);
  }
  const filler = 'X-A: b\n'.repeat(50_000 / 7);
  expect((await openHead(Buffer.from(`Subject: near\n${filler}Far: x\n\n`))).has('far')).toBe(false);
  expect(fieldOf(await openHead(Buffer.from(`Subject: near\n${filler}`)), 'subject')).toBe('near');
});

test('what stands beyond 200,000 bytes is not read', async () => {
  const far = (words: number) =>
    openMail(mails.report({ to: 'x@reed.example', words: 'far '.repeat(words), status: 'Action: failed' }));
  expect((await far(40_000)).parts).toHaveLength(1);
  expect((await far(60_000)).parts).toEqual([]);
});

test('where the MIME is not to be read, fields and text are those of the bytes', async () => {
  const nested = Array.from(
    { length: 30 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  );
  const { head, text, parts } = await open(`Subject: deep\n${nested.join('')}\n`);
  expect([fieldOf(head, 'subject'), parts]).toEqual(['deep', []]);
  expect(text).toContain('Subject: deep');
});
