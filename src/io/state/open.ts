import { join } from 'node:path';
import type { State } from '../../deliver/types.ts';
import { stateFolder } from '../state-folder.ts';
import { backup } from './backup.ts';
import { openBounces } from './bounces.ts';
import { check } from './check.ts';
import { type Limits, openDatabase } from './database.ts';
import { openLedger } from './ledger.ts';
import { openLimits } from './limits.ts';
import { openLocks } from './lock.ts';
import { textOf } from './rows.ts';
import { openSubscribers } from './subscribers.ts';

/** Where the state of a newsletter lies, below its folder. */
export const stateName = `${stateFolder}/state.sqlite`;

/** Opens the state of the newsletter in a folder, and makes it when there is none. Faults: `state-...`. */
export async function openState(folder: string, limits: Limits = {}): Promise<State> {
  const database = openDatabase(join(folder, stateName), limits);
  return {
    subscribers: openSubscribers(database),
    ledger: openLedger(database),
    bounces: openBounces(database),
    async recall(key) {
      const row = database.first('SELECT value FROM remembered WHERE key = ?', key);
      return row && textOf(row, 'value');
    },
    async remember(key, value) {
      if (value === null) database.run('DELETE FROM remembered WHERE key = ?', key);
      else
        database.run(
          'INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          ...[key, value],
        );
    },
    lock: openLocks(join(folder, stateFolder)),
    spend: openLimits(database),
    backup: async (to) => backup(database, to),
    check: async () => check(database),
    close: async () => database.close(),
  };
}
