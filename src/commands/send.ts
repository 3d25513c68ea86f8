import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type IssueMail, mailFor } from '../deliver/mail.ts';
import { type Pace, paceOf } from '../deliver/pace.ts';
import { type RetryRules, usualWaits } from '../deliver/retries.ts';
import type { Delivery, Run, State, Transport } from '../deliver/types.ts';
import { DigestifError, diagnose, fail } from '../errors.ts';
import { formatJson } from '../io/terminal.ts';
import { type Environment, openTransport } from '../io/transports/open.ts';
import { handleRefusals } from '../pipeline/answering.ts';
import { type Ending, type SendingRules, sendQueued } from '../pipeline/sending.ts';
import type { Diagnostic } from '../types.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { loadMailing, type Mailing } from './mailing.ts';
import { openRun, prepareMail, type RunOptions, rehearse, requireSeal } from './send-prepare.ts';
import { watchProgress } from './sending-progress.ts';
import { formatSummary, remarksOn, summarize } from './sendings.ts';
import { withState } from './state.ts';

export type SendOptions = RunOptions & {
  issue: string;
  dryRun?: boolean;
  /** In place of the config's. */
  rate?: string;
};

/** What sending needs of the world, and a test makes shorter. */
export type SendTools = {
  environment: Environment;
  open: (mailing: Mailing, folder: string) => Transport;
  waits: Pick<RetryRules, 'firstWait' | 'longestWait'>;
  /** Aborted, sending stops as by Ctrl-C. */
  stop?: AbortSignal;
};

export function realTools(environment: Environment = process.env): SendTools {
  return {
    environment,
    open: ({ config }, folder) => openTransport(config, folder, environment),
    waits: usualWaits,
  };
}

/** Sends a sealed issue to all active readers, each once. */
export async function send(
  context: Context,
  options: SendOptions,
  tools: SendTools = realTools(),
): Promise<ExitCode> {
  const { folder } = context;
  // A mail is 80 KB that die at once: where new things get little room, they are let go sooner, which halves the memory.
  setFlagsFromString('--max-semi-space-size=2');
  requirePace(options.rate);
  const mailing = loadMailing(folder, tools.environment);
  const seal = requireSeal(folder, options.issue);
  const transport = options.dryRun ? null : tools.open(mailing, folder);
  const mail = await prepareMail(folder, mailing, seal);
  printDiagnostics(context, mailing.diagnostics);
  return await withState(context, async (state) => {
    if (transport === null) return await rehearse(context, { state, mailing, seal }, mail, options);
    const lock = await state.lock('send');
    try {
      const hint = 'Wait until it is done; digestif send shows how far it is.';
      if (!lock) fail('already-sending', 'another process is sending', { hint });
      const run = await openRun(context, { state, mailing, seal }, options, transport);
      return await carryOut(context, { state, mailing, mail, run, transport, options, tools });
    } finally {
      await transport.close();
      await lock?.release();
    }
  });
}

/** Under which it is remembered that too much of a sending went wrong. */
export const illKey = (run: string): string => `ill ${run}`;

type Job = {
  state: State;
  mailing: Mailing;
  mail: IssueMail;
  run: Run;
  transport: Transport;
  options: SendOptions;
  tools: SendTools;
};

async function carryOut(context: Context, job: Job): Promise<ExitCode> {
  const { run, state, mailing } = job;
  const { ledger } = state;
  const { ending, faults } = await perform(context, job);
  // Before it is finished: after a crash in between, `--resume` comes here again.
  const gone = ending === 'done' ? await handleRefusals(run, { state, now: context.now().getTime() }) : 0;
  // What was finished before keeps its date.
  const isOpen = (await ledger.run(run.id))?.finished === null;
  if (ending === 'done' && isOpen) await ledger.finish(run.id, context.now().toISOString());
  const summary = await summarize(ledger, (await ledger.run(run.id)) ?? run);
  const left = gone === 0 ? [] : [goneRemark(gone)];
  const diagnostics = [...faults, ...remarksOn(summary), ...left, ...endingRemarks(ending, run, mailing)];
  if (context.json) context.terminal.out(formatJson({ ...summary, ending, diagnostics }));
  else {
    context.terminal.out(formatSummary(summary));
    printDiagnostics(context, diagnostics);
  }
  return exitCodeOf(diagnostics);
}

