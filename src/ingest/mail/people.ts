import { addressParser } from 'postal-mime';
import { cleanWords, type Header, headerOf } from './headers.ts';

export type Person = { name: string; address: string };

/** Headers that name who the mail went to. */
const toHeaders = [
  'to',
  'cc',
  'bcc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-forwarded-to',
  'resent-to',
];
const mostPeople = 40;

/** Names and addresses in a header; the name is empty where none is stated. */
export function peopleIn(headers: readonly Header[], name: string): Person[] {
  const values = headers.filter((h) => h.name === name).map((h) => h.value.slice(0, 20_000));
  return values
    .flatMap((value) => addressParser(value, { flatten: true }))
    .slice(0, mostPeople)
    .map((a) => ({ name: cleanName(a.name), address: (a.address ?? '').toLowerCase() }));
}

/** A display name without quotes; an address is no name. */
function cleanName(name: string): string {
  const words = cleanWords(name).replace(/^["'“”‘’\s]+|["'“”‘’\s]+$/gu, '');
  return /@|^undisclosed|<|>/iu.test(words) ? '' : words.slice(0, 120);
}

export function senderOf(headers: readonly Header[]): Person | null {
  return peopleIn(headers, 'from')[0] ?? peopleIn(headers, 'sender')[0] ?? null;
}

/** Who the mail went to. A list that it went to is not personal; neither is a name that the sender has as well. */
export function recipientsOf(headers: readonly Header[]): Person[] {
  const list = (headerOf(headers, 'list-id') ?? '').toLowerCase();
  const sender = senderOf(headers);
  return toHeaders
    .flatMap((name) => peopleIn(headers, name))
    .filter(({ address }) => address === '' || !list.includes(address.replace('@', '.')))
    .map((p) => ({
      ...p,
      name: p.name === sender?.name || list.includes(p.name.toLowerCase()) ? '' : p.name,
    }));
}
