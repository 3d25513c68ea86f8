import { extname } from 'node:path';
import { type IssueMail, mailFor, prepareIssueMail } from '../deliver/mail.ts';
import type { Content } from '../deliver/message.ts';
import { type Planned, planRecipients } from '../deliver/plan.ts';
import type { Run, State, Subscriber, Sums, Transport } from '../deliver/types.ts';
import { DigestifError, fail } from '../errors.ts';
import { askProcess } from '../io/helper-process.ts';
import { loadPictures, loadSeals, loadTemplates } from '../io/newsletter.ts';
import { formatJson } from '../io/terminal.ts';
import type { SealedQuestion } from '../pipeline/sealing.ts';
import { parseSeal, type Seal } from '../pipeline/seals.ts';
import type { Diagnostic } from '../types.ts';
import { type Context, count, type ExitCode } from './command.ts';
import type { Mailing } from './mailing.ts';

export type RunOptions = {
  /** Go on with what was begun; begins where nothing was. */
  resume?: boolean;
  /** Mails of which nobody knows whether they arrived are sent again. */
  retryUnknown?: boolean;
  /** Also mails that were refused or too often put off: when the fault was ours. */
  retryFailed?: boolean;
  /** A later revision goes also to those who have an earlier one. */
  again?: boolean;
};

type Sendable = { state: State; mailing: Mailing; seal: Seal };

/** The seal by which an issue may be sent. Faults: `not-sealed`, `bad-seal`. */
export function requireSeal(folder: string, issue: string): Seal {
  const written = loadSeals(folder).find((seal) => seal.issue === issue);
  const hint = `Look at it, then seal it: digestif approve ${issue}`;
  if (!written) fail('not-sealed', `${issue} is not approved`, { hint });
  const { value: seal, diagnostics } = parseSeal(written);
  if (seal === null) throw new DigestifError(diagnostics);
  if (seal.open) fail('not-sealed', `${issue} was reopened and is not approved anew`, { hint });
  return seal;
}

/** TypeScript in the repository, JavaScript in the package. */
const renderer = new URL(`../rendering-process${extname(import.meta.url)}`, import.meta.url);

type Rendered = { content: Content } | { faults: Diagnostic[] };

/**
 * The mail of a sealed issue. Fault `seal-broken`. It is rendered in another process: MJML takes more memory than all
 * that comes after, which may take a day.
 */
export async function prepareMail(folder: string, mailing: Mailing, seal: Seal): Promise<IssueMail> {
  const { config, site, list, dkim, serveUrl } = mailing;
  const question: SealedQuestion = {
    seal,
    config,
    templates: loadTemplates(folder, config),
    pictures: loadPictures(folder, config, seal.issue),
  };
  const rendered = await askProcess<SealedQuestion, Rendered>(renderer, question);
  if ('faults' in rendered) throw new DigestifError(rendered.faults);
  return prepareIssueMail({ site, issue: seal.issue, content: rendered.content, serveUrl, dkim, list });
}

/** Who is to get it: everybody active, but whoever has an earlier revision. */
function planned(
  state: State,
  mailing: Mailing,
  seal: Seal,
  earlier: readonly Run[],
): AsyncIterable<Planned> {
  const has = async ({ id }: Subscriber): Promise<string | null> => {
    for (const run of earlier) {
      const found = await state.ledger.find(run.id, id);
      if (found && ['sent', 'unknown', 'attempting'].includes(found.state)) return `has ${run.id} already`;
    }
    return null;
  };
  const active = state.subscribers.list({ status: 'active' });
  return planRecipients(active, seal.issue.key, mailing.list.returnPath, has);
}

/** Tells what the same command would send, and makes every mail, so that nothing is left to be found out later. */
export async function rehearse(
  context: Context,
  { state, mailing, seal }: Sendable,
  mail: IssueMail,
  options: RunOptions,
): Promise<ExitCode> {
  const runs = await state.ledger.runs(seal.issue.key);
  const known = runs.find(({ id }) => id === idOf(seal)) ?? null;
  if (known) requireSame(known, seal);
  const list = known
    ? remaining(state, known, options)
    : planned(state, mailing, seal, options.again ? [] : runs);
  // What takes longest is the same for all.
  const unsigned = { ...mail, dkim: [] };
  let [readers, excluded, bytes] = [0, 0, 0];
  for await (const { subscriber, excluded: why } of list) {
    const token = mailing.tokenFor(subscriber.id, seal.issue.key);
    readers += 1;
    if (why !== null) excluded += 1;
    else bytes = Math.max(bytes, mailFor(unsigned, { ...subscriber, token }, context.now()).bytes.length);
  }
  const sums = known && (await state.ledger.sums(known.id));
  if (context.json) {
    context.terminal.out(formatJson({ run: idOf(seal), readers, excluded, bytes, begun: known, sums }));
    return 0;
  }
  const most = readers === excluded ? '' : `, ${(bytes / 1024).toFixed(1)} KB at most`;
  const left = excluded === 0 ? '' : `, ${excluded} of them left out`;
  const way = `${left}${most}, by ${mailing.config.sending.transport}. Nothing was sent.`;
  const words =
    known && sums ? `${soFar(known, sums)}; ${whatNext(known, sums, readers, way, options)}` : null;
  context.terminal.out(words ?? `${idOf(seal)} would go to ${count(readers, 'reader', 'readers')}${way}`);
  return 0;
}

