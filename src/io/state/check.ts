import { statSync } from 'node:fs';
import type { Database } from './database.ts';
import { textOf } from './rows.ts';

/** What the tables must obey beyond what the schema holds, each as a question that finds what breaks it. */
const promises: readonly { sql: string; words: string }[] = [
  {
    sql: `SELECT id AS name FROM runs WHERE prepared != (SELECT count(*) FROM deliveries WHERE run = key)
      OR prepared != (SELECT coalesce(max(number), 0) FROM deliveries WHERE run = key)`,
    words: 'the recipients of this run are not as many as were prepared',
  },
  {
    sql: `SELECT id AS name FROM runs WHERE finished IS NOT NULL AND EXISTS
      (SELECT 1 FROM deliveries WHERE run = key AND state IN ('queued', 'attempting'))`,
    words: 'this run is finished, but not all of its mails are',
  },
  {
    sql: `SELECT s.id AS name FROM subscribers s JOIN suppressions USING (person) WHERE status = 'active'`,
    words: 'this subscriber is active and on the suppression list',
  },
  {
    sql: `SELECT id AS name FROM subscribers WHERE status IN ('unsubscribed', 'bounced', 'complained')
      AND person NOT IN (SELECT person FROM suppressions)`,
    words: 'this subscriber has left, but is not on the suppression list',
  },
];

/** Everything that is wrong with the file, in words; empty when all is well. */
export function check(database: Database): string[] {
  const damage = database
    .all('PRAGMA integrity_check')
    .map((row) => textOf(row, 'integrity_check'))
    .filter((words) => words !== 'ok');
  const orphans = database
    .all('PRAGMA foreign_key_check')
    .map((row) => `a row of "${textOf(row, 'table')}" belongs to none of "${textOf(row, 'parent')}"`);
  const broken = promises.flatMap(({ sql, words }) =>
    database.all(sql).map((row) => `${textOf(row, 'name')}: ${words}`),
  );
  const isOpen = (statSync(database.path).mode & 0o077) !== 0;
  const mode = isOpen ? ['other users of this machine can read the file'] : [];
  return [...damage, ...orphans, ...broken, ...mode];
}
