import { fail } from '../errors.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import { sumClasses } from '../proof/conservation.ts';
import { createLineFinder } from '../text/lines.ts';
import { foldSpace, trimRange } from '../text/ranges.ts';
import type { ClassedRange, FileReading, Segmented } from '../types.ts';
import type { Context, ExitCode } from './command.ts';
import { prepare } from './prepare.ts';

export type IngestOptions = {
  /** A file below articles/; all when absent. */
  file?: string;
  /** `file:line`: only what stands in that line. */
  range?: string;
};

/** One range of a part as the report tells it; lines count from 1. */
type Told = {
  lines: string;
  class: string;
  rule: string;
  units: number;
  text: string;
  first: number;
  last: number;
};

type Report = {
  file: string;
  bytes: FileReading['bytes'];
  size: number;
  parts: { key: string; sums: object; ranges: Told[] }[];
};

/** Tells what became of every range of the files, in a form that can be compared line by line. */
export async function ingest(context: Context, options: IngestOptions): Promise<ExitCode> {
  const place = options.range === undefined ? null : parsePlace(options.range);
  const wanted = place?.file ?? options.file?.replace(/^(?:\.\/)?articles\//u, '');
  const { digest } = await prepare(context);
  const readings = digest.readings.filter((reading) => wanted === undefined || reading.file === wanted);
  if (readings.length === 0) {
    const hint = `Files read: ${digest.readings
      .slice(0, 5)
      .map((r) => r.file)
      .join(', ')} …`;
    fail('no-article', `no file that was read is called "${wanted}"`, { hint });
  }
  const reports = readings
    .map((reading) => reportOf(reading, digest.parts))
    .map((r) => (place ? only(r, place.line) : r));
  context.terminal.out(context.json ? formatJson(reports) : reports.map(formatReport).join('\n\n'));
  return 0;
}

function parsePlace(text: string): { file: string; line: number } {
  const match = /^(?:\.\/)?(?:articles\/)?(.+):(\d+)$/u.exec(text);
  if (!match?.[1])
    fail('wrong-usage', `"${text}" is no place`, { hint: 'Write it as file:line, such as notes/a.txt:12.' });
  return { file: match[1], line: Number(match[2]) };
}

function reportOf({ file, bytes, size }: FileReading, parts: readonly Segmented[]): Report {
  const own = parts.filter(({ part }) => part.file === file);
  return {
    file,
    bytes,
    size,
    parts: own.map((segmented) => ({
      key: segmented.part.key,
      sums: sumClasses(segmented.classes),
      ranges: tellRanges(segmented),
    })),
  };
}

function tellRanges({ part, classes }: Segmented): Told[] {
  const lineAt = createLineFinder(part.text);
  return classes.map((range: ClassedRange) => {
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

function only(report: Report, line: number): Report {
  const parts = report.parts.map((part) => ({
    ...part,
    ranges: part.ranges.filter((r) => r.first <= line && line <= r.last),
  }));
  return { ...report, parts };
}

function formatReport({ file, size, bytes, parts }: Report): string {
  const head = `${file}  ${size} bytes: ${bytes.parts} text, ${bytes.markup} encoding or markup, ${bytes.unreadable} unreadable`;
  const bodies = parts.map(({ key, sums, ranges }) => {
    const units = Object.entries(sums).filter(([, n]) => n > 0);
    const rows = ranges.map((r) => [`  ${r.lines}`, r.class, r.rule, `${r.units}`, r.text]);
    return [
      `${key}  ${units.map(([name, n]) => `${n} ${name}`).join(', ')}`,
      ...(rows.length > 0 ? [formatTable(rows)] : []),
    ].join('\n');
  });
  return [head, ...bodies].join('\n');
}
