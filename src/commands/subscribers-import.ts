import { basename, resolve } from 'node:path';
import { readAddress } from '../deliver/addresses.ts';
import {
  type Columns,
  type Field,
  fieldOf,
  fields,
  findColumns,
  findUnread,
} from '../deliver/import-columns.ts';
import { readRow } from '../deliver/import-rows.ts';
import type { Subscriber, SubscriberStatus, SubscriberStore } from '../deliver/types.ts';
import { diagnose, fail } from '../errors.ts';
import { type CsvRow, openCsv } from '../io/csv.ts';
import { formatJson } from '../io/terminal.ts';
import type { Diagnostic } from '../types.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { withCopy, withState } from './state.ts';
import { newId } from './subscribers.ts';

export type ImportOptions = {
  file: string;
  /** `field=header`, `word=status`. */
  map: readonly string[];
  treat: readonly string[];
  tags: readonly string[];
  consent?: string;
  /** Tells what would come of it, and changes nothing. */
  dryRun?: boolean;
};

/** rows = added + updated + unchanged + suppressed + bad. `doubled` are among them. */
type Sums = {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  suppressed: number;
  bad: number;
};

const statuses = ['pending', 'active', 'unsubscribed', 'bounced', 'complained'] as const;

/** Rows of one transaction. */
const BATCH = 1000;

/** Most complaints that are listed; the others are counted. */
const LISTED = 1000;

/** Reads a list of subscribers. Rows that cannot be used are told with their line, all others are taken. */
export async function importSubscribers(context: Context, options: ImportOptions): Promise<ExitCode> {
  const map = readPairs(options.map, '--map', fields);
  const treat = readPairs(options.treat, '--treat', null, statuses);
  const path = resolve(context.folder, options.file);
  const file = basename(path);
  const now = context.now().toISOString();
  const open = options.dryRun ? withCopy : withState;
  return open<ExitCode>(context, async ({ subscribers }) => {
    const csv = await openCsv(path);
    const diagnostics: Diagnostic[] = [];
    if (csv.encoding === 'windows-1252')
      diagnostics.push(diagnose('charset-guessed', 'is not UTF-8; it is read as windows-1252', { file }));
    const first = await csv.rows.next();
    const columns = columnsOf(first.done ? null : first.value, map, file);
    if (columns.source === 'listmonk') diagnostics.push(warnOfListmonk(file));
    if (!first.done && !('fault' in first.value))
      diagnostics.push(...warnOfUnread(findUnread(first.value.cells, columns), file));
    const intake = openIntake(subscribers, (line, cells) =>
      readRow(cells, line, {
        columns,
        file,
        now,
        consent: options.consent ?? null,
        tags: options.tags,
        statuses: treat as { [word: string]: SubscriberStatus },
      }),
    );
    if (!columns.hasHeader && !first.done) await intake.take(first.value, file);
    for await (const row of csv.rows) await intake.take(row, file);
    const { sums, doubled, found, hidden } = await intake.end();
    diagnostics.push(...found);
    report(context, { file, source: columns.source, ...sums, doubled, hidden, diagnostics });
    if (options.dryRun && !context.json) context.terminal.out('Nothing was written.');
    return exitCodeOf(diagnostics);
  });
}

function columnsOf(row: CsvRow | null, map: { [field in Field]?: string }, file: string): Columns {
  if (row === null) return fail('bad-csv', 'is empty', { file });
  if ('fault' in row) return fail('bad-csv', row.fault, { file, line: row.line });
  const columns = findColumns(row.cells, map);
  if (!('fault' in columns)) return columns;
  const email = row.cells.findIndex((cell) => 'address' in readAddress(cell));
  if (email !== -1 && Object.keys(map).length === 0) return { source: null, at: { email }, hasHeader: false };
  const names = row.cells.map((cell) => `"${cell.trim()}"`).join(', ');
  const hint = `Its columns are ${names}. Say which it is: --map "email=...".`;
  return fail('bad-csv', columns.fault, { file, line: row.line, hint });
}

function warnOfListmonk(file: string): Diagnostic {
  const message = 'the export of listmonk does not say who unsubscribed from one list only';
  const hint = 'Whoever did must be imported apart: --treat enabled=unsubscribed.';
  return diagnose('import-incomplete', message, { file, hint });
}

