import { readFileSync } from 'node:fs';
import { DigestifError, diagnose } from './errors.ts';
import { keepCompiled } from './io/module-cache.ts';
import { formatDiagnostic, guardOutput, openTerminal } from './io/terminal.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const terminal = openTerminal(process.stdout, process.stderr, process.env);
const noFolder = diagnose('unreadable-file', 'the current folder does not exist any more', {
  hint: 'Change into a folder that exists.',
});
let isCutOff = false;
// A package below MJML would tell of the age of its data at every start, and cron would mail it.
process.env['BROWSERSLIST_IGNORE_OLD_DATA'] ??= '1';

// Loading its modules is most of what a short command costs.
keepCompiled();

guardOutput([process.stdout, process.stderr], (error) => {
  isCutOff = true;
  stop([diagnose('write-failed', `the output cannot be written: ${error.message}`)]);
});

try {
  const { run } = await import('./cli.ts');
  const code = await run(process.argv.slice(2), {
    get cwd() {
      return currentFolder();
    },
    terminal,
    now: () => new Date(),
    version,
  });
  process.exitCode = isCutOff ? 2 : code;
} catch (error) {
  if (error instanceof DigestifError) stop(error.diagnostics);
  else if (asksForFolder(error)) stop([noFolder]);
  // A fault of ours keeps its stack: it is a bug, and says so.
  else throw error;
}

function stop(diagnostics: DigestifError['diagnostics']): void {
  for (const diagnostic of diagnostics) terminal.err(formatDiagnostic(diagnostic, terminal.color));
  process.exitCode = 2;
}

/** Some packages ask for the current folder when they are loaded, here or in a thread. */
function asksForFolder(error: unknown): boolean {
  const { syscall, cause } = error as NodeJS.ErrnoException;
  return syscall === 'uv_cwd' || (cause !== undefined && asksForFolder(cause));
}

/** Asked for only when no folder is named: it may have been deleted under the shell's feet. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new DigestifError([noFolder]);
  }
}
