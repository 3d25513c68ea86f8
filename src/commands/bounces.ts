import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Bounce, Mailbox, State } from '../deliver/types.ts';
import { diagnose, fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { openMailbox, openPath } from '../io/mailbox/open.ts';
import { loadConfig } from '../io/newsletter.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import type { Environment } from '../io/transports/open.ts';
import { type AnsweringTools, forgiveAll, type Handled, handleAnswer } from '../pipeline/answering.ts';
import type { Diagnostic } from '../types.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { listOf, readSecret } from './mailing.ts';
import { withState } from './state.ts';

export type BouncesOptions = {
  /** A Maildir, an mbox file or a single mail, in place of the config's. */
  from?: string;
  dryRun?: boolean;
};

/** What a reading of the mailbox came to. Each mail is counted in one kind. */
export type Tally = {
  mailbox: string;
  kinds: { [kind in Handled['kind']]: number };
  /** Of all but `known` and `none`: those for whom nobody was found. */
  unmatched: number;
  /** Readers who get no more, and why. */
  changed: { email: string; status: string; place: string; words: string }[];
  forgiven: number;
  diagnostics: Diagnostic[];
};

/** Reads what came back, and takes off the list whom no mail reaches or who wants none. */
export async function readBounces(
  context: Context,
  options: BouncesOptions,
  environment: Environment = process.env,
): Promise<ExitCode> {
  const { config } = loadConfig(context.folder);
  const mailbox = mailboxFor(config, context.folder, options, environment);
  const tools = toolsFor(context, config, environment, options.dryRun ?? false);
  return await withState(context, async (state) => {
    const tally = await readMailbox(state, mailbox, { ...tools, state });
    if (context.json) context.terminal.out(formatJson(tally));
    else {
      printDiagnostics(context, tally.diagnostics);
      context.terminal.out(formatTally(tally, options.dryRun ?? false));
    }
    return exitCodeOf(tally.diagnostics);
  });
}

function mailboxFor(
  config: Config,
  folder: string,
  { from }: BouncesOptions,
  environment: Environment,
): Mailbox {
  if (from !== undefined) return openPath(resolve(folder, from));
  const hint = 'Say under bounces: where mails come back, or name a Maildir or mbox file with --from.';
  return (
    openMailbox(config, folder, environment) ??
    fail('not-ready', 'bounces.mailbox is missing', { file: configName, hint })
  );
}

/** What reading needs but the state. Fault: `secret-missing`. */
export function toolsFor(
  context: Context,
  config: Config,
  environment: Environment,
  dryRun: boolean,
): Omit<AnsweringTools, 'state'> {
  const { id: list, ...addresses } = listOf(config);
  const { softLimit } = config.bounces;
  return {
    addresses,
    list,
    secret: readSecret(environment),
    softLimit,
    now: context.now().getTime(),
    dryRun,
  };
}

/** Reads a mailbox as far as it goes; what a mail does, it does once, however often it is read. */
export async function readMailbox(state: State, mailbox: Mailbox, tools: AnsweringTools): Promise<Tally> {
  const kinds = { hard: 0, soft: 0, complaint: 0, leave: 0, other: 0, none: 0, known: 0 };
  const tally: Tally = {
    mailbox: mailbox.name,
    kinds,
    unmatched: 0,
    changed: [],
    forgiven: 0,
    diagnostics: [],
  };
  const lock = await state.lock('bounces');
  if (!lock)
    return { ...tally, diagnostics: [diagnose('mailbox-busy', 'another process is reading the mailbox')] };
  const key = `mailbox ${mailbox.name}`;
  let mark: string | null = null;
  try {
    for await (const { place, bytes, mark: next, done } of mailbox.read(await state.recall(key))) {
      if (bytes === null)
        tally.diagnostics.push(diagnose('bad-mail', 'it cannot be opened', { file: place }));
      else {
        const handled = await handleAnswer(bytes, tools);
        countMail(tally, place, handled);
        // A person's mail is left as it is.
        if (!tools.dryRun && handled.kind !== 'none') await done();
      }
      mark = next;
    }
    tally.forgiven = await forgiveAll(tools);
    return tally;
  } finally {
    if (mark !== null && !tools.dryRun) await state.remember(key, mark);
    await lock.release();
  }
}

function countMail(
  tally: Tally,
  place: string,
  { kind, isMatched, subscriber, status, words }: Handled,
): void {
  tally.kinds[kind] += 1;
  if (!isMatched && kind !== 'known' && kind !== 'none') tally.unmatched += 1;
  if (subscriber && status) tally.changed.push({ email: subscriber.email, status, place, words });
}

/** `3 mails read: 1 hard bounce, 2 read before.` and below it whom it changed. */
export function formatTally({ kinds, unmatched, changed, forgiven }: Tally, dryRun: boolean): string {
  const all = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  const parts = (Object.keys(names) as Handled['kind'][]).flatMap((kind) => {
    const [one, many] = names[kind];
    return kinds[kind] === 0 ? [] : [count(kinds[kind], one, many)];
  });
  const rows = changed.map(({ email, status, words }) => [`  ${email}`, status, words.slice(0, 100)]);
  return [
    `${count(all, 'mail', 'mails')} read${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
    ...(rows.length === 0 ? [] : [formatTable(rows)]),
    ...(forgiven === 0 ? [] : [`${count(forgiven, 'reader', 'readers')} got a later issue: forgiven.`]),
    ...(unmatched === 0
      ? []
      : [`For ${count(unmatched, 'mail', 'mails')} nobody was found: digestif bounces --list`]),
    ...(dryRun ? ['Nothing was changed.'] : []),
  ].join('\n');
}

const names: { [kind in Handled['kind']]: [one: string, many: string] } = {
  hard: ['hard bounce', 'hard bounces'],
  soft: ['passing bounce', 'passing bounces'],
  complaint: ['complaint', 'complaints'],
  leave: ['wish to leave', 'wishes to leave'],
  other: ["machine's answer", "machines' answers"],
  none: ['that is no answer', 'that are no answers'],
  known: ['read before', 'read before'],
};

/** Shows all that was read, the oldest first; `nobody known` where it could not be matched. */
export async function listBounces(context: Context): Promise<ExitCode> {
  return await withState<ExitCode>(context, async ({ bounces, subscribers }) => {
    const found: (Bounce & { email: string | null })[] = [];
    for await (const bounce of bounces.list()) {
      const reader = bounce.subscriber === null ? null : await subscribers.get(bounce.subscriber);
      found.push({ ...bounce, email: reader?.email ?? null });
    }
    if (context.json) context.terminal.out(formatJson(found));
    else if (found.length > 0) context.terminal.out(formatTable(found.map(rowOf)));
    if (!context.json) context.terminal.err(`${count(found.length, 'mail', 'mails')}.`);
    return 0;
  });
}

function rowOf({ at, kind, email, subscriber, run, words }: Bounce & { email: string | null }): string[] {
  const who = email ?? (subscriber === null ? 'nobody known' : 'removed');
  return [at.slice(0, 10), kind, who, run ?? '', words.slice(0, 120)];
}
