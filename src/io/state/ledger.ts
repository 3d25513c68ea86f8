import type { Delivery, DeliveryState, Ledger, Run, Settlement, Sums } from '../../deliver/types.ts';
import { DigestifError, fail } from '../../errors.ts';
import type { Database, Row } from './database.ts';
import { freeze } from './freeze.ts';
import { numberOf, pages, textOf, textOrNull } from './rows.ts';
import { note, refuseFinished, witness } from './witness.ts';

/** The record of who was sent what. A delivery is never deleted, and its state changes only by the calls here. */
export function openLedger(database: Database): Ledger {
  const find = (id: string): Row | null => database.first('SELECT * FROM runs WHERE id = ?', id);
  const keyOf = (id: string): number => {
    const hint = 'digestif send names the runs there are.';
    return numberOf(find(id) ?? fail('no-run', `there is no run ${id}`, { hint }), 'key');
  };
  const reopen = (run: string, from: DeliveryState): number => {
    const key = keyOf(run);
    const { finished } = runOf(find(run) as Row);
    // Before it is so: a crash in between must not look like an older state.
    if (finished !== null && sumsOf(database, key)[from] > 0) note(database.path, run, finished, 'open');
    return requeue(database, key, from);
  };
  return {
    freeze: (run, recipients) => freeze(database, run, recipients),
    async run(id) {
      const row = find(id);
      return row && runOf(row);
    },
    async runs(issue) {
      const sql = 'SELECT * FROM runs WHERE issue = coalesce(?, issue) ORDER BY key';
      return database.all(sql, issue ?? null).map(runOf);
    },
    async claim(run, now, count) {
      const key = keyOf(run);
      return database.transaction(() => claim(database, { key, id: run }, now, count));
    },
    async settle(run, results) {
      const key = keyOf(run);
      database.transaction(() => {
        for (const result of results) settle(database, { key, id: run }, result);
      });
    },
    async exchange(run, results, now, count) {
      const place = { key: keyOf(run), id: run };
      return database.transaction(() => {
        for (const result of results) settle(database, place, result);
        return claim(database, place, now, count);
      });
    },
    async nextDue(run) {
      const sql = "SELECT min(due) AS due FROM deliveries WHERE run = ? AND state = 'queued'";
      const due = database.first(sql, keyOf(run))?.['due'];
      return due === null || due === undefined ? null : Number(due);
    },
    async hasten(run, latest) {
      const sql = "UPDATE deliveries SET due = ? WHERE run = ? AND state = 'queued' AND due > ?";
      database.run(sql, latest, keyOf(run), latest);
    },
    async recover(run) {
      const key = keyOf(run);
      const { id, started, finished } = runOf(find(run) as Row);
      if (finished === null) refuseFinished(database.path, id);
      // A full disk may have kept it from being noted when it was begun.
      witness(database.path, id, started);
      const sql = `UPDATE deliveries SET state = 'unknown', reply = ? WHERE run = ? AND state = 'attempting'`;
      return database.run(sql, 'sending was broken off while this mail was on its way', key);
    },
    requeueUnknown: async (run) => reopen(run, 'unknown'),
    requeueFailed: async (run) => reopen(run, 'failed'),
    sums: async (run) => sumsOf(database, keyOf(run)),
    async finish(run, at) {
      const key = keyOf(run);
      database.transaction(() => {
        const { prepared } = runOf(find(run) as Row);
        const sums = sumsOf(database, key);
        if (sums.sent + sums.excluded + sums.failed + sums.unknown !== prepared) refuse(run, prepared, sums);
        database.run('UPDATE runs SET finished = ? WHERE key = ?', at, key);
      });
      noteEnd(database.path, run, at);
    },
    deliveries: (run, state) =>
      pages<Delivery>((last, size) => {
        const sql = `SELECT * FROM deliveries WHERE run = ? AND number > ? AND state = coalesce(?, state)
          ORDER BY number LIMIT ?`;
        return database
          .all(sql, keyOf(run), last?.number ?? 0, state ?? null, size)
          .map((row) => deliveryOf(run, row));
      }),
    async find(run, subscriber) {
      const sql = `SELECT d.* FROM deliveries d JOIN runs r ON r.key = d.run WHERE d.subscriber = ? AND r.id = ?`;
      const row = database.first(sql, subscriber, run);
      return row && deliveryOf(run, row);
    },
  };
}

