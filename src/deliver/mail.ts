/** The mail of an issue: made once, and for each reader only what is the reader's own. */

import { unsubscribeAddress } from '../text/addresses.ts';
import { escapeHtml } from '../text/markup.ts';
import type { SlotName, Slots } from '../text/slot-bytes.ts';
import { slotBytes } from '../text/slot-bytes.ts';
import type { Issue, Site } from '../types.ts';
import { type DkimKey, hashBody, signatureField } from './dkim.ts';
import {
  asciiHost,
  dateField,
  type Field,
  linksField,
  listIdField,
  mailboxField,
  rawField,
  textField,
  writeAddress,
} from './headers.ts';
import {
  type Body,
  bodyFields,
  type Content,
  canBody,
  fillBody,
  joinMessage,
  nobody,
  toField,
} from './message.ts';
import { messageIdOf, returnPathOf } from './traces.ts';

/** What is the same in every mail of an issue, with places for the rest. */
export type IssueMail = {
  site: Site;
  issue: Issue;
  fields: { first: Field[]; last: Field[] };
  body: Body;
  host: string;
  serveUrl: string | null;
  dkim: readonly DkimKey[];
  list: List;
};

export type List = {
  /** As `listIdOf` gives it. */
  id: string;
  /** Address from which return paths are made: bounces go there. */
  returnPath: string;
  /** Address to which a reader writes to leave. */
  leave: string;
};

export type Recipient = { id: string; email: string; name: string | null; token: string };

export type ReadyMail = {
  envelope: { from: string; to: string };
  messageId: string;
  bytes: Uint8Array;
};

/** Fields of a sent mail that the published copy does not have, or has with another value. */
export const personalFields = [
  'DKIM-Signature',
  'To',
  'Date',
  'Message-ID',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
] as const;

/** The List-ID of a newsletter (RFC 2919): `digest`, the folders of its address, its host; all ASCII. */
export function listIdOf(site: Site): string {
  const { hostname, pathname } = new URL(site.url);
  const folders = pathname
    .toLowerCase()
    .split('/')
    .map((folder) => folder.replace(/[^a-z\d]+/gu, '-').replace(/^-|-$/gu, ''))
    .filter((folder) => folder !== '');
  return ['digest', ...folders.reverse(), hostname].join('.');
}

/** The mail of an issue before there are readers. `html` and `text` have slot tokens in place. */
export function prepareIssueMail(args: {
  site: Site;
  issue: Issue;
  content: Content;
  serveUrl: string | null;
  dkim: readonly DkimKey[];
  list: List;
}): IssueMail {
  const { site, issue, content, serveUrl, dkim, list } = args;
  return {
    site,
    issue,
    serveUrl,
    dkim,
    list,
    host: hostOf(site),
    ...canIssue(site, issue, content, list.id),
  };
}

/** The copy that belongs to nobody, with neutral values in its places: what is published and sealed. */
export function publishedMail(site: Site, issue: Issue, content: Content, neutral: Slots): Uint8Array {
  const { fields, body } = canIssue(site, issue, content, listIdOf(site));
  const own = [
    toField(nobody),
    dateField(new Date(issue.updated)),
    `Message-ID: <${issue.key}.digest@${hostOf(site)}>`,
  ];
  return joinMessage([...fields.first, ...own, ...fields.last], fillBody(body, neutral));
}

/**
 * One reader's mail. Costs only what is personal: a header, two or three values in the body, a hash and a signature.
 * Throws a RangeError where the address cannot stand in a mail; see `isAddress`.
 */
export function mailFor(mail: IssueMail, recipient: Recipient, date: Date): ReadyMail {
  const { issue, list } = mail;
  const trace = { issue: issue.key, subscriber: recipient.id };
  const messageId = messageIdOf(trace, revisionOf(issue), mail.host);
  const leave = `mailto:${list.leave}?subject=unsubscribe%20${recipient.token}`;
  const page = mail.serveUrl === null ? null : unsubscribeAddress(mail.serveUrl, recipient.token);
  const fields = [
    ...mail.fields.first,
    toField({ name: recipient.name ?? '', email: recipient.email }),
    dateField(date),
    `Message-ID: ${messageId}`,
    linksField('List-Unsubscribe', page === null ? [leave] : [page, leave]),
    // Only an https address may be posted to (RFC 8058, section 3.1).
    ...(page?.startsWith('https:') ? ['List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : []),
    ...mail.fields.last,
  ];
  const body = fillBody(mail.body, checkValues({ unsubscribe: page ?? leave, recipient: recipient.email }));
  const hash = mail.dkim.length === 0 ? '' : hashBody(body);
  const signatures = mail.dkim.map((key) => signatureField(key, fields, hash, date));
  return {
    envelope: { from: returnPathOf(trace, list.returnPath), to: writeAddress(recipient.email) },
    messageId,
    bytes: joinMessage([...signatures, ...fields], body),
  };
}

/** What the published copy and every sent mail share, down to the byte. */
function canIssue(
  site: Site,
  issue: Issue,
  content: Content,
  listId: string,
): Pick<IssueMail, 'fields' | 'body'> {
  const body = canBody(content);
  return {
    body,
    fields: {
      first: [
        mailboxField('From', site.sender),
        ...(site.replyTo === null ? [] : [mailboxField('Reply-To', { name: '', email: site.replyTo })]),
        textField('Subject', issue.subject),
      ],
      last: [
        listIdField(site.title, listId),
        linksField('List-Archive', [`${site.url}/`]),
        // Answering machines keep silent.
        'Precedence: list',
        // Gmail counts complaints by each of the four parts; the last must be the sender's own (5 to 15 signs).
        rawField('Feedback-ID', `${issue.key}:${site.language}:newsletter:${senderId(site)}`),
        ...bodyFields(body),
      ],
    },
  };
}

function hostOf(site: Site): string {
  return asciiHost(new URL(site.url).hostname) ?? 'localhost';
}

/** Tells an issue that was approved anew from the one before. */
function revisionOf(issue: Issue): string {
  return Date.parse(issue.updated).toString(36);
}

function senderId(site: Site): string {
  return hostOf(site)
    .replace(/[^a-z\d]/gu, '')
    .slice(0, 15)
    .padStart(5, '0');
}

/** Longer ones than the gates counted with could be what a mail program cuts off. */
function checkValues(values: Slots): Slots {
  for (const [name, most] of Object.entries(slotBytes)) {
    const bytes = Buffer.byteLength(escapeHtml(values[name as SlotName]));
    if (bytes > most) throw new RangeError(`${name} has ${bytes} bytes, at most ${most} are allowed`);
  }
  return values;
}
