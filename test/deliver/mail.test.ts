import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type IssueMail,
  listIdOf,
  mailFor,
  personalFields,
  prepareIssueMail,
  publishedMail,
} from '../../src/deliver/mail.ts';
import type { Content } from '../../src/deliver/message.ts';
import { makeToken } from '../../src/deliver/tokens.ts';
import { readMessageId, readReturnPath } from '../../src/deliver/traces.ts';
import { renderEmail } from '../../src/render/email.ts';
import { fillSlots, neutralValues, slotsOf } from '../../src/render/slots.ts';
import { unsubscribeAddress } from '../../src/text/addresses.ts';
import { contentId, pictureName } from '../../src/text/pictures.ts';
import { makeHeavyPng } from '../made-pictures.ts';
import { makeIssue, ourTemplates, sampleIssue, site } from '../render/fixture.ts';
import { ed25519, rsa, verify } from './keys.ts';

const list = { id: listIdOf(site), returnPath: 'bounces@lantern.example', leave: 'leave@lantern.example' };
const date = new Date('2026-06-01T06:00:00Z');
const serveUrl = 'https://lantern.example/mail/';
const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';
const issue = sampleIssue();
const id = '00112233445566778899aabbccddeeff';
const token = makeToken(secret, {
  purpose: 'unsubscribe',
  list: list.id,
  subscriber: id,
  issue: issue.key,
  expires: null,
});
const ada = { id, email: 'ada+news@reed.example', name: 'Ada Reed', token };
const neutral = neutralValues(site, issue.language);
let content: Content;
let mail: IssueMail;

beforeAll(async () => {
  const { value } = await renderEmail(issue, site, ourTemplates(), { bytes: 102_400 });
  content = { ...value.slotted, slots: value.slots };
  mail = prepareIssueMail({ site, issue, content, serveUrl, dkim: [rsa, ed25519], list });
});

const read = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Fields by name, unfolded, and the lines of the body. */
function open(bytes: Uint8Array): { fields: [string, string][]; body: string[] } {
  const [head = '', ...rest] = read(bytes).split('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/).map((field): [string, string] => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon), field.slice(colon + 2)];
  });
  return { fields, body: rest.join('\r\n\r\n').split('\r\n') };
}

