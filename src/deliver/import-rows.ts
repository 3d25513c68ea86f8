import { diagnose } from '../errors.ts';
import type { Diagnostic } from '../types.ts';
import { readAddress } from './addresses.ts';
import {
  readLanguage,
  readName,
  readStatus,
  readTags,
  readTime,
  unguardCell,
  writeTags,
} from './import-cells.ts';
import type { Columns, Field } from './import-columns.ts';
import type { Consent, Subscriber, SubscriberStatus } from './types.ts';

export type ImportSettings = {
  columns: Columns;
  /** Name of the file, without its folder: some exports tell only there what their rows are. */
  file: string;
  /** ISO 8601. */
  now: string;
  /** Where the people come from or what they agreed to, if the file does not say. */
  consent: string | null;
  /** Tags that everybody gets. */
  tags: readonly string[];
  /** What words of the status column mean, before what we know; in small letters. */
  statuses: { readonly [word: string]: SubscriberStatus };
};

/** `subscriber` is null when the row cannot be used; it lacks an id unless our own export tells one. */
export type ReadRow = {
  subscriber: (Omit<Subscriber, 'id'> & { id?: string }) | null;
  diagnostics: Diagnostic[];
};

/** Makes a subscriber of a row. Whoever has left by any column of it is never active. */
export function readRow(cells: readonly string[], line: number, settings: ImportSettings): ReadRow {
  const { columns, now } = settings;
  const diagnostics: Diagnostic[] = [];
  const place = { file: settings.file, line };
  const cell = (field: Field): string => {
    const index = columns.at[field];
    return index === undefined ? '' : unguardCell((cells[index] ?? '').trim());
  };
  const refuse = (code: 'bad-address' | 'bad-row', message: string, hint?: string): ReadRow => {
    diagnostics.push(diagnose(code, message, { ...place, ...(hint ? { hint } : {}) }));
    return { subscriber: null, diagnostics };
  };
  const readOr = <T>(field: Field, read: (text: string) => T | null): T | null => {
    const text = cell(field);
    const value = text === '' ? null : read(text);
    if (text !== '' && value === null)
      diagnostics.push(
        diagnose('bad-cell', `"${text}" is no ${wanted[field] ?? field}; it is left out`, place),
      );
    return value;
  };
  const email = readAddress(cell('email'));
  if ('fault' in email) return refuse('bad-address', `"${cell('email')}" ${email.fault}`);
  const status = statusOf(cell, settings);
  if ('unknown' in status) {
    const hint = `Say what it means: --treat "${status.unknown}=active", or =unsubscribed.`;
    return refuse('bad-row', `the status "${status.unknown}" of ${email.address} is unknown`, hint);
  }
  const created = readOr('created', readTime);
  const how = cell('consentHow');
  const consent: Consent = {
    at: readOr('consentAt', readTime) ?? created ?? now,
    how: how === 'form' || how === 'command' ? how : 'import',
    text: cell('consentText') || (settings.consent ?? `imported from ${columns.source ?? settings.file}`),
  };
  // Links in mails carry it. That of another program may be made of the address, and be guessed.
  const id = columns.source === 'Digestif' ? readOr('id', readId) : null;
  const subscriber = {
    ...(id === null ? {} : { id }),
    email: email.address,
    name: readName(cell('name')) ?? readName(`${cell('firstName')} ${cell('lastName')}`),
    tags: readTags(writeTags([...readTags(cell('tags')), ...settings.tags])),
    language: readOr('language', readLanguage),
    status: status.known,
    // Our own export says it when there is no record; everybody else's people are there for some reason.
    consent: columns.source === 'Digestif' && how === '' ? null : consent,
    created: created ?? now,
    updated: (columns.source === 'Digestif' ? readOr('updated', readTime) : null) ?? now,
    softBounces: 0,
  };
  return { subscriber, diagnostics };
}

const wanted: { [field in Field]?: string } = {
  language: 'language tag such as en or pt-BR',
  created: 'date such as 2026-05-31',
  consentAt: 'date such as 2026-05-31',
  updated: 'date such as 2026-05-31',
  id: 'id of 32 hexadecimal digits',
};

function readId(text: string): string | null {
  return /^[0-9a-f]{32}$/u.test(text) ? text : null;
}

/** The worst that any column says; Mailchimp says it only in the name of the file. */
function statusOf(
  cell: (field: Field) => string,
  { columns, file, statuses }: ImportSettings,
): { known: SubscriberStatus } | { unknown: string } {
  const word = cell('status');
  const stated = word === '' ? 'active' : (statuses[word.toLowerCase()] ?? readStatus(word));
  const byFile = columns.source === 'Mailchimp' ? statusOfFile(file) : null;
  if (byFile === 'nobody') {
    const known = statuses['not subscribed'];
    return known === undefined ? { unknown: 'not subscribed' } : { known };
  }
  if (stated !== null && stated !== 'active' && stated !== 'pending') return { known: stated };
  if (cell('bounced') !== '') return { known: 'bounced' };
  const isDisabled = /^(?:true|yes|1)$/iu.test(cell('disabled'));
  if (cell('unsubscribed') !== '' || isDisabled) return { known: 'unsubscribed' };
  if (byFile !== null) return { known: byFile };
  return stated === null ? { unknown: word } : { known: stated };
}

function statusOfFile(file: string): SubscriberStatus | 'nobody' | null {
  const [, word] = /^(unsubscribed|cleaned|non-?subscribed)/iu.exec(file) ?? [];
  if (word === undefined) return null;
  if (/^cleaned/iu.test(word)) return 'bounced';
  return /^un/iu.test(word) ? 'unsubscribed' : 'nobody';
}
