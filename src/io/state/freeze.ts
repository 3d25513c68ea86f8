import type { Run, Subscriber } from '../../deliver/types.ts';
import { fail } from '../../errors.ts';
import type { Database } from './database.ts';
import { refuseWitnessed, witness } from './witness.ts';

export type Recipient = { subscriber: Subscriber; excluded: string | null };

let made = 0;

/**
 * Fixes who is in a run. Recipients are gathered in a table of this connection alone, a page at a time, since whoever
 * gives them reads the same database meanwhile; then the run and all of them become real in one transaction.
 */
export async function freeze(
  database: Database,
  run: Omit<Run, 'prepared' | 'finished'>,
  recipients: AsyncIterable<Recipient>,
): Promise<Run> {
  refuseKnown(database, run.id);
  refuseWitnessed(database.path, run.id);
  made += 1;
  const table = `temp.frozen_${made}`;
  database.exec(
    `CREATE TABLE ${table} (number INTEGER PRIMARY KEY, subscriber TEXT UNIQUE, email TEXT, name TEXT, excluded TEXT)`,
  );
  try {
    await gather(database, table, recipients);
    const prepared = database.transaction(() => {
      refuseKnown(database, run.id);
      return makeReal(database, table, run);
    });
    witness(database.path, run.id, run.started);
    return { ...run, finished: null, prepared };
  } finally {
    database.exec(`DROP TABLE ${table}`);
  }
}

function refuseKnown(database: Database, id: string): void {
  if (!database.first('SELECT 1 FROM runs WHERE id = ?', id)) return;
  const hint = 'Go on with it: digestif send --resume';
  fail('run-exists', `the run ${id} exists already`, { hint });
}

async function gather(
  database: Database,
  table: string,
  recipients: AsyncIterable<Recipient>,
): Promise<void> {
  const sql = `INSERT INTO ${table} (subscriber, email, name, excluded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`;
  for await (const { subscriber, excluded } of recipients)
    database.run(sql, subscriber.id, subscriber.email, subscriber.name, excluded);
}

/** SQLite numbered them as they came, without gaps: who came twice was given no number. */
function makeReal(database: Database, table: string, run: Omit<Run, 'prepared' | 'finished'>): number {
  database.run(
    `INSERT INTO runs (id, issue, hashes, started, prepared) SELECT ?, ?, ?, ?, count(*) FROM ${table}`,
    ...[run.id, run.issue, JSON.stringify(run.hashes), run.started],
  );
  return database.run(
    `INSERT INTO deliveries (run, number, subscriber, email, name, state, reply)
     SELECT (SELECT key FROM runs WHERE id = ?), number, subscriber, email, name,
       iif(excluded IS NULL, 'queued', 'excluded'), excluded
     FROM ${table}`,
    run.id,
  );
}