/** Above all, consent must not get lost unseen: it is the proof that somebody asked for the letter. */
function warnOfUnread(unread: ReturnType<typeof findUnread>, file: string): Diagnostic[] {
  if (unread.length === 0) return [];
  const names = unread.map(({ name }) => `"${name}"`).join(', ');
  const maps = unread.map(({ name, field }) => `--map "${field ?? '<field>'}=${name}"`).join(' ');
  const message = `${unread.length === 1 ? 'the column' : 'the columns'} ${names} ${unread.length === 1 ? 'is' : 'are'} not read`;
  const hint = `To read: ${maps}, where a field is one of ${fields.join(', ')}. The consent on record is that of the first import.`;
  return [diagnose('unread-column', message, { file, line: 1, hint })];
}

type Read = (line: number, cells: readonly string[]) => ReturnType<typeof readRow>;

/** Takes rows into the store a batch at a time, and keeps count. */
function openIntake(store: SubscriberStore, read: Read) {
  const sums: Sums = { rows: 0, added: 0, updated: 0, unchanged: 0, suppressed: 0, bad: 0 };
  const seen = new Map<string, number>();
  const found: Diagnostic[] = [];
  let batch: { subscriber: Subscriber; line: number }[] = [];
  let doubled = 0;
  let hidden = 0;
  const tell = (diagnostic: Diagnostic): void => {
    if (found.length < LISTED) found.push(diagnostic);
    else hidden += 1;
  };
  const flush = async (file: string): Promise<void> => {
    const { suppressed, ...result } = await store.put(batch.map((b) => b.subscriber));
    for (const key of ['added', 'updated', 'unchanged'] as const) sums[key] += result[key];
    sums.suppressed += suppressed.length;
    const held = new Set(suppressed);
    for (const { subscriber, line } of batch) {
      if (!held.has(subscriber.email)) continue;
      tell(diagnose('suppressed', `${subscriber.email} has left and stays off the list`, { file, line }));
    }
    batch = [];
  };
  let name = '';
  return {
    async take(row: CsvRow, file: string): Promise<void> {
      name = file;
      if ('fault' in row) {
        const hint = 'What stands before that line is imported. Correct it and import the file again.';
        tell(diagnose('bad-csv', `${row.fault}; the rest was not read`, { file, line: row.line, hint }));
        return;
      }
      sums.rows += 1;
      const { subscriber, diagnostics } = read(row.line, row.cells);
      for (const diagnostic of diagnostics) tell(diagnostic);
      if (subscriber === null) {
        sums.bad += 1;
        return;
      }
      const before = seen.get(subscriber.email.toLowerCase());
      if (before === undefined) seen.set(subscriber.email.toLowerCase(), row.line);
      else {
        doubled += 1;
        const message = `${subscriber.email} stands in line ${before} already; both rows count as one person`;
        tell(diagnose('doubled-row', message, { file, line: row.line }));
      }
      batch.push({ subscriber: { id: newId(), ...subscriber }, line: row.line });
      if (batch.length === BATCH) await flush(file);
    },
    async end() {
      await flush(name);
      return { sums, doubled, found, hidden };
    },
  };
}

type Report = Sums & {
  file: string;
  source: string | null;
  doubled: number;
  hidden: number;
  diagnostics: readonly Diagnostic[];
};

function report(context: Context, result: Report): void {
  if (context.json) {
    context.terminal.out(formatJson(result));
    return;
  }
  printDiagnostics(context, result.diagnostics);
  if (result.hidden > 0) context.terminal.err(`... and ${result.hidden} more.`);
  const of = result.source === null ? '' : ` (an export of ${result.source})`;
  const parts = [
    `${result.added} added`,
    `${result.updated} updated`,
    `${result.unchanged} unchanged`,
    `${result.suppressed} who left or bounced stay off the list`,
    `${result.bad} cannot be used`,
  ];
  const doubled =
    result.doubled === 0 ? '' : ` ${count(result.doubled, 'row names', 'rows name')} an address again.`;
  context.terminal.out(
    `${count(result.rows, 'row', 'rows')} of ${result.file}${of}: ${parts.join(', ')}.${doubled}`,
  );
}

/** `a=b` options as an object; what a side may be is said when it is not. */
function readPairs(
  pairs: readonly string[],
  option: string,
  left: readonly string[] | null,
  right: readonly string[] | null = null,
): { [key: string]: string } {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const [written, value] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
      const key = left ? (fieldOf(written) ?? written) : written;
      const wrong = [
        left && !left.includes(key) ? left : null,
        right && !right.includes(value) ? right : null,
      ];
      const allowed = wrong.find((list) => list !== null);
      if (at > 0 && value !== '' && !allowed) return [left ? key : key.toLowerCase(), value];
      const hint = allowed ? `It is one of: ${allowed.join(', ')}.` : `It is written ${option} "this=that".`;
      return fail('wrong-usage', `${option} "${pair}" cannot be understood`, { hint });
    }),
  );
}
