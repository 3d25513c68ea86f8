import { DigestifError, diagnose } from '../errors.ts';
import { formatDiagnostic, formatJson, type Terminal } from '../io/terminal.ts';
import type { Diagnostic } from '../types.ts';

/** What every command is given by the process edge. */
export type Context = {
  /** Folder of the newsletter. */
  folder: string;
  terminal: Terminal;
  json: boolean;
  /** Notes are listed too, not only counted. */
  verbose: boolean;
  now: () => Date;
};

/** 0 all well, 1 errors were reported and the rest was done, 2 nothing was done. */
export type ExitCode = 0 | 1 | 2;

/** Prints diagnostics, errors last so that they are seen; notes only when asked for. */
export function printDiagnostics(context: Context, diagnostics: readonly Diagnostic[]): void {
  const order = { note: 0, warning: 1, error: 2 };
  const shown = diagnostics.filter((d) => context.verbose || d.severity !== 'note');
  for (const diagnostic of [...shown].sort((a, b) => order[a.severity] - order[b.severity])) {
    context.terminal.err(formatDiagnostic(diagnostic, context.terminal.color));
  }
}

/** A fault that stops a command and is told without a stack. */
export function isFault(error: unknown): error is DigestifError {
  return error instanceof DigestifError;
}

/** A fault as the JSON that was asked for; a command that stopped has printed none. */
export function printFault(terminal: Terminal, error: Error): void {
  const diagnostics = isFault(error)
    ? error.diagnostics
    : [diagnose('wrong-usage', error.message.replace(/^error: /u, ''))];
  terminal.out(formatJson({ diagnostics }));
}

/** 1 when any diagnostic is an error. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some((d) => d.severity === 'error') ? 1 : 0;
}

/** `1 story`, `2 stories`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Resolves at the first Ctrl-C or when the system asks to end; the second one ends the process as always. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
