import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { State } from '../deliver/types.ts';
import { diagnose, fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { isNewsletter } from '../io/newsletter.ts';
import type { Limits } from '../io/state/database.ts';
import { openState, stateName } from '../io/state/open.ts';
import { makePrivateFolder, stateFolder } from '../io/state-folder.ts';
import { formatJson } from '../io/terminal.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';

/** Opens the state of the newsletter for as long as something is done with it. */
export async function withState<T>(
  context: Context,
  act: (state: State) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  // Anywhere else, an empty state would be made and its emptiness believed.
  if (!isNewsletter(context.folder)) {
    const hint = 'Run digestif in the folder of a newsletter, or name it with --folder.';
    fail('config-missing', `there is no ${configName} in ${context.folder}`, { file: configName, hint });
  }
  const state = await openState(context.folder, limits);
  try {
    return await act(state);
  } finally {
    await state.close();
  }
}

/** As `withState`, but with a copy that is thrown away: what is done with it changes nothing. */
export async function withCopy<T>(context: Context, act: (state: State) => Promise<T>): Promise<T> {
  return await withState(context, async (state) => {
    const folder = makeTemporary(join(context.folder, stateFolder));
    try {
      await state.backup(join(folder, stateName));
      const copy = await openState(folder);
      return await act(copy).finally(() => copy.close());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Beside the state, where others cannot read it either. */
function makeTemporary(path: string): string {
  try {
    const folder = mkdtempSync(join(path, 'rehearsal-'));
    makePrivateFolder(join(folder, stateFolder));
    return folder;
  } catch (error) {
    const hint = 'Check the permissions of the folder, and that the disk has room.';
    return fail('write-failed', `cannot be written: ${(error as Error).message}`, { file: path, hint });
  }
}

/** Copies the state into a new file, also while something is sent. */
export async function backupState(context: Context, options: { file: string }): Promise<ExitCode> {
  const file = resolve(context.folder, options.file);
  await withState(context, (state) => state.backup(file));
  // A log of the old file would be taken for one of the copy.
  const way = `put it at ${stateName} and delete the files "-wal" and "-shm" beside it`;
  if (context.json) context.terminal.out(formatJson({ file }));
  else context.terminal.out(`The state is copied into ${options.file}. To go back to it, ${way}.`);
  return 0;
}

/** Checks the file of the state, the sums of every run and the suppression list. */
export async function checkState(context: Context): Promise<ExitCode> {
  return withState(context, async (state) => {
    const hint = 'Keep a copy of the file, then restore the last backup that is sound.';
    const diagnostics = (await state.check()).map((words) =>
      diagnose('state-broken', words, { file: stateName, hint }),
    );
    const subscribers = await state.subscribers.count();
    const runs = await state.ledger.runs();
    if (context.json)
      context.terminal.out(formatJson({ subscribers, runs: runs.map((r) => r.id), diagnostics }));
    else {
      printDiagnostics(context, diagnostics);
      const verdict = diagnostics.length === 0 ? 'all is well' : `${diagnostics.length} found`;
      const many = `${count(subscribers, 'subscriber', 'subscribers')} and ${count(runs.length, 'run', 'runs')}`;
      context.terminal.out(`${many} checked: ${verdict}.`);
    }
    return exitCodeOf(diagnostics);
  });
}
