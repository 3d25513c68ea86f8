import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { guard, openDatabase } from '../../../src/io/state/database.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { asNobody } from '../../nobody.ts';
import { makeState, readers, recipients, run, today } from './samples.ts';

const code = (name: string) =>
  expect.objectContaining({ diagnostics: [expect.objectContaining({ code: name })] });

test('the file is its owner’s alone, keeps what is committed, and enters no history', () => {
  const folder = makeNewsletter({});
  const path = join(folder, '.digestif/state.sqlite');
  const database = openDatabase(path);
  database.exec("INSERT INTO remembered VALUES ('a', 'b')");
  for (const name of ['', '-wal', '-shm']) expect(statSync(`${path}${name}`).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, '.digestif')).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, '.digestif/.gitignore'), 'utf8')).toBe('*\n');
  const pragma = (name: string) => database.first(`PRAGMA ${name}`)?.[name];
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(pragma)).toEqual([
    'wal',
    2,
    1,
    1,
  ]);
  expect(database.first('PRAGMA busy_timeout')?.['timeout']).toBe(5000);
  database.close();
  database.close();
});

test('tables take no value of another type', () => {
  const database = openDatabase(join(makeNewsletter({}), 'state.sqlite'));
  expect(() => database.run("INSERT INTO spendings VALUES ('a', 'soon', 1)")).toThrow(/cannot store TEXT/u);
  database.close();
});

test('a transaction that fails leaves nothing, and the next one works', () => {
  const database = openDatabase(join(makeNewsletter({}), 'state.sqlite'));
  const write = (key: string) => database.run('INSERT INTO remembered VALUES (?, ?)', key, '');
  const broken = () =>
    database.transaction(() => {
      write('a');
      throw new Error('no');
    });
  expect(broken).toThrow('no');
  expect(database.transaction(() => write('b'))).toBe(1);
  expect(database.all('SELECT key FROM remembered')).toEqual([{ key: 'b' }]);
  database.close();
});

describe('files that cannot be used are named, with what to do', () => {
  const open = (bytes: string | Uint8Array) => () =>
    openDatabase(join(makeNewsletter({ 'state.sqlite': bytes }), 'state.sqlite'));

  test('text, and a file whose pages are torn', () => {
    expect(open('No database at all.\n'.repeat(300))).toThrow(code('state-damaged'));
    const folder = makeNewsletter({});
    const path = join(folder, 'state.sqlite');
    openDatabase(path).close();
    const bytes = readFileSync(path);
    bytes.fill(7, 100, 9000);
    expect(open(bytes)).toThrow(code('state-damaged'));
  });

  test("another program's, and one of a newer version", () => {
    const path = join(makeNewsletter({}), 'state.sqlite');
    const change = (sql: string) => {
      const file = new DatabaseSync(path);
      file.exec(sql);
      file.close();
    };
    change('PRAGMA application_id = 5');
    expect(() => openDatabase(path)).toThrow('another program');
    change('PRAGMA application_id = 0; PRAGMA user_version = 3');
    expect(() => openDatabase(path)).toThrow('another program');
    change('PRAGMA user_version = 0');
    openDatabase(path).close();
    change('PRAGMA user_version = 999');
    expect(() => openDatabase(path)).toThrow(code('state-newer'));
  });

  test('a folder in its place, and one that cannot be written', () => {
    const folder = makeNewsletter({});
    mkdirSync(join(folder, 'a/state.sqlite'), { recursive: true });
    expect(() => openDatabase(join(folder, 'a/state.sqlite'))).toThrow(code('state-unusable'));
    writeFileSync(join(folder, 'b'), '');
    expect(() => openDatabase(join(folder, 'b/state.sqlite'))).toThrow(code('state-unusable'));
  });

  test('a folder without permission', () => {
    const folder = makeNewsletter({});
    chmodSync(folder, 0o500);
    expect(() => asNobody(() => openDatabase(join(folder, 'state.sqlite')))).toThrow(code('state-unusable'));
    chmodSync(folder, 0o700);
  });
});

