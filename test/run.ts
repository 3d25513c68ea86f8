import { run } from '../src/cli.ts';
import { DigestifError } from '../src/errors.ts';
import { formatDiagnostic } from '../src/io/terminal.ts';

export type Outcome = { code: number; out: string; err: string };

/** Runs a command line as the process edge would, at a fixed time, and returns what it said. */
export async function runDigestif(folder: string, ...argv: string[]): Promise<Outcome> {
  const outcome: Outcome = { code: 0, out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      outcome.out += `${text}\n`;
    },
    err: (text: string) => {
      outcome.err += `${text}\n`;
    },
    lively: false,
    color: false,
  };
  const now = (): Date => new Date('2026-06-01T08:00:00Z');
  try {
    outcome.code = await run(argv, { cwd: folder, terminal, now, version: '0.0.0' });
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
    for (const diagnostic of error.diagnostics) terminal.err(formatDiagnostic(diagnostic, false));
    outcome.code = 2;
  }
  return outcome;
}
