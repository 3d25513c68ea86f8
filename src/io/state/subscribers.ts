import { randomBytes } from 'node:crypto';
import type {
  Consent,
  Subscriber,
  SubscriberFilter,
  SubscriberStatus,
  SubscriberStore,
  Suppression,
} from '../../deliver/types.ts';
import type { Database, Row, Values } from './database.ts';
import { hash, numberOf, pages, personOf, textOf, textOrNull } from './rows.ts';

const COLUMNS = `s.*, (SELECT json_group_array(tag) FROM tags WHERE subscriber = s.key) AS tags`;

/** The subscribers and the list of those who must not be written to. */
export function openSubscribers(database: Database): SubscriberStore {
  const byPerson = (email: string): Row | null =>
    database.first(`SELECT ${COLUMNS} FROM subscribers s WHERE person = ?`, personOf(email));
  return {
    async put(subscribers) {
      const result = { added: 0, updated: 0, unchanged: 0, suppressed: [] as string[] };
      database.transaction(() => {
        for (const subscriber of subscribers) {
          const outcome = putOne(database, subscriber, byPerson(subscriber.email));
          if (outcome === 'suppressed') result.suppressed.push(subscriber.email);
          else result[outcome] += 1;
        }
      });
      return result;
    },
    async find(email) {
      const row = byPerson(email);
      return row && subscriberOf(row);
    },
    async get(id) {
      const row = database.first(`SELECT ${COLUMNS} FROM subscribers s WHERE id = ?`, id);
      return row && subscriberOf(row);
    },
    list: (filter = {}) =>
      pages<Subscriber>((last, size) => {
        const { where, values } = conditionOf(filter);
        const sql = `SELECT ${COLUMNS} FROM subscribers s WHERE email > ?${where} ORDER BY email LIMIT ?`;
        return database.all(sql, last?.email ?? '', ...values, size).map(subscriberOf);
      }),
    async count(filter = {}) {
      const { where, values } = conditionOf(filter);
      return numberOf(
        database.first(`SELECT count(*) AS n FROM subscribers s WHERE true${where}`, ...values),
        'n',
      );
    },
    async setStatus(id, status, why) {
      return database.transaction(() => {
        const row = database.first('SELECT person, email FROM subscribers WHERE id = ?', id);
        if (!row) return false;
        database.run('UPDATE subscribers SET status = ?, updated = ? WHERE id = ?', status, why.at, id);
        if (why.consent) agree(database, id, why.consent);
        if (status === 'active') {
          database.run('UPDATE subscribers SET soft_bounces = 0 WHERE id = ?', id);
          database.run('DELETE FROM suppressions WHERE person = ?', textOf(row, 'person'));
        } else if (status !== 'pending')
          suppress(database, { person: textOf(row, 'person'), email: textOf(row, 'email'), ...why });
        return true;
      });
    },
    suppressions: () => {
      let last = '';
      return pages<Suppression>((_, size) => {
        const sql = 'SELECT * FROM suppressions WHERE person > ? ORDER BY person LIMIT ?';
        const rows = database.all(sql, last, size);
        last = rows.length > 0 ? textOf(rows.at(-1) as Row, 'person') : last;
        return rows.map((row) => ({
          email: textOrNull(row, 'email'),
          reason: textOf(row, 'reason'),
          at: textOf(row, 'at'),
        }));
      });
    },
    async remove(email, at) {
      const isKnown = database.transaction(() => forget(database, personOf(email), at));
      if (isKnown) dropLog(database);
      return isKnown;
    },
    async forgetPending(until) {
      const pending = "status = 'pending' AND consent_how = 'form' AND updated <= ?";
      const count = database.transaction(() => {
        database.run(
          `UPDATE bounces SET words = '' WHERE subscriber IN (SELECT id FROM subscribers WHERE ${pending})`,
          until,
        );
        return database.run(`DELETE FROM subscribers WHERE ${pending}`, until);
      });
      if (count > 0) dropLog(database);
      return count;
    },
    async wasRemoved(id) {
      const sql = 'SELECT 1 FROM removed JOIN suppressions USING (person) WHERE identity = ?';
      return database.first(sql, hash(id)) !== null;
    },
  };
}

/** Old pages of the log still hold what was overwritten in the file. */
function dropLog(database: Database): void {
  database.all('PRAGMA wal_checkpoint(TRUNCATE)');
}

function conditionOf({ status, tag }: SubscriberFilter): { where: string; values: Values } {
  const conditions = [
    ...(status === undefined ? [] : [{ sql: 's.status = ?', value: status }]),
    ...(tag === undefined
      ? []
      : [{ sql: 'EXISTS (SELECT 1 FROM tags WHERE subscriber = s.key AND tag = ?)', value: tag }]),
  ];
  return { where: conditions.map((c) => ` AND ${c.sql}`).join(''), values: conditions.map((c) => c.value) };
}

function subscriberOf(row: Row): Subscriber {
  const at = textOrNull(row, 'consent_at');
  return {
    id: textOf(row, 'id'),
    email: textOf(row, 'email'),
    name: textOrNull(row, 'name'),
    tags: (JSON.parse(textOf(row, 'tags')) as string[]).sort(),
    language: textOrNull(row, 'language'),
    status: textOf(row, 'status') as SubscriberStatus,
    consent:
      at === null
        ? null
        : { at, how: textOf(row, 'consent_how') as Consent['how'], text: textOf(row, 'consent_text') },
    created: textOf(row, 'created'),
    updated: textOf(row, 'updated'),
    softBounces: numberOf(row, 'soft_bounces'),
  };
}

