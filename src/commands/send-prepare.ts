import { extname } from 'node:path';
import { type IssueMail, mailFor, prepareIssueMail } from '../deliver/mail.ts';
import type { Content } from '../deliver/message.ts';
import { type Planned, planRecipients } from '../deliver/plan.ts';
import type { Run, State, Subscriber, Transport } from '../deliver/types.ts';
import { DigestifError, fail } from '../errors.ts';
import { askProcess } from '../io/helper-process.ts';
import { keepCompiled } from '../io/module-cache.ts';
import { loadSeals, loadTemplates } from '../io/newsletter.ts';
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
  keepCompiled();
  const question: SealedQuestion = { seal, config, templates: loadTemplates(folder, config) };
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

/** Tells what would be sent, and makes every mail, so that nothing is left to be found out later. */
export async function rehearse(
  context: Context,
  { state, mailing, seal }: Sendable,
  mail: IssueMail,
  options: { again?: boolean },
): Promise<ExitCode> {
  const runs = await state.ledger.runs(seal.issue.key);
  const earlier = options.again ? [] : runs.filter(({ id }) => id !== idOf(seal));
  // What takes longest is the same for all.
  const unsigned = { ...mail, dkim: [] };
  let [readers, excluded, bytes] = [0, 0, 0];
  for await (const { subscriber, excluded: why } of planned(state, mailing, seal, earlier)) {
    const token = mailing.tokenFor(subscriber.id, seal.issue.key);
    readers += 1;
    if (why !== null) excluded += 1;
    else bytes = Math.max(bytes, mailFor(unsigned, { ...subscriber, token }, context.now()).bytes.length);
  }
  const known = runs.find(({ id }) => id === idOf(seal));
  if (context.json)
    context.terminal.out(formatJson({ run: idOf(seal), readers, excluded, bytes, begun: known ?? null }));
  else {
    const most = readers === excluded ? '' : `, ${(bytes / 1024).toFixed(1)} KB at most`;
    const left = excluded === 0 ? '' : `, ${excluded} of them left out`;
    const begun = known ? ' It was begun already, and keeps the readers it was begun with.' : '';
    context.terminal.out(
      `${idOf(seal)} would go to ${count(readers, 'reader', 'readers')}${left}${most}, by ${mailing.config.sending.transport}. Nothing was sent.${begun}`,
    );
  }
  return 0;
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
    if (!isSame(known.hashes, seal.hashes)) {
      fail('seal-broken', `${known.id} was begun with other bytes than are approved now`);
    }
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
function requireWish({ id, issue, finished }: Run, { resume, retryUnknown, retryFailed }: RunOptions): void {
  if (resume || retryUnknown || retryFailed) return;
  if (finished !== null) {
    const hint = `See what became of it: digestif send ${issue} --status`;
    fail('run-exists', `${id} was sent, and finished on ${finished.slice(0, 10)}`, { hint });
  }
  const hint = `Go on with it: digestif send ${issue} --resume`;
  fail('run-exists', `sending of ${id} was begun and not finished`, { hint });
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
