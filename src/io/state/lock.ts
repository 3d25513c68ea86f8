import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { State } from '../../deliver/types.ts';
import { guard, isBusy, makePrivate } from './database.ts';

/**
 * Locks by name, each a file beside the database that SQLite holds locked. The operating system lets go of it when the
 * process ends, however it ends: no age or process number has to be believed. The files are never deleted, since two
 * could then hold one lock.
 */
export function openLocks(folder: string): State['lock'] {
  return async (name) => {
    if (!/^[a-z-]+$/u.test(name)) throw new TypeError(`"${name}" is no name of a lock`);
    const path = join(folder, `${name}.lock`);
    makePrivate(path);
    const connection = guard(path, () => new DatabaseSync(path, { timeout: 0 }));
    try {
      // Nothing is ever written into it, so there must be no log beside it either.
      guard(path, () => connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'));
    } catch (error) {
      connection.close();
      if (isBusy(error)) return null;
      throw error;
    }
    return {
      release: async () => {
        if (connection.isOpen) connection.close();
      },
    };
  };
}