test('while another process writes, a command waits and then says so', () => {
  const path = join(makeNewsletter({}), 'state.sqlite');
  const one = openDatabase(path);
  const two = openDatabase(path, { patience: 50 });
  one.exec('BEGIN IMMEDIATE');
  expect(() => two.transaction(() => 1)).toThrow(code('state-busy'));
  expect(two.all('SELECT * FROM runs')).toEqual([]);
  one.exec('COMMIT');
  expect(two.transaction(() => 1)).toBe(1);
  one.close();
  two.close();
});

test('little patience begins when it is open: another may bring the tables up to date just then', async () => {
  const path = join(makeNewsletter({}), 'state.sqlite');
  const old = openDatabase(path);
  old.exec('DROP TABLE removed; DROP TABLE passed; PRAGMA user_version = 1');
  old.close();
  const busy = `const { DatabaseSync } = require('node:sqlite');
    const { parentPort, workerData } = require('node:worker_threads');
    const database = new DatabaseSync(workerData);
    database.exec('BEGIN IMMEDIATE');
    parentPort.postMessage('busy');
    setTimeout(() => database.close(), 300);`;
  const worker = new Worker(busy, { eval: true, workerData: path });
  await new Promise((resolve) => worker.once('message', resolve));
  const database = openDatabase(path, { patience: 1 });
  expect(database.first('PRAGMA busy_timeout')).toEqual({ timeout: 1 });
  expect(database.all('SELECT * FROM removed')).toEqual([]);
  database.close();
  await worker.terminate();
});

test('faults that are no fault of the file stay bugs', () => {
  const bug = new TypeError('x');
  const perform = () => {
    throw bug;
  };
  expect(() => guard('f', perform)).toThrow(bug);
});

describe('a full disk', () => {
  test('is said, and nothing that was committed is lost', async () => {
    const folder = makeNewsletter({});
    const state = await makeState(folder, 80);
    const many = readers(3000);
    let stored = 0;
    const fill = async () => {
      for (let i = 0; i < many.length; i += 100) {
        await state.subscribers.put(many.slice(i, i + 100));
        stored = i + 100;
      }
    };
    await expect(fill()).rejects.toEqual(code('state-full'));
    expect(stored).toBeGreaterThan(100);
    expect(await state.subscribers.count()).toBe(stored);
    await expect(state.ledger.freeze(run, recipients(many))).rejects.toEqual(code('state-full'));
    expect(await state.ledger.runs()).toEqual([]);
    expect(await state.check()).toEqual([]);
    await state.close();

    const roomy = await makeState(folder);
    expect(await roomy.subscribers.count()).toBe(stored);
    expect(await roomy.subscribers.put(many)).toMatchObject({ added: 3000 - stored, unchanged: stored });
    expect(await roomy.check()).toEqual([]);
  });

  test('in the middle of a run leaves each delivery as it was before', async () => {
    const folder = makeNewsletter({});
    const before = await makeState(folder);
    await before.subscribers.put(readers(200));
    await before.ledger.freeze(run, recipients(readers(200)));
    await before.close();
    const state = await makeState(folder, 1);
    const claimed = await state.ledger.claim(run.id, 1, 200);
    const reply = 'x'.repeat(3000);
    const results = claimed.map(({ number }) => ({ number, state: 'sent' as const, reply }));
    await expect(state.ledger.settle(run.id, results)).rejects.toEqual(code('state-full'));
    expect(await state.ledger.sums(run.id)).toMatchObject({ attempting: 200, sent: 0 });
    await expect(state.remember('told', reply.repeat(9))).rejects.toEqual(code('state-full'));
    await state.close();
    const roomy = await makeState(folder);
    expect(await roomy.ledger.recover(run.id)).toBe(200);
    await roomy.ledger.finish(run.id, today);
    expect(await roomy.check()).toEqual([]);
  });
});