function goneRemark(gone: number): Diagnostic {
  const hint = 'digestif bounces --list shows whom, and what the server said.';
  const message = `${count(gone, 'reader', 'readers')} whose address does not exist will get no more letters`;
  return diagnose('reader-gone', message, { hint });
}

/** Sends until the end, Ctrl-C, or a fault of the state: then all that could be noted was noted. */
async function perform(
  context: Context,
  { run, state, mailing, mail, transport, options, tools }: Job,
): Promise<{ ending: Ending; faults: Diagnostic[] }> {
  const { ledger } = state;
  const interruption = listenForInterrupt(context, transport.name);
  const progress = watchProgress(context, ledger, run);
  const stop = tools.stop ? AbortSignal.any([tools.stop, interruption.signal]) : interruption.signal;
  try {
    const ending = await sendQueued(run.id, rulesOf(mailing, options, tools), {
      ledger,
      transport,
      compose: (delivery) => composeFor(mail, mailing, delivery, context.now()),
      now: () => context.now().getTime(),
      sleep,
      stop,
      report: progress.report,
    });
    // What went so wrong goes on when the editor has looked at it, not by the clock.
    if (ending === 'ill') await state.remember(illKey(run.id), context.now().toISOString());
    if (ending === 'done') await state.remember(illKey(run.id), null);
    return { ending, faults: [] };
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
    return { ending: 'stopped', faults: error.diagnostics };
  } finally {
    progress.end();
    interruption.end();
  }
}

function composeFor(
  mail: IssueMail,
  mailing: Mailing,
  { subscriber: id, email, name }: Delivery,
  now: Date,
): ReturnType<typeof mailFor> {
  return mailFor(mail, { id, email, name, token: mailing.tokenFor(id, mail.issue.key) }, now);
}

function rulesOf({ config }: Mailing, options: SendOptions, { waits }: SendTools): SendingRules {
  const { connections, tries, errorShare, rate, domainRate } = config.sending;
  return {
    connections,
    tries,
    errorShare,
    ...waits,
    pace: requirePace(options.rate ?? rate),
    domainPace: requirePace(domainRate),
  };
}

function requirePace(rate: string | undefined): Pace {
  return paceOf(rate) ?? fail('wrong-usage', `"${rate}" is no rate such as 50/s, 1000/min or 20000/h`);
}

function endingRemarks(ending: Ending, { issue }: Run, { config }: Mailing): Diagnostic[] {
  const hint = `Go on with: digestif send ${issue} --resume`;
  if (ending === 'stopped') return [diagnose('sending-stopped', 'not everybody was written to', { hint })];
  if (ending === 'done') return [];
  if (ending === 'silent') {
    const message = `the mail server took no mail at all, ${config.sending.tries} times in a row; nobody is lost`;
    return [diagnose('sending-stopped', message, { hint: `See why above: digestif doctor. ${hint}` })];
  }
  const share = `${Math.round(100 * config.sending.errorShare)} of 100`;
  const message = `more than ${share} of the last mails went wrong, so the fault may be ours`;
  return [
    diagnose('too-many-errors', message, {
      hint: `See why above. ${hint}, and where the fault was ours with --retry-failed`,
    }),
  ];
}

/**
 * The first Ctrl-C, or the system's wish, lets what is on its way come to its end; the second ends the process. So does a
 * terminal that goes away, but it says so more than once and means no more by it.
 */
function listenForInterrupt({ terminal }: Context, way: string): { signal: AbortSignal; end: () => void } {
  const stopper = new AbortController();
  const end = (): void => void process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', hangUp);
  const hangUp = (): void => stopper.abort();
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    terminal.err(`Stopping: what is on its way by ${way} comes to its end. Again, to end at once.`);
    stopper.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', hangUp);
  return { signal: stopper.signal, end };
}

/** Timers cannot count further than 24 days. */
async function sleep(milliseconds: number, end: AbortSignal): Promise<void> {
  const most = 3_600_000;
  await wait(Math.min(Math.max(0, milliseconds), most), undefined, { signal: end }).catch(() => {});
}