type Place = { key: number; id: string };

function claim(database: Database, run: Place, now: number, count: number): Delivery[] {
  const claimed: Delivery[] = [];
  while (claimed.length < count) {
    const rows = database.all(
      `SELECT d.*, EXISTS (SELECT 1 FROM subscribers s WHERE s.id = d.subscriber AND s.status = 'active') AS stays
       FROM deliveries d WHERE run = ? AND state = 'queued' AND due <= ? ORDER BY due, number LIMIT ?`,
      ...[run.key, now, count - claimed.length],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      const delivery = deliveryOf(run.id, row);
      if (numberOf(row, 'stays') === 1) {
        const attempts = delivery.attempts + 1;
        move(database, run, { ...delivery, state: 'attempting', attempts });
        claimed.push({ ...delivery, state: 'attempting', attempts });
      } else move(database, run, { ...delivery, state: 'excluded', reply: 'left the list before sending' });
    }
  }
  return claimed;
}

function settle(database: Database, run: Place, result: Settlement): void {
  const { number, state, reply, due = 0, uncounted = false } = result;
  const changed = database.run(
    `UPDATE deliveries SET state = ?, reply = coalesce(?, reply), due = ?, attempts = attempts - ?
     WHERE run = ? AND number = ? AND state = 'attempting'`,
    ...[state, reply, due, Number(uncounted), run.key, number],
  );
  if (changed === 1) return;
  fail('not-attempting', `delivery ${number} of ${run.id} is not being attempted, so nothing can come of it`);
}

/** All mails are out, which no full disk must make look otherwise. */
function noteEnd(path: string, run: string, at: string): void {
  try {
    note(path, run, at, 'finished');
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
  }
}

function requeue(database: Database, key: number, from: DeliveryState): number {
  return database.transaction(() => {
    const sql = "UPDATE deliveries SET state = 'queued', due = 0 WHERE run = ? AND state = ?";
    const count = database.run(sql, key, from);
    if (count > 0) database.run('UPDATE runs SET finished = NULL WHERE key = ?', key);
    return count;
  });
}

function move(database: Database, run: Place, { number, state, attempts, reply }: Delivery): void {
  const sql = 'UPDATE deliveries SET state = ?, attempts = ?, reply = ? WHERE run = ? AND number = ?';
  database.run(sql, state, attempts, reply, run.key, number);
}

function sumsOf(database: Database, key: number): Sums {
  const sums = { queued: 0, attempting: 0, sent: 0, failed: 0, unknown: 0, excluded: 0 };
  const sql = 'SELECT state, count(*) AS n FROM deliveries WHERE run = ? GROUP BY state';
  for (const row of database.all(sql, key)) sums[textOf(row, 'state') as DeliveryState] = numberOf(row, 'n');
  return sums;
}

function refuse(run: string, prepared: number, sums: Sums): never {
  const words = Object.entries(sums).map(([state, n]) => `${n} ${state}`);
  const hint = 'Go on with it: digestif send --resume';
  return fail('run-unfinished', `${run} is not done: ${prepared} prepared, ${words.join(', ')}`, { hint });
}

function runOf(row: Row): Run {
  return {
    id: textOf(row, 'id'),
    issue: textOf(row, 'issue'),
    hashes: JSON.parse(textOf(row, 'hashes')) as Run['hashes'],
    started: textOf(row, 'started'),
    finished: textOrNull(row, 'finished'),
    prepared: numberOf(row, 'prepared'),
  };
}

function deliveryOf(run: string, row: Row): Delivery {
  return {
    run,
    number: numberOf(row, 'number'),
    subscriber: textOf(row, 'subscriber'),
    email: textOf(row, 'email'),
    name: textOrNull(row, 'name'),
    state: textOf(row, 'state') as DeliveryState,
    attempts: numberOf(row, 'attempts'),
    reply: textOrNull(row, 'reply'),
    due: numberOf(row, 'due'),
  };
}
