import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import {
  bodyFields,
  buildMessage,
  canBody,
  joinMessage,
  type MessageParts,
  nobody,
} from '../../src/deliver/message.ts';
import { contentId, pictureName } from '../../src/text/pictures.ts';
import { makeGif, makeHeavyPng, makePng } from '../made-pictures.ts';
import { ed25519, rsa, verify } from './keys.ts';

const parts: MessageParts = {
  from: { name: 'The Lantern Quarter', email: 'letter@lantern.example' },
  to: { name: 'Bö', email: 'b@b.example' },
  replyTo: 'ada@lantern.example',
  subject: 'Mai: die Schleuse, die nicht schließen wollte 🦢 und noch viel mehr Worte',
  html: `<p>${'Ein langer Absatz ohne Zeilenende. '.repeat(80)}</p>\r<p>河口</p>`,
  text: 'Erste Zeile\nFrom hier an\n.\nEnde\rdoch nicht',
  date: new Date('2026-05-31T18:00:00Z'),
  messageId: '<2026-05.digest@lantern.example>',
  headers: {
    'List-Unsubscribe': '<https://lantern.example/unsubscribe>, <mailto:leave@lantern.example>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-ID': 'The Lantern Quarter <letter.lantern.example>',
  },
};

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

test('the same parts give the same bytes, other words another boundary', async () => {
  const once = decode(buildMessage(parts));
  expect(decode(buildMessage(parts))).toBe(once);
  const boundary = /boundary="([^"]+)"/;
  const other = decode(buildMessage({ ...parts, text: 'Anderes' }));
  expect(boundary.exec(other)?.[1]).not.toBe(boundary.exec(once)?.[1]);
});

test('every line ends in CRLF, holds seven-bit text and at most 76 characters', async () => {
  const message = decode(buildMessage(parts));
  expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of message.split('\r\n')) {
    expect(line).toMatch(/^[\t -~]*$/);
    expect(line.length, line).toBeLessThanOrEqual(line.startsWith('List-') ? 998 : 76);
  }
});

test('a mail program reads back what was put in', async () => {
  const mail = await PostalMime.parse(buildMessage(parts));
  expect(mail.subject).toBe(parts.subject);
  expect(mail.from).toMatchObject({ name: 'The Lantern Quarter', address: 'letter@lantern.example' });
  expect(mail.messageId).toBe('<2026-05.digest@lantern.example>');
  expect(mail.date).toBe('2026-05-31T18:00:00.000Z');
  expect(mail.html?.trim()).toBe(parts.html.replace('\r', '\n'));
  expect(mail.text?.trim()).toBe('Erste Zeile\nFrom hier an\n.\nEnde\ndoch nicht');
});

test('headers stand as given, names are encoded', async () => {
  const message = decode(buildMessage(parts));
  expect(message).toMatch(/\r\nTo: =\?UTF-8\?[BQ]\?[^?]+\?= <b@b\.example>\r\n/);
  expect(message).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  expect(message).toContain('\r\nReply-To: ada@lantern.example\r\n');
});

test('a copy for nobody has an empty group for a recipient, and no reply where none is wanted', async () => {
  const bytes = buildMessage({ ...parts, to: nobody, replyTo: null });
  expect(decode(bytes)).toMatch(/\r\nTo: "?undisclosed-recipients"?:;\r\n/);
  expect(decode(bytes)).not.toContain('Reply-To');
  expect((await PostalMime.parse(bytes)).to).toEqual([{ name: 'undisclosed-recipients', group: [] }]);
});

test('no value can start a header of its own', async () => {
  const message = decode(
    buildMessage({
      ...parts,
      subject: 'One\r\nBcc: thief@evil.example',
      from: { name: 'Ada\r\nBcc: thief@evil.example', email: 'a@lantern.example' },
      headers: { 'X-Note': 'a\r\nBcc: thief@evil.example' },
    }),
  );
  expect(message).not.toMatch(/\r\nBcc:/i);
});

test('keys sign it, whatever its headers are', async () => {
  const bytes = buildMessage({ ...parts, dkim: [rsa, ed25519] });
  expect(await verify(bytes, [rsa, ed25519])).toEqual(['pass', 'pass']);
  expect(decode(bytes)).toContain(decode(buildMessage(parts)));
});

// 57 bytes are a line of base64 exactly: 1,140 end with a full line.
const pictures = [makePng(40, 30), makeHeavyPng(1140), makeGif(9, 9)].map((bytes, i) => ({
  name: pictureName(bytes, i === 2 ? 'gif' : 'png'),
  bytes,
}));
const html = pictures.map(({ name }) => `<img src="cid:${contentId(name)}" alt="">`).join('');

test('pictures go along with the HTML, byte for byte, by their ids', async () => {
  const body = canBody({ html, text: 'Two', slots: null, pictures });
  const bytes = joinMessage(bodyFields(body), body.pieces);
  const mail = await PostalMime.parse(bytes);
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Two', html]);
  expect(mail.attachments).toHaveLength(3);
  for (const [i, { name, bytes }] of pictures.entries()) {
    expect(mail.attachments[i]).toMatchObject({
      mimeType: i === 2 ? 'image/gif' : 'image/png',
      contentId: `<${contentId(name)}>`,
      disposition: 'inline',
      filename: name,
      related: true,
    });
    expect(Buffer.from(mail.attachments[i]?.content as ArrayBuffer).equals(bytes)).toBe(true);
  }
  const lines = decode(bytes).split('\r\n');
  for (const line of lines) expect(line).toMatch(/^[\t -~]{0,76}$/u);
  // As relaxed DKIM would make them: no white space ends a line, no empty line the body.
  expect(lines.filter((line) => /[ \t]$/u.test(line))).toEqual([]);
  // Every part is opened and both wholes are closed (RFC 2046, 5.1.1).
  const [outer, inner] = Array.from(decode(bytes).matchAll(/boundary="([^"]+)"/gu), (match) => match[1]);
  expect(outer).not.toBe(inner);
  expect(lines.filter((line) => line.startsWith('--=_'))).toEqual([
    ...[`--${outer}`, `--${outer}`, `--${inner}`, `--${inner}`, `--${inner}`, `--${inner}`],
    ...[`--${inner}--`, `--${outer}--`],
  ]);
  expect(lines.slice(-3)).toEqual([`--${inner}--`, `--${outer}--`, '']);
});

test('a body without pictures is what it was before there were any', () => {
  const plain = canBody({ html, text: 'Two', slots: null });
  expect(canBody({ html, text: 'Two', slots: null, pictures: [] })).toEqual(plain);
  expect(decode(Buffer.concat(plain.pieces))).not.toContain('related');
});
