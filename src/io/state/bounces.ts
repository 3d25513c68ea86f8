import type { Bounce, BounceStore } from '../../deliver/types.ts';
import type { Database, Row } from './database.ts';
import { numberOf, pages, textOf, textOrNull } from './rows.ts';

/** Mails that are no answers, and are remembered. */
const mostPassed = 10_000;

/** Bounces and complaints as they were read, also those that nobody could be found for. */
export function openBounces(database: Database): BounceStore {
  return {
    has: async (id) => database.first('SELECT 1 FROM bounces WHERE id = ?', id) !== null,
    record: async (bounce) => database.transaction(() => record(database, bounce)),
    async passOver(id) {
      database.transaction(() => {
        database.run('INSERT INTO passed (mail) VALUES (?) ON CONFLICT DO NOTHING', id);
        database.run('DELETE FROM passed WHERE key <= (SELECT max(key) FROM passed) - ?', mostPassed);
      });
    },
    wasPassedOver: async (id) => database.first('SELECT 1 FROM passed WHERE mail = ?', id) !== null,
    async forgive(subscriber) {
      database.run('UPDATE subscribers SET soft_bounces = 0 WHERE id = ?', subscriber);
    },
    of: async (subscriber) =>
      database.all('SELECT * FROM bounces WHERE subscriber = ? ORDER BY at, id', subscriber).map(bounceOf),
    list: ({ matched } = {}) =>
      pages<Bounce>((last, size) =>
        database
          .all(
            `SELECT * FROM bounces WHERE (at, id) > (?, ?) AND (subscriber IS NOT NULL) = coalesce(?, subscriber IS NOT NULL)
             ORDER BY at, id LIMIT ?`,
            ...[last?.at ?? '', last?.id ?? '', matched === undefined ? null : Number(matched), size],
          )
          .map(bounceOf),
      ),
  };
}

function record(database: Database, bounce: Bounce): { isNew: boolean; softBounces: number } {
  const { id, kind, subscriber, run, at, words } = bounce;
  const again = database.first(
    "SELECT 1 FROM bounces WHERE subscriber = ? AND run IS ? AND run IS NOT NULL AND kind = 'soft'",
    ...[subscriber, run],
  );
  const isNew =
    database.run(
      'INSERT INTO bounces (id, kind, subscriber, run, at, words) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ...[id, kind, subscriber, run, at, words],
    ) === 1;
  if (isNew && kind === 'soft' && !again)
    database.run('UPDATE subscribers SET soft_bounces = soft_bounces + 1 WHERE id = ?', subscriber);
  const row = database.first('SELECT soft_bounces FROM subscribers WHERE id = ?', subscriber);
  return { isNew, softBounces: numberOf(row, 'soft_bounces') };
}

function bounceOf(row: Row): Bounce {
  return {
    id: textOf(row, 'id'),
    kind: textOf(row, 'kind') as Bounce['kind'],
    subscriber: textOrNull(row, 'subscriber'),
    run: textOrNull(row, 'run'),
    at: textOf(row, 'at'),
    words: textOf(row, 'words'),
  };
}
