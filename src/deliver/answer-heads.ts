/** What the head of a mail says of who wrote it and to which address it came. */
import { type Fields, fieldOf } from './fields.ts';
import { mostText } from './opened-mail.ts';
import { readReturnPath } from './traces.ts';

/** Addresses of a newsletter at which answers arrive. */
export type Addresses = { returnPath: string; leave: string };

/** Whether its head is that of an answer, as machines write it or by where it came: what people write is not opened. */
export function mayAnswer(head: Fields, { returnPath, leave }: Addresses): boolean {
  const ours = [returnPath, leave].map((address) => address.toLowerCase());
  return (
    isByMachine(head) ||
    isByDaemon(head) ||
    /^\s*multipart\/report\b/iu.test(fieldOf(head, 'content-type')) ||
    /^complaint about message/iu.test(fieldOf(head, 'subject')) ||
    cameTo(head).some(
      (address) => ours.includes(address.toLowerCase()) || readReturnPath(address, returnPath) !== null,
    )
  );
}

/** Fields in which servers note to whom a mail came. */
const arrivals = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'x-forwarded-to',
];

/** Every address to which it came. */
export function cameTo(head: Fields): string[] {
  return addressesOf(head, arrivals);
}

/** By the names that mail servers give themselves. */
export function isByDaemon(head: Fields): boolean {
  const names =
    /mailer-?daemon|postmaster|mail delivery|delivery (?:sub)?system|microsoft ?outlook|exchange/iu;
  return names.test(`${fieldOf(head, 'from')} ${fieldOf(head, 'sender')}`) || head.has('x-failed-recipients');
}

/** By RFC 3834 and what was customary before. */
export function isByMachine(head: Fields): boolean {
  const auto = fieldOf(head, 'auto-submitted').toLowerCase();
  return (
    (auto !== '' && !auto.startsWith('no')) ||
    head.has('x-autoreply') ||
    head.has('x-autorespond') ||
    /^auto_?reply/iu.test(fieldOf(head, 'precedence')) ||
    /^<>$/u.test(fieldOf(head, 'return-path'))
  );
}

/** All addresses in the named fields. */
export function addressesOf(fields: Fields, names: readonly string[]): string[] {
  return names.flatMap((name) => (fields.get(name) ?? []).flatMap(addressesIn));
}

/** What looks like an address; 64 signs and a domain at most. */
export function addressesIn(text: string): string[] {
  return [...text.slice(0, mostText).matchAll(/(?<![\w.+=-])[\w.+=-]{1,64}@[\w.-]{1,253}/gu)]
    .slice(0, 200)
    .map(([address]) => address.replace(/[.-]+$/u, ''));
}
