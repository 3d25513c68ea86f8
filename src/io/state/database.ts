import { chmodSync, closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { DigestifError, fail } from '../../errors.ts';
import { makePrivateFolder } from '../state-folder.ts';
import { migrations } from './migrations.ts';

export type Row = { [column: string]: SQLOutputValue };
export type Values = readonly SQLInputValue[];

/** SQLite with its faults in our words. Every call is synchronous: nothing comes between the steps of a transaction. */
export type Database = {
  path: string;
  /** Several statements without values. */
  exec(sql: string): void;
  /** Gives how many rows changed. */
  run(sql: string, ...values: Values): number;
  first(sql: string, ...values: Values): Row | null;
  all(sql: string, ...values: Values): Row[];
  /** All or nothing, on disk when it returns. The lock for writing is taken at once, so that nobody writes in between. */
  transaction<T>(perform: () => T): T;
  close(): void;
};

export type Limits = {
  /** Most pages of 4 KB the file may have, to try what happens on a full disk. */
  pages?: number;
  /** Milliseconds to wait for another process that writes, once it is open. */
  patience?: number;
};

/** In milliseconds. */
const usualPatience = 5000;

/** Marks the file as ours ("Dige"), so that another program's is not taken for an empty one. */
const APPLICATION = 0x44_69_67_65;

/** Opens a database file, made with mode 600 when there is none, and brings its tables up to date. */
export function openDatabase(path: string, limits: Limits = {}): Database {
  makePrivate(path);
  const connection = guard(path, () => new DatabaseSync(path, { timeout: usualPatience }));
  const database = wrap(path, connection);
  try {
    // FULL: a committed transaction survives a power cut, which WAL alone does not promise.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    // What is deleted is overwritten: a removed person is nowhere in the file.
    database.exec('PRAGMA secure_delete = ON');
    migrate(database);
    if (limits.patience !== undefined) database.exec(`PRAGMA busy_timeout = ${limits.patience}`);
    if (limits.pages !== undefined) database.exec(`PRAGMA max_page_count = ${limits.pages}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Makes the folder and an empty file that only their owner can read; SQLite gives the files beside it the same mode. A
 * file that is there is not opened: closing it would drop every lock that SQLite holds on it in this process.
 */
export function makePrivate(path: string): void {
  try {
    makePrivateFolder(dirname(path));
    create(path);
    chmodSync(path, 0o600);
  } catch (error) {
    const hint = 'Check the permissions of the folder, and that the disk has room.';
    fail('state-unusable', `cannot be opened: ${(error as Error).message}`, { file: path, hint });
  }
}

function create(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function wrap(path: string, connection: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const transaction = <T>(perform: () => T): T => {
    guard(path, () => connection.exec('BEGIN IMMEDIATE'));
    try {
      const value = perform();
      guard(path, () => connection.exec('COMMIT'));
      return value;
    } catch (error) {
      // A full disk may have rolled back already.
      if (connection.isTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    path,
    transaction,
    exec: (sql) => guard(path, () => connection.exec(sql)),
    run: (sql, ...values) => guard(path, () => Number(prepare(sql).run(...values).changes)),
    first: (sql, ...values) => guard(path, () => prepare(sql).get(...values) ?? null),
    all: (sql, ...values) => guard(path, () => prepare(sql).all(...values)),
    close: () => {
      if (connection.isOpen) guard(path, () => connection.close());
    },
  };
}

function migrate(database: Database): void {
  const version = (): number => Number(database.first('PRAGMA user_version')?.['user_version']);
  const owner = Number(database.first('PRAGMA application_id')?.['application_id']);
  if (owner !== APPLICATION && (owner !== 0 || version() !== 0)) {
    fail('state-damaged', 'is a database of another program', { file: database.path });
  }
  if (version() > migrations.length) {
    const hint = 'Update Digestif, or restore a backup from before.';
    fail('state-newer', 'was written by a newer version of Digestif', { file: database.path, hint });
  }
  if (version() === migrations.length) return;
  database.transaction(() => {
    // Asked again: another process may have been faster.
    for (const change of migrations.slice(version())) database.exec(change);
    database.exec(`PRAGMA user_version = ${migrations.length}; PRAGMA application_id = ${APPLICATION}`);
  });
}

const FULL = 13;
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
/** What the system refuses: permission, read-only, input and output, cannot open. */
const REFUSED = new Set([3, 8, 10, 14]);

/** Whether it failed only because another process writes. */
export function isBusy(error: unknown): boolean {
  return error instanceof DigestifError && error.diagnostics[0]?.code === 'state-busy';
}

/** Says what SQLite complains about in our words; other faults stay bugs. */
export function guard<T>(file: string, perform: () => T): T {
  try {
    return perform();
  } catch (error) {
    if (error instanceof DigestifError) throw error;
    const { errcode, message } = error as Error & { errcode?: number };
    const code = (errcode ?? 0) & 0xff;
    if (code === FULL) {
      const hint = 'Make room and run the command again: what was done so far is kept, the last step is not.';
      return fail('state-full', 'the disk is full; nothing was lost', { file, hint });
    }
    if (code === BUSY) {
      const hint = 'Wait until the other command is done, and run this one again.';
      return fail('state-busy', 'another process is writing to it', { file, hint });
    }
    if (code === CORRUPT || code === NOT_A_DATABASE) {
      const hint =
        'Restore the last backup: put it in the place of this file and delete the files "-wal", "-shm".';
      return fail('state-damaged', `is damaged: ${message}`, { file, hint });
    }
    if (REFUSED.has(code)) {
      const hint = 'Check the permissions of the folder and the disk.';
      return fail('state-unusable', `cannot be read or written: ${message}`, { file, hint });
    }
    throw error;
  }
}
