import { expect, test } from 'vitest';
import { readTexts, toReading } from '../../../src/ingest/mail/message.ts';
import { readTree } from '../../../src/ingest/mail/tree.ts';
import { ferry, fileOf, headers, mail, multipart } from './mails.ts';

function read(text: string, quoted = false) {
  const bytes = Buffer.from(text);
  const tree = readTree(bytes, 0, bytes.length);
  return { tree, texts: readTexts({ bytes, quoted }, tree) };
}

const page = `<html><body>${ferry
  .split('\r\n')
  .map((p) => `<p>${p}</p>`)
  .join('')}</body></html>`;
const html: [string[], string] = [['Content-Type: text/html; charset=utf-8'], page];

test('a text of substance is read, a stub gives way to the page', () => {
  const full = read(multipart('alternative', 'b', [[], ferry], html)).texts;
  expect(full.map((t) => [t.name, t.text])).toEqual([['text', ferry]]);
  const stub = read(multipart('alternative', 'b', [[], 'View this email in your browser'], html)).texts;
  expect(stub.map((t) => t.name)).toEqual(['html']);
  expect(stub[0]?.text).toContain('The ferry to Sandford');
  expect(stub[0]?.text).not.toContain('<p>');
});

test('a short text beside a long one is a footer', () => {
  expect(read(multipart('mixed', 'b', [[], ferry], [[], 'Ferry mailing list'])).texts).toHaveLength(1);
  expect(read(multipart('mixed', 'b', [[], ferry], [[], ferry])).texts.map((t) => t.name)).toEqual([
    'text',
    'text-2',
  ]);
});

test('the mail inside is read, not the note above it', () => {
  const inner = mail('From: Reed <a@reed.example>', 'Subject: Ebb', '', ferry);
  const text = multipart('mixed', 'b', [[], 'FYI, Jon'], [['Content-Type: message/rfc822'], inner]);
  const { tree, texts } = read(mail(...headers, text));
  expect(texts.map((t) => t.message)).toEqual([1]);
  const [first] = texts;
  if (!first) throw new Error('no text');
  const reading = toReading(fileOf(''), 'mail@1', tree, first, '');
  expect(reading.metadata['source']?.value).toBe('Reed');
  expect(reading.metadata['title']?.value).toBe('Ebb');
});

test('quoted lines of a mailbox are as they were written', () => {
  expect(read(mail('Subject: x', '', '>From the quay', ''), true).texts[0]?.text).toBe('From the quay\r\n');
  expect(read(mail('Subject: x', '', '>From the quay', '')).texts[0]?.text).toBe('>From the quay\r\n');
});

test('a mail forwarded as text is told by its own headers, the note above it by nobody', () => {
  const inner = ['From: Reed Courier <a@reed.example>', 'Sent: 14 May 2024 09:21', 'Subject: Ebb', '', ferry];
  const { tree, texts } = read(
    mail(
      'From: Jon Brenn <jon@lindow.example>',
      'Subject: Fwd: Ebb',
      '',
      'Is this one for us?',
      '',
      ...inner,
    ),
  );
  const [first] = texts;
  if (!first) throw new Error('no text');
  const { metadata, blocks } = toReading(fileOf(''), 'mail@1', tree, first, '');
  expect(metadata['source']?.value).toBe('Reed Courier');
  expect(blocks[0]?.aside).toBe('forwarding-note');
  expect(blocks[2]?.aside).toBeUndefined();
});
