import { parseStatedDate } from '../../text/dates/stated.ts';
import type { Field, Metadata } from '../../types.ts';
import { cleanWords, type Header, headerOf, wordsOf } from './headers.ts';
import { type Person, recipientsOf, senderOf } from './people.ts';

/** What the headers of a mail state about the articles in it. Addresses of people are left out. */
export function readFacts(headers: readonly Header[]): Metadata {
  const facts: { [key: string]: string } = {
    title: titleOf(headers),
    ...originOf(headers),
    date: dateOf(headers),
    language: languageOf(headers),
    url: addressOf(headers),
  };
  const stated = Object.entries(facts).filter(([, value]) => value !== '');
  return Object.fromEntries(stated.map(([key, value]): [string, Field] => [key, { value, range: null }]));
}

const replyMark =
  /^(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv|vs|vb|i|r|enc|doorst|回复|转发|答复)(?:\[\d+\])?\s*[:：]\s*|\[[^\]]{1,60}\]\s*)/iu;

/** The subject without marks of replies and lists. One that speaks to the recipient by name is no title. */
function titleOf(headers: readonly Header[]): string {
  let title = wordsOf(headers, 'subject').slice(0, 400);
  for (let n = 0; n < 20; n += 1) {
    const rest = title.replace(replyMark, '');
    if (rest === title || rest === '') break;
    title = rest;
  }
  return recipientsOf(headers).some((person) => names(title, person)) ? '' : title;
}

/** Whether a text names a person by full name, first name or address. */
function names(text: string, { name, address }: Person): boolean {
  const folded = text.toLowerCase();
  const words = new Set(text.split(/[^\p{L}\p{N}'’-]+/u));
  const first = name.split(/[\s,]+/u)[0] ?? '';
  return (
    (address !== '' && folded.includes(address)) || /@\S+\./u.test(text) || (first !== '' && words.has(first))
  );
}

type Origin = { source: string; authors?: string };

/** A list that anyone may write to is the source and the sender an author; else the sender is the source. */
function originOf(headers: readonly Header[]): Origin {
  const sender = senderOf(headers);
  const name = (sender?.name ?? '').replace(/\s+(?:via|über|par)\s+.{2,}$/iu, '');
  const list = listNameOf(headers);
  const open = /<mailto:/iu.test(headerOf(headers, 'list-post') ?? '');
  if (list !== '' && open && name !== '' && name !== list) return { source: list, authors: name };
  return { source: name || list || domainOf(sender) };
}

/** The words of List-ID; a number that a mailing service put there is no name. */
function listNameOf(headers: readonly Header[]): string {
  const words = wordsOf(headers, 'list-id')
    .replace(/<[^>]*>/gu, '')
    .replace(/^["'\s]+|["'\s]+$/gu, '');
  const opaque = /@|[0-9a-f]{8}|\bmc list\b|^[\d\s._-]*$/iu.test(words);
  return opaque ? '' : words.slice(0, 120);
}

const providers =
  /(?:^|\.)(?:gmail|googlemail|yahoo|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|mail|proton|protonmail|fastmail|yandex|qq|163|126|t-online|orange|free|wanadoo|laposte)\.[a-z.]{2,6}$/iu;

/** The domain a sender without a name writes from, unless it is one where people have their private mail. */
function domainOf(sender: Person | null): string {
  const domain = /@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/iu.exec(sender?.address ?? '')?.[1] ?? '';
  return providers.test(domain) ? '' : domain;
}

/** The Date header as written, without comments, if a date can be read in it. */
function dateOf(headers: readonly Header[]): string {
  const stated = cleanWords(headerOf(headers, 'date')?.slice(0, 200) ?? '')
    .replace(/\([^)]*\)/gu, '')
    .trim();
  return stated !== '' && parseStatedDate(stated, 'en') ? stated : '';
}

function languageOf(headers: readonly Header[]): string {
  const stated = wordsOf(headers, 'content-language').split(',')[0]?.trim() ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(stated) ? stated : '';
}

/**
 * The address under which an archive keeps the mail. Links to "view in browser" are made for one recipient, and
 * anything in the address that could be such a token makes it none.
 */
function addressOf(headers: readonly Header[]): string {
  const stated =
    /<?\s*(https?:\/\/[^\s<>"]+?)\s*>?$/iu.exec(headerOf(headers, 'archived-at') ?? '')?.[1] ?? '';
  const personal = /[?#]|@|%40/u.test(stated) || stated.length > 300;
  return personal ? '' : stated;
}
