import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { type CsvError, type Options, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { fail } from '../errors.ts';

/** A row with the line on which it begins; `fault` when the rest of the file cannot be read. */
export type CsvRow = { line: number; cells: string[] } | { line: number; fault: string };

export type CsvFile = { encoding: string; delimiter: string; rows: AsyncGenerator<CsvRow> };

/** Most characters of one row: what is longer began with a quotation mark that never ends. */
const LONGEST = 200_000;

/**
 * Opens a CSV file as spreadsheets write it: commas, semicolons, tabs or bars, any line ends, UTF-8 or UTF-16 with or
 * without a mark, else Windows-1252. Rows are read one after the other; empty ones are left out.
 */
export async function openCsv(path: string): Promise<CsvFile> {
  try {
    const encoding = await findEncoding(path);
    const { delimiter, start } = sniff(await readHead(path, encoding));
    return { encoding, delimiter, rows: readRows(path, encoding, delimiter, start) };
  } catch (error) {
    return fail('unreadable-file', `cannot be opened: ${(error as Error).message}`, { file: path });
  }
}

async function* readRows(
  path: string,
  encoding: string,
  delimiter: string,
  start: number,
): AsyncGenerator<CsvRow> {
  const done: { line: number; cells: string[] }[] = [];
  const options: Options = {
    delimiter,
    from_line: start,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST,
    // Taken here and not from the stream, which drops the rows before a fault.
    on_record: (cells: string[], { lines }) => {
      // The library counts to where a row ends.
      const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
      done.push({ line: lines - breaks, cells });
      return null;
    },
  };
  const parser = parse(options);
  parser.on('error', () => {});
  let line = start - 1;
  const flush = function* (): Generator<CsvRow> {
    for (const row of done.splice(0)) {
      yield row;
      line = row.line;
    }
  };
  for await (const text of withLineFeeds(decode(path, encoding))) {
    parser.write(text);
    yield* flush();
    if (parser.errored) break;
  }
  if (!parser.errored) await finished(parser.resume().end()).catch(() => {});
  yield* flush();
  if (parser.errored) yield { line: line + 1, fault: explain(parser.errored as CsvError) };
}

function explain(error: CsvError): string {
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return isOpen ? 'a quotation mark is opened and never closed' : error.message;
}

/** Valid UTF-8 is UTF-8; what is not comes from an older spreadsheet of the West. */
async function findEncoding(path: string): Promise<string> {
  const handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close());
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  if (buffer[0] !== 0 && buffer[1] === 0) return 'utf-16le';
  try {
    for await (const _ of decode(path, 'utf-8'));
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

/** One sign for every kind of line end, or the library counts those within cells twice. */
async function* withLineFeeds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const joined = held + text;
    held = joined.endsWith('\r') ? '\r' : '';
    yield joined.slice(0, joined.length - held.length).replace(/\r\n?/gu, '\n');
  }
  if (held !== '') yield '\n';
}

async function readHead(path: string, encoding: string): Promise<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path, { end: 65_535 })) return decoder.decode(bytes as Buffer);
  return '';
}

/** The sign that parts the cells of the first line most often; Excel may name it in a line of its own, `sep=;`. */
function sniff(head: string): { delimiter: string; start: number } {
  const [, named] = /^sep=(.)\r?\n/iu.exec(head) ?? [];
  if (named !== undefined) return { delimiter: named, start: 2 };
  const line =
    head
      .replace(/"(?:[^"]|"")*"/gu, '')
      .split(/\r?\n|\r/u)
      .find((text) => text.trim() !== '') ?? '';
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length }));
  return { delimiter: counts.reduce((a, b) => (b.count > a.count ? b : a)).sign, start: 1 };
}

/** Rows as lines of a CSV file; only cells that need quotation marks have them. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\n' },
  );
}
