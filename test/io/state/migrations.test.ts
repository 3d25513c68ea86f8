import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/io/state/database.ts';
import { migrations } from '../../../src/io/state/migrations.ts';
import { makeNewsletter } from '../../newsletter.ts';

/** Grows with the list; once released, a hash is never changed, or files of readers would differ from new ones. */
const released: string[] = [];

test('what was released is as it was', () => {
  const hashes = migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16));
  expect(hashes.slice(0, released.length)).toEqual(released);
});

test('a file of any earlier version is brought up to date, in one step or several', () => {
  const tables = (path: string) => {
    const file = openDatabase(path);
    const found = file.all('SELECT name, sql FROM sqlite_schema ORDER BY name');
    const version = file.first('PRAGMA user_version');
    file.close();
    return { found, version };
  };
  const fresh = tables(join(makeNewsletter({}), 'fresh.sqlite'));
  expect(fresh.version).toEqual({ user_version: migrations.length });
  for (let version = 1; version <= migrations.length; version += 1) {
    const path = join(makeNewsletter({}), 'old.sqlite');
    const old = new DatabaseSync(path);
    for (const sql of migrations.slice(0, version)) old.exec(sql);
    old.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = ${0x44_69_67_65}`);
    old.close();
    expect(tables(path)).toEqual(fresh);
  }
});

test('every table is strict', () => {
  const file = openDatabase(join(makeNewsletter({}), 'state.sqlite'));
  const loose = file.all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0");
  expect(loose.map((row) => row['name']).filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  file.close();
});
