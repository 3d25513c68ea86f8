import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAddress } from '../deliver/addresses.ts';
import { guardCell, readLanguage, readName, readTags, writeTags } from '../deliver/import-cells.ts';
import type { Consent, State, Subscriber, SubscriberFilter } from '../deliver/types.ts';
import { fail } from '../errors.ts';
import { formatCsv } from '../io/csv.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import { type Context, count, type ExitCode } from './command.ts';
import { withState } from './state.ts';

export type AddOptions = {
  email: string;
  name?: string;
  tags: readonly string[];
  language?: string;
  /** Words that the reader agreed to, or how the editor knows of their wish. */
  consent?: string;
  /** Also when they left before: they asked for it themselves. */
  again: boolean;
};

/** A new identity; tokens and return paths carry it, so it must not be guessed. */
export const newId = (): string => randomBytes(16).toString('hex');

/** The consent of whom the editor added without a word; it proves little. */
const noWords = 'added by the editor';

/** Puts one reader on the list, active at once: the editor answers for it. */
export async function addSubscriber(context: Context, options: AddOptions): Promise<ExitCode> {
  const email = requireAddress(options.email);
  const language = options.language === undefined ? null : readLanguage(options.language);
  if (options.language !== undefined && language === null)
    fail('wrong-usage', `"${options.language}" is no language tag such as en or pt-BR`);
  const at = context.now().toISOString();
  const consent: Consent = { at, how: 'command', text: options.consent ?? noWords };
  const given: Subscriber = {
    id: newId(),
    email,
    name: readName(options.name ?? ''),
    tags: readTags(writeTags(options.tags)),
    language,
    status: 'active',
    consent,
    created: at,
    updated: at,
    softBounces: 0,
  };
  return withState<ExitCode>(context, async (state) => {
    const before = await state.subscribers.find(email);
    let { suppressed } = await state.subscribers.put([given]);
    if (suppressed.length > 0 && options.again) {
      await welcomeBack(state, given, consent);
      suppressed = [];
    }
    if (suppressed.length > 0) {
      const hint = 'If they asked for it themselves, say so: --again';
      fail('has-left', `${email} has left the list`, { hint });
    }
    if (options.consent !== undefined && before?.status === 'active' && before.consent?.text === noWords)
      await state.subscribers.setStatus(before.id, 'active', { at, reason: 'consent told later', consent });
    const subscriber = await state.subscribers.find(email);
    if (context.json) context.terminal.out(formatJson(subscriber));
    else context.terminal.out(`${email} ${whatWasDone(before, subscriber, options)}`);
    return 0;
  });
}

/** The first record of consent that says something is kept: a later one would prove less. */
function whatWasDone(before: Subscriber | null, after: Subscriber | null, { consent }: AddOptions): string {
  if (before?.status !== 'active' || after === null) return 'is on the list.';
  const keys = ['name', 'tags', 'language', 'consent'] as const;
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const what = changed.length === 0 ? 'nothing changed' : `changed: ${changed.join(', ')}`;
  const { text, at } = after.consent ?? {};
  const isKept = consent !== undefined && consent !== text;
  const kept = isKept ? ` Their consent of ${at?.slice(0, 10)} stays on record: “${text}”.` : '';
  return `was on the list already; ${what}.${kept}`;
}

/** The row of somebody who was removed is gone; by the form's way they enter again, and are confirmed at once. */
async function welcomeBack(state: State, given: Subscriber, consent: Consent): Promise<void> {
  await state.subscribers.put([{ ...given, status: 'pending', consent: { ...consent, how: 'form' } }]);
  const { id = given.id } = (await state.subscribers.find(given.email)) ?? {};
  await state.subscribers.setStatus(id, 'active', { at: consent.at, reason: 'asked again', consent });
}

