import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { fail } from '../../errors.ts';
import { type Database, guard } from './database.ts';

/** Writes a compact copy that only its owner can read. It has its name once it is whole and on disk. */
export function backup(database: Database, to: string): void {
  if (existsSync(to)) fail('write-failed', 'exists already', { file: to, hint: 'Name a new file.' });
  const temporary = `${to}.writing`;
  try {
    rmSync(temporary, { force: true });
    // SQLite takes an empty file for a new one, and leaves its mode.
    closeSync(openSync(temporary, 'wx', 0o600));
    guard(to, () => database.run('VACUUM INTO ?', temporary));
    const file = openSync(temporary, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, to);
  } catch (error) {
    rmSync(temporary, { force: true });
    fail('write-failed', `cannot be written: ${(error as Error).message}`, { file: to });
  }
}