const left: ReadonlySet<SubscriberStatus> = new Set(['unsubscribed', 'bounced', 'complained']);

type Outcome = 'added' | 'updated' | 'unchanged' | 'suppressed';

function putOne(database: Database, given: Subscriber, row: Row | null): Outcome {
  const old = row && subscriberOf(row);
  const person = personOf(given.email);
  const isGoing = left.has(given.status);
  if (old ? left.has(old.status) && !isGoing : isBarred(database, given, person)) return 'suppressed';
  // Anybody can type a stranger's address into the form.
  if (old?.status === 'active' && given.status === 'pending') return 'unchanged';
  if (isGoing && !(old && left.has(old.status)))
    suppress(database, { person, email: given.email, reason: given.status, at: given.updated });
  const next = old ? merge(old, given) : { ...given, id: freeId(database, given.id) };
  // Who asks again has a new link, and must be there while it works.
  const asks = given.status === 'pending' && given.consent?.how === 'form';
  const isLater = asks && old !== null && given.updated > old.updated;
  if (old && JSON.stringify(next) === JSON.stringify(old) && !isLater) return 'unchanged';
  write(database, { ...next, updated: given.updated }, person);
  return old ? 'updated' : 'added';
}

/** An id out of a file may be another's by now, whose links would then be theirs too. */
function freeId(database: Database, id: string): string {
  const sql = 'SELECT 1 FROM subscribers WHERE id = ? UNION ALL SELECT 1 FROM removed WHERE identity = ?';
  return database.first(sql, id, hash(id)) === null ? id : randomBytes(16).toString('hex');
}

/** Somebody whose only trace is the suppression list may still ask by the form; they get nothing but a question. */
function isBarred(database: Database, { status, consent }: Subscriber, person: string): boolean {
  if (status === 'pending' && consent?.how === 'form') return false;
  return database.first('SELECT 1 FROM suppressions WHERE person = ?', person) !== null;
}

/** What is known first is kept where it proves something: id, address, consent, and that somebody left. */
function merge(old: Subscriber, given: Subscriber): Subscriber {
  const goes = left.has(given.status) && !left.has(old.status);
  const confirms = old.status === 'pending' && given.status === 'active';
  return {
    ...old,
    name: given.consent?.how === 'form' ? agreedName(old, given) : (given.name ?? old.name),
    language: given.language ?? old.language,
    // What was typed into the form and never confirmed proves nothing.
    consent: confirms ? (given.consent ?? old.consent) : (old.consent ?? given.consent),
    status: goes || confirms ? given.status : old.status,
    tags: [...new Set([...old.tags, ...given.tags])].sort(),
  };
}

/** Anybody can type a stranger's address into the form: until they confirm, only a name that all requests tell is one. */
function agreedName(old: Subscriber, given: Subscriber): string | null {
  if (old.consent?.how !== 'form') return old.name;
  return old.name === given.name ? old.name : null;
}

function write(database: Database, s: Subscriber, person: string): void {
  const agreed = s.consent ?? { at: null, how: null, text: null };
  database.run(
    `INSERT INTO subscribers (id, person, email, name, language, status, consent_at, consent_how, consent_text,
       created, updated, soft_bounces)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language, status = excluded.status,
       consent_at = excluded.consent_at, consent_how = excluded.consent_how, consent_text = excluded.consent_text,
       updated = excluded.updated`,
    ...[s.id, person, s.email, s.name, s.language, s.status, agreed.at, agreed.how, agreed.text],
    ...[s.created, s.updated, s.softBounces],
  );
  const sql =
    'INSERT INTO tags (subscriber, tag) SELECT key, ? FROM subscribers WHERE id = ? ON CONFLICT DO NOTHING';
  for (const tag of s.tags) database.run(sql, tag, s.id);
}

function agree(database: Database, id: string, { at, how, text }: Consent): void {
  database.run(
    'UPDATE subscribers SET consent_at = ?, consent_how = ?, consent_text = ? WHERE id = ?',
    ...[at, how, text, id],
  );
}

function suppress(database: Database, { person, email, reason, at }: Suppression & { person: string }): void {
  database.run(
    `INSERT INTO suppressions (person, email, reason, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (person) DO UPDATE SET email = excluded.email, reason = excluded.reason, at = excluded.at`,
    ...[person, email, reason, at],
  );
}

/** Takes address, name and the words of other servers out of every table. */
function forget(database: Database, person: string, at: string): boolean {
  const row = database.first('SELECT id FROM subscribers WHERE person = ?', person);
  if (!row) return false;
  const id = textOf(row, 'id');
  database.run("UPDATE deliveries SET email = '', name = NULL, reply = NULL WHERE subscriber = ?", id);
  database.run("UPDATE bounces SET words = '' WHERE subscriber = ?", id);
  database.run('DELETE FROM subscribers WHERE id = ?', id);
  database.run(
    'INSERT INTO removed (identity, person) VALUES (?, ?) ON CONFLICT DO NOTHING',
    hash(id),
    person,
  );
  suppress(database, { person, email: null, reason: 'removed', at });
  return true;
}
