import { readFileSync } from 'node:fs';
import { run } from './cli.ts';
import { DigestifError } from './errors.ts';
import { formatDiagnostic, openTerminal } from './io/terminal.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const terminal = openTerminal(process.stdout, process.stderr, process.env);

try {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    terminal,
    now: () => new Date(),
    version,
  });
} catch (error) {
  // A fault of ours keeps its stack: it is a bug, and says so.
  if (!(error instanceof DigestifError)) throw error;
  for (const diagnostic of error.diagnostics) terminal.err(formatDiagnostic(diagnostic, terminal.color));
  process.exitCode = 2;
}