/** Takes one reader off the list: kept as unsubscribed, or forgotten but for a hash that keeps imports from adding them. */
export async function removeSubscriber(
  context: Context,
  options: { email: string; forget: boolean },
): Promise<ExitCode> {
  const email = requireAddress(options.email);
  const at = context.now().toISOString();
  return withState<ExitCode>(context, async ({ subscribers }) => {
    const found = await subscribers.find(email);
    const hint = 'digestif subscribers list shows who is on it.';
    if (!found) fail('no-subscriber', `${email} is not on the list`, { hint });
    if (options.forget) await subscribers.remove(email, at);
    else await subscribers.setStatus(found.id, 'unsubscribed', { at, reason: 'taken off by the editor' });
    const words = options.forget ? 'is forgotten' : 'is off the list';
    if (context.json) context.terminal.out(formatJson({ email: found.email, forgotten: options.forget }));
    else context.terminal.out(`${found.email} ${words}, and no import brings them back.`);
    return 0;
  });
}

/** Shows who is on the list. */
export async function listSubscribers(context: Context, filter: SubscriberFilter): Promise<ExitCode> {
  return withState<ExitCode>(context, async ({ subscribers }) => {
    const found: Subscriber[] = [];
    for await (const subscriber of subscribers.list(filter)) found.push(subscriber);
    if (context.json) context.terminal.out(formatJson(found));
    else if (found.length > 0) {
      const rows = found.map((s) => [
        s.email,
        s.status,
        s.created.slice(0, 10),
        writeTags(s.tags),
        s.name ?? '',
      ]);
      context.terminal.out(formatTable(rows));
    }
    if (!context.json) context.terminal.err(sumsOf(found));
    return 0;
  });
}

/** `2 active, 1 unsubscribed.`: who gets no mail is no reader. */
function sumsOf(found: readonly Subscriber[]): string {
  const sums = Map.groupBy(found, ({ status }) => status);
  const order = ['active', 'pending', 'unsubscribed', 'bounced', 'complained'] as const;
  const parts = order.flatMap((status) =>
    sums.has(status) ? [`${sums.get(status)?.length} ${status}`] : [],
  );
  return parts.length === 0 ? 'No subscribers.' : `${parts.join(', ')}.`;
}

const header = [
  'email',
  'name',
  'tags',
  'language',
  'status',
  'consent_at',
  'consent_how',
  'consent_text',
  'created',
  'updated',
  'id',
];

/** Writes the list as CSV, to a file that only its owner can read or to stdout; `import` reads it again. */
export async function exportSubscribers(
  context: Context,
  options: SubscriberFilter & { file?: string },
): Promise<ExitCode> {
  return withState<ExitCode>(context, async ({ subscribers }) => {
    const { file, ...filter } = options;
    if (file === undefined) {
      await eachBatch(subscribers.list(filter), (text) => context.terminal.out(text.trimEnd()));
      return 0;
    }
    const written = await writePrivate(resolve(context.folder, file), (write) =>
      eachBatch(subscribers.list(filter), write),
    );
    const words = `${count(written, 'subscriber', 'subscribers')} in ${file}.`;
    context.terminal.out(context.json ? formatJson({ file, subscribers: written }) : words);
    return 0;
  });
}

async function eachBatch(list: AsyncIterable<Subscriber>, give: (text: string) => void): Promise<number> {
  let rows: string[][] = [header];
  let written = 0;
  for await (const subscriber of list) {
    rows.push(rowOf(subscriber));
    written += 1;
    if (rows.length < 500) continue;
    give(formatCsv(rows));
    rows = [];
  }
  if (rows.length > 0) give(formatCsv(rows));
  return written;
}

function rowOf({ id, email, name, tags, language, status, consent, created, updated }: Subscriber): string[] {
  const agreed = consent ? [consent.at, consent.how, consent.text] : ['', '', ''];
  const cells = [email, name ?? '', writeTags(tags), language ?? '', status, ...agreed, created, updated, id];
  return cells.map(guardCell);
}

async function writePrivate<T>(
  path: string,
  fill: (write: (text: string) => void) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.writing`;
  try {
    // What a crash left may have another mode.
    rmSync(temporary, { force: true });
    const handle = openSync(temporary, 'wx', 0o600);
    const value = await fill((text) => void writeSync(handle, text)).finally(() => closeSync(handle));
    renameSync(temporary, path);
    return value;
  } catch (error) {
    rmSync(temporary, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return fail('write-failed', `cannot be written: ${(error as Error).message}`, { file: path });
  }
}

function requireAddress(text: string): string {
  const reading = readAddress(text);
  return 'address' in reading ? reading.address : fail('bad-address', `"${text}" ${reading.fault}`);
}
