import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../../errors.ts';

/** Lies beside the state and is in no backup of it: a line for each run that was begun. */
export const witnessName = 'sendings.log';

/**
 * Refuses to begin a run that was begun before, though the state knows nothing of it: it was put back from an older copy,
 * and everybody would get the issue twice.
 */
export function refuseWitnessed(state: string, run: string): void {
  if (!isWitnessed(state, run)) return;
  const file = fileOf(state);
  const hint = `The state is older than that sending: whoever is sent it now gets it twice. If nobody got it, take the line out of ${file}.`;
  fail('run-forgotten', `${run} was begun already, but the state knows nothing of it`, { hint, file });
}

/** Notes that a run was begun, once. On disk when it returns. */
export function witness(state: string, run: string, at: string): void {
  const file = fileOf(state);
  try {
    if (isWitnessed(state, run)) return;
    const handle = openSync(file, 'a', 0o600);
    writeSync(handle, `${at} ${run}\n`);
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    const hint = 'Make room, or check its permissions, and go on with: digestif send --resume';
    fail('state-unusable', `cannot be written: ${(error as Error).message}`, { file, hint });
  }
}

function isWitnessed(state: string, run: string): boolean {
  const file = fileOf(state);
  if (!existsSync(file)) return false;
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .some((line) => line.split(' ')[1] === run);
  } catch (error) {
    const hint = 'Check its permissions: without it, a sending may be begun twice.';
    return fail('state-unusable', `cannot be read: ${(error as Error).message}`, { file, hint });
  }
}

function fileOf(state: string): string {
  return join(dirname(state), witnessName);
}
