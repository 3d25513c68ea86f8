import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../../errors.ts';

/** Lies beside the state and is in no backup of it: a line for each run that was begun, finished, and opened again. */
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

/** Refuses to go on with a run that was finished, though the state says otherwise: it was put back from a copy of before. */
export function refuseFinished(state: string, run: string): void {
  if (lastWord(state, run) !== 'finished') return;
  const file = fileOf(state);
  const hint = `The state is older than its end: whoever is sent it now may get it twice. If that is what you want, take the line out of ${file}.`;
  fail('run-forgotten', `${run} was finished already, but the state knows nothing of that`, { hint, file });
}

/** Notes that a run was begun, once. On disk when it returns. */
export function witness(state: string, run: string, at: string): void {
  if (!isWitnessed(state, run)) note(state, run, at);
}

/** Notes what is new of a run. On disk when it returns. */
export function note(state: string, run: string, at: string, word?: 'finished' | 'open'): void {
  const file = fileOf(state);
  try {
    const handle = openSync(file, 'a', 0o600);
    writeSync(handle, `${[at, run, word ?? []].flat().join(' ')}\n`);
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    const hint = 'Make room, or check its permissions, and go on with: digestif send --resume';
    fail('state-unusable', `cannot be written: ${(error as Error).message}`, { file, hint });
  }
}

function isWitnessed(state: string, run: string): boolean {
  return lastWord(state, run) !== null;
}

/** What the last line about a run says; null where there is none. */
function lastWord(state: string, run: string): string | null {
  const file = fileOf(state);
  if (!existsSync(file)) return null;
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findLast((text) => text.split(' ')[1] === run);
    return line === undefined ? null : (line.split(' ')[2] ?? 'begun');
  } catch (error) {
    const hint = 'Check its permissions: without it, a sending may be begun twice.';
    return fail('state-unusable', `cannot be read: ${(error as Error).message}`, { file, hint });
  }
}

function fileOf(state: string): string {
  return join(dirname(state), witnessName);
}
