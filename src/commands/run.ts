import type { Config } from '../config.ts';
import { answerMail } from '../deliver/answers.ts';
import { noticeOf } from '../deliver/notices.ts';
import type { State } from '../deliver/types.ts';
import { forgetUnconfirmed } from '../deliver/unconfirmed.ts';
import { clockOf } from '../deliver/zoned-time.ts';
import { DigestifError, diagnose } from '../errors.ts';
import { openMailbox } from '../io/mailbox/open.ts';
import { formatJson } from '../io/terminal.ts';
import { type Known, lastMoment, type Step, stepsFor } from '../pipeline/scheduling.ts';
import type { Diagnostic } from '../types.ts';
import { formatTally, readMailbox, type Tally, toolsFor } from './bounces.ts';
import { buildDigest } from './build.ts';
import { type Context, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { loadMailing } from './mailing.ts';
import { type Prepared, prepare } from './prepare.ts';
import { illKey, realTools, type SendTools, send } from './send.ts';
import { withState } from './state.ts';

type Outcome = { steps: Step[]; bounces: Tally | null; sent: unknown; diagnostics: Diagnostic[] };

/**
 * Builds, reads what came back, and does what the schedule says: tells the editor of an issue that is due, sends it once
 * it is approved. Run again, it goes on where it was; of two at the same time, one does nothing.
 */
export async function runDue(
  context: Context,
  options: { dryRun?: boolean },
  tools: SendTools = realTools(),
): Promise<ExitCode> {
  const dryRun = options.dryRun ?? false;
  return await withState<ExitCode>(context, async (state) => {
    const lock = await state.lock('run');
    if (!lock) {
      if (context.json) context.terminal.out(formatJson({ steps: [], diagnostics: [], busy: true }));
      else if (context.verbose || dryRun)
        context.terminal.out('Another digestif run is at work; this one did nothing.');
      return 0;
    }
    try {
      return await runLocked(context, state, { dryRun, tools });
    } finally {
      await lock.release();
    }
  });
}

type Wish = { dryRun: boolean; tools: SendTools };

async function runLocked(context: Context, state: State, { dryRun, tools }: Wish): Promise<ExitCode> {
  const built = await buildQuietly(context, dryRun);
  const { config } = built.prepared.newsletter;
  const outcome: Outcome = { steps: [], bounces: null, sent: null, diagnostics: [] };
  if (!dryRun) outcome.bounces = await attempt(outcome, () => answersOf(context, state, config, tools));
  const pending = { confirmDays: config.serve.confirmDays, now: context.now().getTime() };
  if (!dryRun) await attempt(outcome, () => forgetUnconfirmed(state.subscribers, pending));
  outcome.steps = stepsFor(config, await recallKnown(context, state, built.prepared, dryRun));
  if (!context.json) await printSteps(context, state, outcome, config, dryRun);
  let code = built.code;
  if (!dryRun) {
    for (const step of outcome.steps) {
      const ended = await attempt(outcome, () =>
        carryOut(context, state, built.prepared, step, outcome, tools),
      );
      code = worse(code, ended ?? 0);
    }
  }
  if (context.json) context.terminal.out(formatJson({ dryRun, ...outcome }));
  else printDiagnostics(context, outcome.diagnostics);
  return worse(code, exitCodeOf(outcome.diagnostics));
}

/** Cron mails whatever is printed: only what went wrong, and nothing of what went well. */
async function buildQuietly(
  context: Context,
  dryRun: boolean,
): Promise<{ code: ExitCode; prepared: Prepared }> {
  const said: string[] = [];
  const terminal = { ...context.terminal, out: () => {}, err: (text: string) => void said.push(text) };
  const quiet = { ...context, json: false, terminal };
  const built = dryRun
    ? { code: 0 as ExitCode, prepared: await prepare(quiet) }
    : await buildDigest(quiet, {});
  if (context.verbose || built.code !== 0) for (const text of said) context.terminal.err(text);
  return built;
}

/** What goes wrong with one thing keeps no other from being done. */
async function attempt<T>(outcome: Outcome, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
    outcome.diagnostics.push(...error.diagnostics);
    return null;
  }
}

/** Before anything is sent: whom no mail reaches gets none. */
async function answersOf(
  context: Context,
  state: State,
  config: Config,
  { environment }: SendTools,
): Promise<Tally | null> {
  const mailbox = openMailbox(config, context.folder, environment);
  if (mailbox === null) return null;
  const tally = await readMailbox(state, mailbox, {
    ...toolsFor(context, config, environment, false),
    state,
  });
  if (!context.json) printDiagnostics(context, tally.diagnostics);
  return tally;
}

const sinceKey = 'schedule since';
const toldKey = (issue: string): string => `told ${issue}`;

