/** The one place where a MIME message is made: the published `.eml` and every mail that is sent. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../text/markup.ts';
import { contentId, pictureType } from '../text/pictures.ts';
import type { SlotName, Slots } from '../text/slot-bytes.ts';
import { type DkimKey, hashBody, signatureField } from './dkim.ts';
import { dateField, type Field, type Mailbox, mailboxField, rawField, textField } from './headers.ts';
import { encodeText } from './quoted-printable.ts';

export type { Mailbox } from './headers.ts';

/** The recipient of a copy that belongs to none (RFC 5322, an empty group). */
export const nobody = 'undisclosed-recipients:;';

/** A picture that goes along, by its name in `out/`. */
export type Embedded = { name: string; bytes: Uint8Array };

/**
 * What a mail says. Where `slots` names tokens, they stand for what differs by reader. `pictures` are those that the HTML
 * names by `cid:`.
 */
export type Content = {
  html: string;
  text: string;
  slots: Slots | null;
  pictures?: readonly Embedded[];
};

/** A body with its transfer encoding, made once: fixed pieces, and a place for a value between each two. */
export type Body = { type: Field; pieces: Uint8Array[]; places: { slot: SlotName; html: boolean }[] };

export type MessageParts = {
  from: Mailbox;
  /** The reader, or `nobody` in a published copy. */
  to: Mailbox | typeof nobody;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  date: Date;
  /** With or without angle brackets. */
  messageId: string;
  /** List-* and others, as they should stand. */
  headers: { [name: string]: string };
  /** Keys that sign it, if any. */
  dkim?: readonly DkimKey[];
};

/** A mail without personal places as bytes with CRLF line ends. The same parts give the same bytes. */
export function buildMessage(parts: MessageParts): Uint8Array {
  const { from, to, replyTo, subject, date, messageId, headers } = parts;
  const body = canBody({ html: parts.html, text: parts.text, slots: null });
  const fields = [
    mailboxField('From', from),
    toField(to),
    ...(replyTo === null ? [] : [mailboxField('Reply-To', { name: '', email: replyTo })]),
    textField('Subject', subject),
    dateField(date),
    rawField('Message-ID', `<${messageId.replace(/^<|>$/gu, '')}>`),
    ...Object.entries(headers).map(([name, value]) => rawField(name, value)),
    ...bodyFields(body),
  ];
  const hash = hashBody(body.pieces);
  const signatures = (parts.dkim ?? []).map((key) => signatureField(key, fields, hash, date));
  return joinMessage([...signatures, ...fields], body.pieces);
}

export function toField(to: Mailbox | typeof nobody): Field {
  return to === nobody ? rawField('To', nobody) : mailboxField('To', to);
}

/** The fields that say how to read the body. */
export function bodyFields(body: Body): Field[] {
  return ['MIME-Version: 1.0', body.type];
}

/** Header and body, with the empty line between them. */
export function joinMessage(fields: readonly Field[], body: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), ...body]);
}

/**
 * Text and HTML as `multipart/alternative`, its bytes as relaxed DKIM would make them. The boundary comes from the
 * content, so that the same content has the same bytes, and no line of it can be one: in quoted-printable and base64,
 * `=_` is not. With pictures, the HTML and they are one `multipart/related` (RFC 2387) in its place.
 */
export function canBody({ html, text, slots, pictures = [] }: Content): Body {
  const boundary = boundaryOf(`${text}\0${html}`);
  const related = pictures.length === 0 ? null : boundaryOf(`${text}\0${html}\0related`);
  const body: Body = {
    type: rawField('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    pieces: [],
    places: [],
  };
  let fixed = '';
  for (const [subtype, content] of [
    ['plain', text],
    ['html', html],
  ] as const) {
    fixed += `--${boundary}\r\n`;
    if (subtype === 'html' && related !== null) fixed += `${relatedField(related)}\r\n\r\n--${related}\r\n`;
    fixed += `Content-Type: text/${subtype}; charset=utf-8\r\n`;
    fixed += 'Content-Transfer-Encoding: quoted-printable\r\n\r\n';
    for (const { encoded, slot } of encodePieces(content, slots)) {
      fixed += encoded;
      if (slot === null) continue;
      body.pieces.push(Buffer.from(fixed));
      body.places.push({ slot, html: subtype === 'html' });
      fixed = '';
    }
    fixed += '\r\n';
  }
  if (related !== null)
    fixed += `${pictures.map((one) => `--${related}\r\n${canPicture(one)}`).join('')}--${related}--\r\n`;
  body.pieces.push(Buffer.from(`${fixed}--${boundary}--\r\n`));
  return body;
}

function boundaryOf(content: string): string {
  return `=_${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

function relatedField(boundary: string): Field {
  return rawField('Content-Type', `multipart/related; boundary="${boundary}"; type="text/html"`);
}

/** Its header, and its bytes in lines of 76 signs (RFC 2045, 6.8). */
function canPicture({ name, bytes }: Embedded): string {
  const fields = [
    rawField('Content-Type', pictureType(name)),
    'Content-Transfer-Encoding: base64',
    rawField('Content-ID', `<${contentId(name)}>`),
    rawField('Content-Disposition', `inline; filename="${name}"`),
  ];
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? [];
  return [...fields, '', ...lines, ''].join('\r\n');
}

/** The pieces of a body with values in its places: the only bytes in which the mails of an issue differ. */
export function fillBody(body: Body, values: Slots): Uint8Array[] {
  return body.pieces.flatMap((piece, i) => {
    const place = body.places[i];
    if (!place) return [piece];
    const value = place.html ? escapeHtml(values[place.slot]) : values[place.slot];
    return [piece, Buffer.from(encodeText(value))];
  });
}

type Piece = { encoded: string; slot: SlotName | null };

/**
 * A place has lines of its own, by soft line breaks before and after: however long its value, all other lines stay as
 * they are. A line end after it is a hard one already.
 */
function encodePieces(content: string, slots: Slots | null): Piece[] {
  const pieces: Piece[] = [];
  let isAfterPlace = false;
  for (const part of splitAtSlots(content.replace(/\r\n?/gu, '\n'), slots)) {
    const isBreak = part.text.startsWith('\n');
    const soft = isAfterPlace && !isBreak && (part.text !== '' || part.slot !== null) ? '=\r\n' : '';
    const encoded = encodeText(part.text);
    const isMidLine = part.slot !== null && part.text !== '' && !part.text.endsWith('\n');
    pieces.push({ encoded: `${soft}${encoded}${isMidLine ? '=\r\n' : ''}`, slot: part.slot });
    isAfterPlace = part.slot !== null;
  }
  return pieces;
}

/** Text up to each token, then the rest. Tokens are letters, digits and hyphens. */
function splitAtSlots(content: string, slots: Slots | null): { text: string; slot: SlotName | null }[] {
  const names = Object.entries(slots ?? {}).map(([name, token]) => [token, name as SlotName] as const);
  if (names.length === 0) return [{ text: content, slot: null }];
  const byToken = new Map(names);
  const parts = content.split(new RegExp(`(${[...byToken.keys()].join('|')})`, 'u'));
  return parts.flatMap((text, i) =>
    i % 2 === 1 ? [] : [{ text, slot: byToken.get(parts[i + 1] ?? '') ?? null }],
  );
}