test('the header of a sent mail, byte for byte', () => {
  const { fields } = open(mailFor({ ...mail, dkim: [] }, ada, date).bytes);
  const link = `https://lantern.example/mail/unsubscribe/${token}`;
  expect(fields).toEqual([
    ['From', 'The Lantern Quarter <letter@lantern.example>'],
    ['Subject', issue.subject],
    ['To', 'Ada Reed <ada+news@reed.example>'],
    ['Date', 'Mon, 01 Jun 2026 06:00:00 +0000'],
    ['Message-ID', `<${issue.key}.${Date.parse(issue.updated).toString(36)}.${id}@lantern.example>`],
    ['List-Unsubscribe', `<${link}>,\r\n <mailto:leave@lantern.example?subject=unsubscribe%20${token}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-ID', 'The Lantern Quarter <digest.lantern.example>'],
    ['List-Archive', '<https://lantern.example/>'],
    ['Precedence', 'list'],
    ['Feedback-ID', `${issue.key}:en:newsletter:lanternexample`],
    ['MIME-Version', '1.0'],
    ['Content-Type', expect.stringMatching(/^multipart\/alternative;\r\n boundary="=_[0-9a-f]{32}"$/)],
  ]);
});

test('another program finds both signatures good, and the one-click fields inside them', async () => {
  const { bytes } = mailFor(mail, ada, date);
  expect(await verify(bytes, [rsa, ed25519])).toEqual(['pass', 'pass']);
  const without = Buffer.from(
    read(bytes).replace('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n', ''),
  );
  expect(await verify(without, [rsa, ed25519])).not.toContain('pass');
});

test('a sent mail differs from the sealed copy in listed fields and places, and in no other byte', () => {
  const sealed = open(publishedMail(site, issue, content, neutral));
  const sent = open(mailFor(mail, ada, date).bytes);
  const common = ({ fields }: typeof sent): [string, string][] =>
    fields.filter(([name]) => !(personalFields as readonly string[]).includes(name));
  expect(common(sent)).toEqual(common(sealed));
  expect(common(sent).length).toBeGreaterThan(5);
  expect(withoutPlaces(sent.body, ada)).toEqual(withoutPlaces(sealed.body, null));
  expect(sent.body).not.toEqual(sealed.body);
});

/** The body without the lines that hold a value of a place. */
function withoutPlaces(body: string[], reader: typeof ada | null): string[] {
  const link = reader ? unsubscribeAddress(serveUrl, reader.token) : neutral.unsubscribe;
  let text = body.join('\r\n');
  let found = 0;
  const encoded = link.replaceAll('=', '=3D');
  // Each line break of a value is a soft one.
  const pattern = new RegExp([...encoded].map((c) => c.replace(/[.?+]/, '\\$&')).join('(?:=\\r\\n)?'), 'g');
  text = text.replace(pattern, () => {
    found += 1;
    return '';
  });
  expect(found).toBe(2);
  return text.split('\r\n');
}

test('every line is short ASCII, ends in CRLF, and none is dots or a From of a mailbox', () => {
  for (const bytes of [mailFor(mail, ada, date).bytes, publishedMail(site, issue, content, neutral)]) {
    expect(read(bytes).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of read(bytes).split('\r\n')) {
      expect(line).toMatch(/^(?!\.|From )[ -~]*$/);
      expect(line.length, line).toBeLessThanOrEqual(
        /^ ?(?:List-Unsubscribe: |Message-ID: )?</.test(line) ? 998 : 78,
      );
    }
  }
});

test('what a mail server is given over a connection is what was signed, dots and all', async () => {
  const heard: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      stream.on('data', (part: Buffer) => heard.push(part));
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const { envelope, bytes } = mailFor(mail, ada, date);
  await transport.sendMail({ envelope, raw: Buffer.from(bytes) });
  transport.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(Buffer.concat(heard).equals(bytes)).toBe(true);
});

test('a mail program reads the very HTML and text, with the reader in the places', async () => {
  const got = await PostalMime.parse(mailFor(mail, ada, date).bytes);
  const values = { unsubscribe: unsubscribeAddress(serveUrl, token), recipient: ada.email };
  const slots = slotsOf(issue);
  // Its reader ends every part with a line feed.
  expect(got.html).toBe(`${fillSlots(content.html, slots, values, true)}\n`);
  expect(got.text).toBe(`${fillSlots(content.text, slots, values, false)}\n`);
  expect(got.to).toEqual([{ name: 'Ada Reed', address: 'ada+news@reed.example' }]);
  expect(got.html).not.toContain('slot-');
});

test('the way back: envelope, return path, Message-ID', () => {
  const { envelope, messageId } = mailFor(mail, ada, date);
  expect(envelope).toEqual({
    from: `bounces+${issue.key}=${id}@lantern.example`,
    to: 'ada+news@reed.example',
  });
  expect(readReturnPath(envelope.from, list.returnPath)).toEqual({ issue: issue.key, subscriber: id });
  expect(readMessageId(messageId)).toEqual({ issue: issue.key, subscriber: id });
});

test('the same mail again has the same bytes; an issue approved anew another Message-ID', () => {
  const once = mailFor({ ...mail, dkim: [ed25519] }, ada, date);
  expect(mailFor({ ...mail, dkim: [ed25519] }, ada, date)).toEqual(once);
  const later = { ...issue, updated: '2026-06-02T00:00:00.000Z' };
  expect(mailFor({ ...mail, issue: later }, ada, date).messageId).not.toBe(once.messageId);
  expect(mailFor(mail, ada, new Date('2026-06-02T00:00:00Z')).messageId).toBe(once.messageId);
});

describe('links to leave', () => {
  const mailtoOnly = `<mailto:leave@lantern.example?subject=unsubscribe%20${token}>`;
  test('without a server: by mail alone, and nothing to post to', () => {
    const { fields } = open(mailFor({ ...mail, serveUrl: null }, ada, date).bytes);
    expect(fields.filter(([name]) => name.startsWith('List-Uns'))).toEqual([
      ['List-Unsubscribe', mailtoOnly],
    ]);
  });
  test('without TLS: a page, but no one-click (RFC 8058, section 3.1)', () => {
    const { fields } = open(mailFor({ ...mail, serveUrl: 'http://x.example' }, ada, date).bytes);
    expect(fields.map(([name]) => name)).not.toContain('List-Unsubscribe-Post');
    expect(new Map(fields).get('List-Unsubscribe')).toMatch(/^<http:\/\/x\.example\/unsubscribe\/1\./);
  });
  test('longer than was counted with, it is refused', () => {
    const long = `https://x.example/${'y'.repeat(300)}`;
    expect(() => mailFor({ ...mail, serveUrl: long }, ada, date)).toThrow(/unsubscribe has \d+ bytes/);
  });
});

test('an address that cannot stand in a mail is refused', () => {
  expect(() => mailFor(mail, { ...ada, email: 'a@b.example\r\nBcc: x@x.example' }, date)).toThrow(RangeError);
});

test('an address that is no ASCII goes out as it is, its domain in ASCII', async () => {
  const { envelope, bytes } = mailFor(
    mail,
    { ...ada, email: 'jörg@röhricht.example', name: 'Röhricht, Jörg' },
    date,
  );
  expect(envelope.to).toBe('jörg@xn--rhricht-90a.example');
  expect((await PostalMime.parse(bytes)).to).toEqual([
    { name: 'Röhricht, Jörg', address: 'jörg@xn--rhricht-90a.example' },
  ]);
  expect(await verify(bytes, [rsa, ed25519])).toEqual(['pass', 'pass']);
});

test.each([
  ['https://lantern.example', 'digest.lantern.example'],
  ['https://lantern.example/', 'digest.lantern.example'],
  ['https://röhricht.example/letters/The%20Weekly/', 'digest.the-20weekly.letters.xn--rhricht-90a.example'],
])('the list of %s is %s', (url, expected) => expect(listIdOf({ ...site, url })).toBe(expected));

test('any content with places anywhere comes back exactly, filled, and signed', async () => {
  const slots = slotsOf(issue);
  const chunk = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 90 }),
    fc.constantFrom('From ', '.', ' ', '  ', '=', '\n', '\n.\n', 'x'.repeat(80), '河口'.repeat(20), '--=_'),
    fc.constantFrom(slots.unsubscribe, slots.recipient),
  );
  const words = fc.array(chunk, { maxLength: 30 }).map(
    (all) =>
      `${all
        .join('')
        .toWellFormed()
        .replace(/[\r\0\uFEFF]/g, '')}\n`,
  );
  const name = fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }));
  const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,40}$/);
  await fc.assert(
    fc.asyncProperty(words, words, name, local, fc.string(), async (html, text, person, part, subject) => {
      const reader = { ...ada, name: person, email: `${part}@reed.example` };
      const own = makeIssue({ key: issue.key, subject });
      const prepared = prepareIssueMail({
        site,
        issue: own,
        content: { html, text, slots },
        serveUrl,
        dkim: [ed25519],
        list,
      });
      const { bytes } = mailFor(prepared, reader, date);
      const got = await PostalMime.parse(bytes);
      const values = { unsubscribe: unsubscribeAddress(serveUrl, token), recipient: reader.email };
      expect(got.html).toBe(`${fillSlots(html, slots, values, true)}\n`);
      expect(got.text).toBe(`${fillSlots(text, slots, values, false)}\n`);
      expect(got.to?.[0]?.address).toBe(reader.email);
      expect(await verify(bytes, [ed25519])).toEqual(['pass']);
    }),
    { seed: 6, numRuns: 300 },
  );
});

