import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Diagnostic, Severity } from '../types.ts';

/** Where a command's words go. `lively` allows progress that overwrites itself. */
export type Terminal = {
  out: (text: string) => void;
  err: (text: string) => void;
  lively: boolean;
  color: boolean;
};

/** The real terminal: results on stdout, progress and complaints on stderr. NO_COLOR is honoured. */
export function openTerminal(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): Terminal {
  const lively = stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined;
  return {
    out: (text) => void stdout.write(`${printable(text)}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    lively,
    color: lively && (env['NO_COLOR'] ?? '') === '',
  };
}

/**
 * Keeps a stream that cannot be written from ending the run with a stack trace. A reader that went away (`| head`)
 * has what it wanted; any other fault, such as a full disk, is told, once.
 */
export function guardOutput(
  streams: readonly NodeJS.WriteStream[],
  complain: (error: NodeJS.ErrnoException) => void,
): void {
  for (const stream of streams) {
    let isBroken = false;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!isBroken && error.code !== 'EPIPE') complain(error);
      isBroken = true;
    });
  }
}

const styles = { error: 'red', warning: 'yellow', note: 'gray' } as const satisfies Record<Severity, string>;

/** `error file:line message (code)` and the hint below it. Control characters of names and texts do nothing. */
export function formatDiagnostic(diagnostic: Diagnostic, color: boolean): string {
  const { severity, file, line, message, code, hint } = diagnostic;
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, printable(text), { validateStream: false }) : printable(text);
  const place =
    file === undefined ? '' : `${file.replaceAll('\n', ' ')}${line === undefined ? '' : `:${line}`} `;
  const words = `${paint('bold', place)}${printable(message)} ${paint('gray', `(${code})`)}`;
  const first = `${paint(styles[severity], severity)} ${words}`;
  return hint === undefined ? first : `${first}\n    ${printable(hint)}`;
}

/** Text without control and direction characters, which would act on a terminal; line breaks stay. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' ? sign : ''));
}

/** A result as JSON: signs that would act on a terminal are escaped, so that the values stay what they are. */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Columns that line up, the last one free. Cells are one line each. */
export function formatTable(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map((cell) => printable(cell).replaceAll('\n', ' ')));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell));
  }
  const pad = (cell: string, i: number, row: readonly string[]): string =>
    i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - stringWidth(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** Says what is going on: one line that overwrites itself on a terminal, nothing when piped. */
export function showProgress(terminal: Terminal, text: string): void {
  if (terminal.lively) process.stderr.write(text === '' ? '\r\u001b[K' : `\r\u001b[K${text}`);
}