/** Those of a run that was begun who would be written to now, as `openRun` and then the ledger decide it. */
async function* remaining(
  { ledger, subscribers }: State,
  { id }: Run,
  options: RunOptions,
): AsyncGenerator<{ subscriber: Pick<Subscriber, 'id' | 'email' | 'name'>; excluded: string | null }> {
  if (!isWished(options)) return;
  const states = [
    'queued' as const,
    ...(options.retryUnknown ? (['unknown', 'attempting'] as const) : []),
    ...(options.retryFailed ? (['failed'] as const) : []),
  ];
  for (const state of states) {
    for await (const { subscriber, email, name } of ledger.deliveries(id, state)) {
      const isActive = (await subscribers.get(subscriber))?.status === 'active';
      yield { subscriber: { id: subscriber, email, name }, excluded: isActive ? null : 'left the list' };
    }
  }
}

/** `2026-05/1 was sent to 3 readers (1 not delivered) and finished on 2026-06-01`. */
function soFar({ id, finished, prepared }: Run, sums: Sums): string {
  const open = [
    sums.failed === 0 ? [] : `${sums.failed} not delivered`,
    sums.unknown + sums.attempting === 0 ? [] : `${sums.unknown + sums.attempting} unknown`,
    sums.queued === 0 ? [] : `${sums.queued} waiting`,
  ].flat();
  const others = open.length === 0 ? '' : ` (${open.join(', ')})`;
  return finished === null
    ? `${id} was sent to ${sums.sent} of ${count(prepared, 'reader', 'readers')}${others} and not finished`
    : `${id} was sent to ${count(sums.sent, 'reader', 'readers')}${others} and finished on ${finished.slice(0, 10)}`;
}

function whatNext(run: Run, sums: Sums, readers: number, way: string, options: RunOptions): string {
  if (readers > 0) {
    const mails = count(readers, 'mail', 'mails');
    // Some of those that wait may have been tried before, too: by the sending's own plan.
    const retried = readers - sums.queued;
    if (retried === 0) return `${mails} would be sent${way}`;
    if (sums.queued === 0) return `${mails} would be tried again${way}`;
    return `${mails} would be sent, ${retried} of them again${way}`;
  }
  if (options.again) return 'nothing would be sent: --again is for a later revision.';
  const isStuck = run.finished === null && !isWished(options);
  return isStuck ? 'nothing would be sent without --resume.' : 'nothing would be sent.';
}

function idOf(seal: Seal): string {
  return `${seal.issue.key}/${seal.revision}`;
}

/** The run to carry out: a new one with its readers fixed, or one that was begun. */
export async function openRun(
  context: Context,
  { state, mailing, seal }: Sendable,
  options: RunOptions,
  transport: Transport,
): Promise<Run> {
  const { ledger } = state;
  const runs = await ledger.runs(seal.issue.key);
  const known = runs.find(({ id }) => id === idOf(seal));
  if (known) {
    requireLatest(known, runs);
    requireWish(known, options);
    requireSame(known, seal);
    await ledger.recover(known.id);
    if (options.retryUnknown) await ledger.requeueUnknown(known.id);
    if (options.retryFailed) await ledger.requeueFailed(known.id);
    const isOpen = (await ledger.sums(known.id)).queued > 0;
    if (isOpen) await requireWay(transport);
    return known;
  }
  const earlier = options.again ? [] : runs;
  let readers = 0;
  for await (const { excluded } of planned(state, mailing, seal, earlier))
    if (excluded === null) readers += 1;
  const hint =
    'Put readers on the list: digestif subscribers add|import. To try it: digestif send --to you@example.org';
  if (readers === 0) fail('no-readers', 'nobody on the list is to get it', { hint });
  await requireWay(transport);
  const run = {
    id: idOf(seal),
    issue: seal.issue.key,
    hashes: seal.hashes,
    started: context.now().toISOString(),
  };
  return await ledger.freeze(run, planned(state, mailing, seal, earlier));
}

/** A seal that was put back must not send old words to those who have newer ones. */
function requireLatest({ id, issue }: Run, runs: readonly Run[]): void {
  const last = runs.at(-1)?.id ?? id;
  const hint = `Put the newer seal back, or approve the issue anew: digestif approve ${issue}`;
  if (last !== id) fail('run-exists', `${last} was begun after ${id}, which is approved now`, { hint });
}

/** Whoever sends an issue for the second time should mean it. */
function requireWish({ id, issue, finished }: Run, options: RunOptions): void {
  if (isWished(options)) return;
  if (finished !== null) {
    const hint = `See what became of it: digestif send ${issue} --status`;
    fail('run-exists', `${id} was sent, and finished on ${finished.slice(0, 10)}`, { hint });
  }
  const hint = `Go on with it: digestif send ${issue} --resume`;
  fail('run-exists', `sending of ${id} was begun and not finished`, { hint });
}

function isWished({ resume, retryUnknown, retryFailed }: RunOptions): boolean {
  return Boolean(resume || retryUnknown || retryFailed);
}

function requireSame({ id, hashes }: Run, seal: Seal): void {
  if (!isSame(hashes, seal.hashes))
    fail('seal-broken', `${id} was begun with other bytes than are approved now`);
}

function isSame(a: { [file: string]: string }, b: { [file: string]: string }): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

/** Better no mail than a wrong password for each of them. */
export async function requireWay(transport: Transport): Promise<void> {
  const said = await transport.verify();
  const hint = 'Nothing was sent. See what is wrong: digestif doctor';
  if (said !== null) fail('smtp-login', said, { hint });
}