test('pictures are encoded once for all readers, and a signature holds for them', async () => {
  const bytes = makeHeavyPng(150_000);
  const name = pictureName(bytes, 'png');
  const html = content.html.replace('<h1', () => `<img src="cid:${contentId(name)}" alt=""><h1`);
  const own = prepareIssueMail({
    site,
    issue,
    content: { ...content, html, pictures: [{ name, bytes }] },
    serveUrl,
    dkim: [rsa, ed25519],
    list,
  });
  const last = own.body.pieces.at(-1);
  const sent = mailFor(own, ada, date).bytes;
  expect(await verify(sent, [rsa, ed25519])).toEqual(['pass', 'pass']);
  const { attachments } = await PostalMime.parse(sent);
  expect(Buffer.from(attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true);
  // The piece with the picture is the same one in every mail.
  expect(last?.length).toBeGreaterThan(200_000);
  expect(
    Buffer.from(sent)
      .subarray(-(last?.length ?? 0))
      .equals(Buffer.from(last ?? [])),
  ).toBe(true);
  const published = publishedMail(site, issue, { ...content, html, pictures: [{ name, bytes }] }, neutral);
  expect(
    Buffer.from(published)
      .subarray(-(last?.length ?? 0))
      .equals(Buffer.from(last ?? [])),
  ).toBe(true);
});
