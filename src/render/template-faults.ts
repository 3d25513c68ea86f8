/** Faults of templates, told with file, line and column. */
import { fail } from '../errors.ts';

export type Position = { line: number; column: number };

/** Where an editor finds a template. */
function fileOf(name: string): string {
  return `templates/${name}.hbs`;
}

/** Throws the one kind of fault; `column` counts from 1. */
export function failTemplate(name: string, message: string, at?: Position, hint?: string): never {
  const place = at ? `${fileOf(name)}:${at.line}:${at.column}` : fileOf(name);
  return fail('template-invalid', `${place}: ${message}`, {
    file: fileOf(name),
    ...(at && { line: at.line }),
    ...(hint !== undefined && { hint }),
  });
}

/** What went wrong, in a reader's words where Handlebars has its own. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/call stack|stack overflow/iu.test(message)) return 'it includes itself, without an end';
  const missing = /^("[^"]*") not defined in /.exec(message)?.[1];
  return missing === undefined ? message.replace(/ - \d+:\d+$/, '') : `there is no value ${missing} here`;
}

/** Where it went wrong, as far as the error knows. Handlebars counts columns from 0, people from 1. */
export function positionOf(error: unknown): Position | undefined {
  if (typeof error !== 'object' || error === null || !('lineNumber' in error)) return undefined;
  const { lineNumber } = error;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : 0;
  return typeof lineNumber === 'number' ? { line: lineNumber, column: column + 1 } : undefined;
}

/**
 * The grammar's own errors give the line in words and the column as dashes below the last twenty characters,
 * line ends left out: look for as much of those as the line holds.
 */
export function readGrammarError(message: string, source: string): { message: string; at?: Position } {
  const [first = '', shown = '', dashes = ''] = message.split('\n');
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 0);
  if (line === 0) return { message: first };
  const past = shown.slice(0, dashes.indexOf('^')).replace(/^\.\.\./, '');
  const next = shown.slice(dashes.indexOf('^')).trim();
  return {
    message: next === '' ? 'the template ends inside a block' : `unexpected "${next}"`,
    at: { line, column: columnAfter(source.split('\n')[line - 1] ?? '', past) },
  };
}

function columnAfter(line: string, past: string): number {
  for (let cut = 0; cut < past.length; cut += 1) {
    const tail = past.slice(cut);
    const at = line.indexOf(tail);
    if (at !== -1) return at + tail.length + 1;
  }
  return 1;
}
