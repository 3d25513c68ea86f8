import { fail } from '../errors.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import { sumClasses } from '../proof/conservation.ts';
import { keepLedger, type Ledger, partsByFile } from '../proof/ledger.ts';
import { createLineFinder } from '../text/lines.ts';
import { foldSpace, trimRange } from '../text/ranges.ts';
import type { FileFates, Segmented } from '../types.ts';
import { type Context, count, type ExitCode } from './command.ts';
import { type Prepared, prepare } from './prepare.ts';
import { findUnread, type Unread } from './unread.ts';

export type IngestOptions = {
  /** A file below articles/; all when absent. */
  file?: string;
  /** Every range, not only the sums. */
  report?: boolean;
  /** `file:line`: only what stands in that line. */
  range?: string;
};

/** A range of a part as the report tells it; lines count from 1. */
type Told = {
  lines: string;
  class: string;
  rule: string;
  units: number;
  text: string;
  first: number;
  last: number;
};

type Report = Omit<FileFates, 'sha256'> & { parts: { key: string; sums: object; ranges: Told[] }[] };

/** Tells what became of the files: a line each, or every range of them in a form that can be compared line by line. */
export async function ingest(context: Context, options: IngestOptions): Promise<ExitCode> {
  const place = options.range === undefined ? null : parsePlace(options.range);
  const wanted = place?.file ?? options.file?.replace(/^(?:\.\/)?articles\//u, '');
  const prepared = await prepare(context);
  const { digest } = prepared;
  const isWanted = ({ file }: { file: string }): boolean => wanted === undefined || file === wanted;
  const unread = findUnread(prepared).filter(isWanted);
  const lost = new Set(unread.map(({ file }) => file));
  const readings = digest.readings.filter((reading) => isWanted(reading) && !lost.has(reading.file));
  if (wanted !== undefined && readings.length + unread.length === 0) failNoFile(wanted, prepared);
  const tell = (form: object, text: () => string): void =>
    context.terminal.out(
      context.json
        ? formatJson({ ...form, unread })
        : [text(), formatUnread(unread)].filter((t) => t !== '').join('\n\n'),
    );
  if (place || wanted !== undefined || options.report) {
    const parts = partsByFile(digest.parts);
    const files = readings.map((r) => reportOf(r, parts.get(r.file) ?? [], place?.line));
    if (place && files.length > 0 && files.every((f) => f.parts.every((p) => p.ranges.length === 0)))
      failNothing(place);
    tell({ files }, () => files.map(formatReport).join('\n\n'));
  } else {
    const ledger = keepLedger(readings, digest.parts);
    tell(ledger, () => formatLedger(ledger));
  }
  return 0;
}

function failNothing({ file, line }: { file: string; line: number }): never {
  const hint = `Its lines: digestif ingest ${file}`;
  return fail('no-article', `nothing stands in line ${line} of ${file}`, { hint });
}

function failNoFile(wanted: string, { digest }: Prepared): never {
  const names = digest.readings.slice(0, 5).map((r) => r.file);
  const hint = `Files read: ${names.join(', ')} …`;
  return fail('no-article', `no file below articles/ is called "${wanted}"`, { hint });
}

function parsePlace(text: string): { file: string; line: number } {
  const match = /^(?:\.\/)?(?:articles\/)?(.+):(\d+)$/su.exec(text);
  if (!match?.[1])
    fail('wrong-usage', `"${text}" is no place`, { hint: 'Write it as file:line, such as notes/a.txt:12.' });
  return { file: match[1], line: Number(match[2]) };
}

function reportOf(
  { file, bytes, size }: FileFates,
  parts: readonly Segmented[],
  line: number | undefined,
): Report {
  const isHere = ({ first, last }: Told): boolean => line === undefined || (first <= line && line <= last);
  return {
    file,
    size,
    bytes,
    parts: parts.map((segmented) => ({
      key: segmented.part.key,
      sums: sumClasses(segmented.classes),
      ranges: tellRanges(segmented).filter(isHere),
    })),
  };
}

function tellRanges({ part, classes }: Segmented): Told[] {
  const lineAt = createLineFinder(part.text);
  return classes.map((range) => {
    const { start, end } = trimRange(part.text, range);
    const [first, last] = [lineAt(start), lineAt(Math.max(start, end - 1))];
    return {
      lines: first === last ? `${first}` : `${first}-${last}`,
      class: range.class,
      rule: range.rule,
      units: range.end - range.start,
      text: foldSpace(part.text.slice(start, Math.min(end, start + 120))).slice(0, 60),
      first,
      last,
    };
  });
}

function formatReport({ file, size, bytes, parts }: Report): string {
  const head = `${file.replaceAll('\n', ' ')}  ${size} bytes: ${bytes.parts} text, ${bytes.markup} encoding or markup, ${bytes.unreadable} unreadable`;
  const bodies = parts.map(({ key, sums, ranges }) => {
    const units = Object.entries(sums).filter(([, n]) => n > 0);
    const rows = ranges.map((r) => [`  ${r.lines}`, r.class, r.rule, `${r.units}`, r.text]);
    return [
      `${key.replaceAll('\n', ' ')}  ${units.map(([name, n]) => `${n} ${name}`).join(', ')}`,
      ...(rows.length > 0 ? [formatTable(rows)] : []),
    ].join('\n');
  });
  return [head, ...bodies].join('\n');
}

/** Bytes add up from left to right, then units. A column in which nothing stands is left out. */
const columns: [name: string, value: (line: Omit<Ledger['totals'], 'files'>) => number][] = [
  ['articles', (line) => line.articles],
  ['bytes', (line) => line.size],
  ['as text', (line) => line.bytes.parts],
  ['markup', (line) => line.bytes.markup],
  ['unreadable', (line) => line.bytes.unreadable],
  ['units', ({ units }) => Object.values(units).reduce((a, b) => a + b, 0)],
  ['title', (line) => line.units.title],
  ['metadata', (line) => line.units.metadata],
  ['body', (line) => line.units.body],
  ['boilerplate', (line) => line.units.boilerplate],
  ['duplicate', (line) => line.units.duplicate],
  ['unreadable units', (line) => line.units.unreadable],
];

function formatLedger({ files, totals }: Ledger): string {
  if (files.length === 0) return '';
  const shown = columns.filter(([, value]) => value(totals) > 0);
  const numbers = [...files, totals].map((line) => shown.map(([, value]) => `${value(line)}`));
  // Names stand last: one of 255 signs moves nothing.
  const names = ['file', ...files.map(({ file }) => file), count(totals.files, 'file', 'files')];
  const rows = alignRight([shown.map(([name]) => name), ...numbers]);
  return formatTable(rows.map((row, i) => [...row, names[i] ?? '']));
}

function formatUnread(unread: readonly Unread[]): string {
  if (unread.length === 0) return '';
  const sizes = alignRight(unread.map(({ size }) => [size === null ? '' : `${size}`]));
  const rows = unread.map(({ file, code, why }, i) => [`  ${sizes[i]?.[0]}`, code, `${file}: ${why}`]);
  const bytes = unread.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return `${count(unread.length, 'file', 'files')} not read, ${bytes} bytes:\n${formatTable(rows)}`;
}

function alignRight(rows: readonly (readonly string[])[]): string[][] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)));
}
