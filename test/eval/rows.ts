import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * The rows of a JSON Lines file, also a packed one (`.gz`), with or without a byte order mark. A line that is no JSON
 * object is left out, said on the error output, and makes the exit code 1: the other rows are worth their answer.
 */
export function readRows<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = parseLine(line);
    if (row !== null) return [row as T];
    process.stderr.write(`${path}:${i + 1} is no JSON object: left out\n`);
    process.exitCode = 1;
    return [];
  });
}

function parseLine(line: string): object | null {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : null;
  } catch {
    return null;
  }
}

/** The text of a row, under either name that sets of articles use; none is an empty one. */
export function textOf(row: { article?: unknown; text?: unknown }): string {
  return [row.article, row.text].find((text) => typeof text === 'string') ?? '';
}

/** The title of a row, or an empty one. */
export function titleOf({ title }: { title?: unknown }): string {
  return typeof title === 'string' ? title : '';
}

export function writeRows(path: string, rows: readonly object[]): void {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
