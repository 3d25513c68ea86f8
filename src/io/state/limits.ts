import type { State } from '../../deliver/types.ts';
import type { Database } from './database.ts';
import { hash, numberOf } from './rows.ts';

/** Counts uses in a sliding window. A refusal only reads, so that a flood of requests costs no writing. */
export function openLimits(database: Database): State['spend'] {
  return async (key, now, { count, seconds }) => {
    const hashed = hash(key);
    const span = seconds * 1000;
    const sql = 'SELECT count(*) AS n FROM spendings WHERE key = ? AND at > ?';
    const isFree = (): boolean => numberOf(database.first(sql, hashed, now - span), 'n') < count;
    return (
      isFree() &&
      database.transaction(() => {
        if (!isFree()) return false;
        database.run('DELETE FROM spendings WHERE until <= ?', now);
        database.run('INSERT INTO spendings (key, at, until) VALUES (?, ?, ?)', hashed, now, now + span);
        return true;
      })
    );
  };
}
