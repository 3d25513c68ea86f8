import { expect, test } from 'vitest';
import { type Context, exitCodeOf, printDiagnostics } from '../../src/commands/command.ts';
import { diagnose } from '../../src/errors.ts';

const all = [diagnose('empty-file', 'second'), diagnose('bad-date', 'last'), diagnose('undated', 'first')];

function print(verbose: boolean): string[] {
  const lines: string[] = [];
  const terminal = {
    out: () => undefined,
    err: (text: string) => lines.push(text),
    lively: false,
    color: false,
  };
  const context: Context = { folder: '', terminal, json: false, verbose, now: () => new Date(0) };
  printDiagnostics(context, all);
  return lines.map((line) => line.split(' ')[1] ?? '');
}

test('errors come last, notes only when asked for', () => {
  expect(print(false)).toEqual(['second', 'last']);
  expect(print(true)).toEqual(['first', 'second', 'last']);
});

test('an error makes the exit code 1', () => {
  expect(exitCodeOf(all)).toBe(1);
  expect(exitCodeOf(all.slice(0, 1))).toBe(0);
});
