import { stripInvisible } from '../text/invisible.ts';
import type { SubscriberStatus } from './types.ts';

const statuses: { [status in SubscriberStatus]: string } = {
  active: 'active subscribed confirmed enabled regular premium paid free gifted trialed unpaid churning',
  pending: 'pending unconfirmed unactivated',
  unsubscribed: 'unsubscribed unsubscribe optedout optout disabled inactive removed deleted archived',
  bounced: 'bounced cleaned undeliverable hardbounced invalid',
  complained: 'complained complaint spam spammy abuse blocked blocklisted blacklisted',
};

const statusByWord = new Map(
  Object.entries(statuses).flatMap(([status, words]) =>
    words.split(' ').map((word) => [word, status as SubscriberStatus] as const),
  ),
);

/** What other programs call a status; null when the word is unknown, since nobody gets mail by a guess. */
export function readStatus(cell: string): SubscriberStatus | null {
  return statusByWord.get(cell.toLowerCase().replace(/[^a-z]/gu, '')) ?? null;
}

/** One line without what nobody sees; null when nothing is left. */
export function readName(cell: string): string | null {
  const name = stripInvisible(cell).replace(/\s+/gu, ' ').trim();
  return name === '' ? null : name;
}

/** `a, b`, `a;b`, `"a","b, c"` and `['a', 'b']`: each once, by code unit. */
export function readTags(cell: string): string[] {
  const list = cell.trim().replace(/^\[(.*)\]$/su, '$1');
  const found = list.matchAll(
    /\s*(?:"((?:[^"]|"")*)"|'([^']*)'(?=\s*(?:[,;|]|$))|([^,;|]+))\s*(?:[,;|]|$)/gu,
  );
  const tags = [...found].map(
    ([, double, single, bare]) => double?.replaceAll('""', '"') ?? single ?? bare ?? '',
  );
  return [...new Set(tags.flatMap((tag) => readName(tag) ?? []))].sort();
}

/** Tags as `readTags` reads them. */
export function writeTags(tags: readonly string[]): string {
  return tags.map((tag) => (/[",;|[\]']/u.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join(', ');
}

/** A BCP 47 tag, also when it is written `de_AT`; null when it is none. */
export function readLanguage(cell: string): string | null {
  const tag = cell.trim().replaceAll('_', '-');
  try {
    return /^[a-z]{2,3}(?:-|$)/iu.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** A date as exports write it, years first, in UTC where no zone is named: ISO 8601, or null when it is none. */
export function readTime(cell: string): string | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?\d*(?: ?(?:Z|UTC|([+-]\d{2}):?(\d{2})(?: [A-Z+\d]+)?))?)?$/u.exec(
      cell.trim(),
    );
  if (!found) return null;
  const [, day, minutes = '00:00', seconds = ':00', fraction = '', hours, rest] = found;
  const date = new Date(
    `${day}T${minutes}${seconds}${fraction}${hours === undefined ? 'Z' : `${hours}:${rest}`}`,
  );
  // A day that does not exist would become one of the next month.
  const isDay = new Date(`${day}T00:00Z`).toJSON()?.startsWith(day ?? '') === true;
  return Number.isNaN(date.getTime()) || !isDay ? null : date.toISOString();
}

/** A spreadsheet would run what begins like a formula: an apostrophe before it says that it is text. */
export function guardCell(cell: string): string {
  return /^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe off again. */
export function unguardCell(cell: string): string {
  return /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
}