/** What is written down about issues, sendings and notices. */
async function recallKnown(
  context: Context,
  state: State,
  { digest, newsletter: { config } }: Prepared,
  dryRun: boolean,
): Promise<Known> {
  const now = context.now().getTime();
  const remembered = await state.recall(sinceKey);
  // A clock that was ahead must not put the beginning into the future.
  const since = remembered === null ? now : Math.min(now, Date.parse(remembered));
  const isNew = config.schedule !== undefined && remembered !== new Date(since).toISOString();
  if (isNew && !dryRun) await state.remember(sinceKey, new Date(since).toISOString());
  const issues = digest.composition.issues.map(({ issue: { key } }) => {
    const seal = digest.seals.find((s) => s.issue.key === key && !s.open);
    return { key, revision: seal?.revision ?? null };
  });
  const told = new Set<string>();
  for (const { key } of issues) if ((await state.recall(toldKey(key))) !== null) told.add(key);
  const runs = (await state.ledger.runs()).map(async (run) => ({
    ...run,
    isIll: (await state.recall(illKey(run.id))) !== null,
  }));
  return { now, since, issues, runs: await Promise.all(runs), told };
}

async function carryOut(
  context: Context,
  state: State,
  prepared: Prepared,
  { act, issue }: Step,
  outcome: Outcome,
  tools: SendTools,
): Promise<ExitCode> {
  if (act === 'notify') await notify(context, state, prepared, issue, tools);
  if (act !== 'send' && act !== 'resume') return 0;
  const lines: string[] = [];
  const terminal = { ...context.terminal, out: (text: string) => void lines.push(text) };
  const sending = context.json ? { ...context, terminal } : context;
  const code = await send(sending, { issue, resume: act === 'resume' }, tools);
  if (context.json) outcome.sent = JSON.parse(lines.join('\n'));
  return code;
}

/** Tells the editor, and remembers it once the mail is out: twice is better than never. */
async function notify(
  context: Context,
  state: State,
  { digest, newsletter: { config } }: Prepared,
  key: string,
  tools: SendTools,
): Promise<void> {
  const issue = digest.composition.issues.find((i) => i.issue.key === key)?.issue;
  const { schedule, timeZone } = config;
  if (!issue || schedule?.notify === undefined) return;
  const mailing = loadMailing(context.folder, tools.environment, { test: true });
  const now = context.now();
  const last = lastMoment(key, schedule, config);
  const mail = answerMail({
    site: mailing.site,
    content: noticeOf({
      newsletter: config.title,
      key,
      title: issue.title,
      stories: issue.counts.stories,
      until: last > now.getTime() ? clockOf(timeZone).timeAt(last) : null,
    }),
    to: { id: 'editor', email: schedule.notify },
    list: mailing.list,
    dkim: mailing.dkim,
    date: now,
    // The same each time, so that a second one is folded.
    nonce: `due${key.toLowerCase().replace(/[^a-z\d]/gu, '')}`,
  });
  const transport = tools.open(mailing, context.folder);
  try {
    const { kind, reply } = await transport.send(mail);
    if (kind !== 'sent' && kind !== 'unknown') {
      const hint = 'It is tried again by the next run. See what is wrong: digestif doctor';
      throw new DigestifError([diagnose('notice-unsent', `${schedule.notify}: ${reply}`, { hint })]);
    }
    await state.remember(toldKey(key), now.toISOString());
  } finally {
    await transport.close();
  }
}

function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

const says: { [act in Step['act']]: string } = {
  send: 'is sent',
  resume: 'is sent on',
  notify: 'the editor is told',
  ask: 'is left to you',
  wait: 'waits',
  none: 'nothing to do',
};

/** What is done, or left to the editor; the latter is said once. */
async function printSteps(
  context: Context,
  state: State,
  { steps, bounces }: Outcome,
  config: Config,
  dryRun: boolean,
): Promise<void> {
  const all = dryRun || context.verbose;
  if (bounces && (all || bounces.changed.length + bounces.unmatched > 0))
    context.terminal.out(formatTally(bounces, false));
  if (config.schedule === undefined && all)
    context.terminal.out('No schedule: in the config, so nothing is sent by itself.');
  for (const { act, issue, why, hint } of steps) {
    const isKnown =
      act === 'wait' || act === 'none' || (act === 'ask' && !all && (await wasSaid(state, issue, why)));
    if (isKnown && !all) continue;
    context.terminal.out(`${issue}: ${says[act]}: ${why}.${hint === null ? '' : `\n  ${hint}`}`);
  }
  if (dryRun) context.terminal.out('Nothing was done.');
}

async function wasSaid(state: State, issue: string, why: string): Promise<boolean> {
  const key = `said ${issue}`;
  if ((await state.recall(key)) === why) return true;
  await state.remember(key, why);
  return false;
}
