import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup } from '../../../src/io/state/backup.ts';
import { openDatabase } from '../../../src/io/state/database.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { makeRun, makeState, run } from './samples.ts';

test('a backup holds what was committed, is private, and works in the place of the state', async () => {
  const folder = makeNewsletter({});
  const { state, list } = await makeRun(20, folder);
  await state.ledger.claim(run.id, 1, 5);
  const to = join(folder, 'copy.sqlite');
  await state.backup(to);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['.digestif', 'copy.sqlite']);
  await state.subscribers.remove(list[0]?.email ?? '', 'then');
  await state.close();
  for (const ending of ['', '-wal', '-shm'])
    rmSync(join(folder, `.digestif/state.sqlite${ending}`), { force: true });
  renameSync(to, join(folder, '.digestif/state.sqlite'));
  const restored = await makeState(folder);
  expect(await restored.ledger.sums(run.id)).toMatchObject({ attempting: 5, queued: 15 });
  expect(await restored.subscribers.count()).toBe(20);
  expect(await restored.check()).toEqual([]);
});

test('no file is overwritten, and none is left half written', async () => {
  const folder = makeNewsletter({ 'notes.txt': 'mine' });
  const database = openDatabase(join(folder, 'state.sqlite'));
  const fault = expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'write-failed' })] });
  expect(() => backup(database, join(folder, 'notes.txt'))).toThrow(fault);
  expect(() => backup(database, join(folder, 'nowhere/copy.sqlite'))).toThrow(fault);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['notes.txt', 'state.sqlite']));
  expect(readdirSync(folder).filter((name) => name.endsWith('.writing'))).toEqual([]);
  database.close();
});
