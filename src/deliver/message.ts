/** The one place where a MIME message is made: the published `.eml` and every mail that is sent. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export type Mailbox = { name: string; email: string };

/** The recipient of a copy that belongs to none (RFC 5322, an empty group). */
export const nobody = 'undisclosed-recipients:;';

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
  /** The same seed gives the same boundary; a hash of the content will do. */
  boundarySeed: string;
};

/** The message as bytes with CRLF line ends, no line longer than 998. The same parts give the same bytes. */
export async function buildMessage(parts: MessageParts): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: toAddress(parts.from),
    to: parts.to === nobody ? nobody : toAddress(parts.to),
    ...(parts.replyTo !== null && { replyTo: parts.replyTo }),
    subject: oneLine(parts.subject),
    text: withLineFeeds(parts.text),
    html: withLineFeeds(parts.html),
    // Seven-bit, short lines, and still readable in the source: no server on the way has a reason to touch it.
    textEncoding: 'quoted-printable',
    date: parts.date,
    messageId: parts.messageId,
    headers: Object.entries(parts.headers).map(([key, value]) => ({ key, value: oneLine(value) })),
    baseBoundary: createHash('sha256').update(parts.boundarySeed).digest('hex').slice(0, 32),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

function toAddress({ name, email }: Mailbox): { name: string; address: string } {
  return { name: oneLine(name), address: email };
}

/** Header values are one line; whatever else was in them would start a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A lone CR would pass into the body as it is. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
