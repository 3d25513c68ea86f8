/** What became of sendings, in words. */
import { countReason, listReasons, type Reason } from '../deliver/reasons.ts';
import type { Delivery, DeliveryState, Ledger, Run, Sums } from '../deliver/types.ts';
import { saysGone } from '../deliver/verdicts.ts';
import { diagnose, fail } from '../errors.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import type { Diagnostic } from '../types.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { withState } from './state.ts';

export type Summary = {
  run: Run;
  sums: Sums;
  /** How many of the failed ones their servers do not know: they are off the list, and nothing is left to do. */
  gone: number;
  /** Why readers have not got it, by state. */
  reasons: { [state in (typeof told)[number]]: Reason[] };
};

const told = ['failed', 'unknown', 'excluded', 'queued'] as const;

/** Counts a run; reads every delivery that was not sent, a page at a time. */
export async function summarize(ledger: Ledger, run: Run): Promise<Summary> {
  const reasons = { failed: [], unknown: [], excluded: [], queued: [] } as Summary['reasons'];
  let gone = 0;
  for (const state of told) {
    const found = new Map<string, Reason>();
    for await (const { email, reply, attempts } of ledger.deliveries(run.id, state)) {
      if (state === 'failed' && saysGone(reply)) gone += 1;
      if (state !== 'queued' || attempts > 0 || reply !== null) countReason(found, email, reply);
    }
    reasons[state] = listReasons(found);
  }
  return { run, sums: await ledger.sums(run.id), gone, reasons };
}

/** The mails that did not arrive, or perhaps, as diagnostics. */
export function remarksOn({ run, sums, gone }: Summary): Diagnostic[] {
  const again = `digestif send ${run.issue} --retry-unknown`;
  const failed = sums.failed - gone;
  return [
    ...(failed === 0
      ? []
      : [
          diagnose('not-delivered', `${count(failed, 'mail was', 'mails were')} not delivered`, {
            hint: `See why above. When that is over: digestif send ${run.issue} --retry-failed`,
          }),
        ]),
    ...(sums.unknown === 0
      ? []
      : [
          diagnose(
            'maybe-delivered',
            `of ${count(sums.unknown, 'mail', 'mails')} nobody knows whether it arrived`,
            {
              hint: `They are not sent again unless you say so, since some would come twice: ${again}`,
            },
          ),
        ]),
  ];
}

/** `2024-05/1: 500 readers, 497 sent, 3 refused`, and below it why. */
export function formatSummary({ run, sums, reasons }: Summary): string {
  const parts = words.flatMap(([state, name]) => (sums[state] === 0 ? [] : [`${sums[state]} ${name}`]));
  const head = `${run.id}: ${count(run.prepared, 'reader', 'readers')}, ${parts.join(', ')}.`;
  const rows = told.flatMap((state) => {
    const name = words.find(([known]) => known === state)?.[1] ?? state;
    return reasons[state].slice(0, 10).map((r) => [`  ${r.count}`, name, r.words, `such as ${r.example}`]);
  });
  return rows.length === 0 ? head : `${head}\n${formatTable(rows)}`;
}

const words: readonly [DeliveryState, string][] = [
  ['sent', 'sent'],
  ['failed', 'not delivered'],
  ['unknown', 'unknown'],
  ['excluded', 'left out'],
  ['attempting', 'on their way'],
  ['queued', 'waiting'],
];

/** All sendings there were, or what became of the last one of an issue. */
export async function showSendings(context: Context, issue?: string): Promise<ExitCode> {
  return await withState<ExitCode>(context, async ({ ledger }) => {
    const runs = await ledger.runs(issue);
    if (issue === undefined) return await listRuns(context, ledger, runs);
    const last = runs.at(-1);
    const hint = 'digestif send shows what was sent.';
    if (!last) fail('no-run', `${issue} was never sent`, { hint });
    const summary = await summarize(ledger, last);
    const diagnostics = remarksOn(summary);
    if (context.json) context.terminal.out(formatJson({ ...summary, diagnostics }));
    else {
      context.terminal.out(formatSummary(summary));
      const { failed, unknown } = summary.sums;
      if (context.verbose) await listOpen(context, ledger, last);
      else if (failed + unknown > 0)
        context.terminal.out(`Each of their addresses: digestif send ${last.issue} --status -v`);
      printDiagnostics(context, diagnostics);
    }
    return exitCodeOf(diagnostics);
  });
}

async function listRuns(context: Context, ledger: Ledger, runs: readonly Run[]): Promise<ExitCode> {
  const all = await Promise.all(runs.map(async (run) => ({ ...run, sums: await ledger.sums(run.id) })));
  if (context.json) context.terminal.out(formatJson(all));
  else if (all.length === 0) context.terminal.out('Nothing was sent yet.');
  else {
    const rows = all.map(({ id, started, finished, sums }) => [
      id,
      started.slice(0, 10),
      finished === null ? 'not finished' : 'finished',
      words.flatMap(([state, name]) => (sums[state] === 0 ? [] : [`${sums[state]} ${name}`])).join(', '),
    ]);
    context.terminal.out(formatTable(rows));
  }
  return 0;
}

async function listOpen(context: Context, ledger: Ledger, run: Run): Promise<void> {
  for (const state of ['failed', 'unknown'] as const) {
    for await (const delivery of ledger.deliveries(run.id, state)) context.terminal.out(lineOf(delivery));
  }
}

function lineOf({ email, state, attempts, reply }: Delivery): string {
  return `${email}  ${state}  ${count(attempts, 'try', 'tries')}  ${reply ?? ''}`.trimEnd();
}
