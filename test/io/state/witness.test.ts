import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openState, stateName } from '../../../src/io/state/open.ts';
import { witnessName } from '../../../src/io/state/witness.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { reader, recipients, run } from './samples.ts';

test('a state that was put back from before a sending does not begin it again', async () => {
  const folder = makeNewsletter({});
  const ida = reader('ida@pond.example');
  const before = await openState(folder);
  await before.subscribers.put([ida]);
  await before.backup(join(folder, 'copy.sqlite'));
  await before.ledger.freeze(run, recipients([ida]));
  await before.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${stateName}${end}`), { force: true });
  copyFileSync(join(folder, 'copy.sqlite'), join(folder, stateName));
  const after = await openState(folder);
  const forgotten = { diagnostics: [{ code: 'run-forgotten' }] };
  await expect(after.ledger.freeze(run, recipients([ida]))).rejects.toMatchObject(forgotten);
  expect(await after.ledger.run(run.id)).toBeNull();
  const other = { ...run, id: `${run.issue}/9` };
  expect(await after.ledger.freeze(other, recipients([ida]))).toMatchObject({ prepared: 1 });
  writeFileSync(join(folder, '.digestif', witnessName), '');
  expect(await after.ledger.freeze(run, recipients([ida]))).toMatchObject({ prepared: 1 });
  await after.close();
});

test('what could not be noted is told, and noted when the run goes on', async () => {
  const folder = makeNewsletter({});
  const ida = reader('ida@pond.example');
  const state = await openState(folder);
  await state.subscribers.put([ida]);
  const log = join(folder, '.digestif', witnessName);
  // Not to be written for root either.
  symlinkSync(join(folder, 'nowhere/at/all'), log);
  const unusable = { diagnostics: [{ code: 'state-unusable', hint: expect.stringContaining('--resume') }] };
  await expect(state.ledger.freeze(run, recipients([ida]))).rejects.toMatchObject(unusable);
  await expect(state.ledger.recover(run.id)).rejects.toMatchObject(unusable);
  rmSync(log);
  for (let i = 0; i < 2; i += 1) expect(await state.ledger.recover(run.id)).toBe(0);
  expect(readFileSync(log, 'utf8')).toBe(`${run.started} ${run.id}\n`);
  rmSync(log);
  mkdirSync(log);
  const unread = { diagnostics: [{ code: 'state-unusable', message: expect.stringContaining('read') }] };
  await expect(state.ledger.freeze({ ...run, id: 'x' }, recipients([ida]))).rejects.toMatchObject(unread);
  await state.close();
});

test('a state that was put back from the middle of a sending does not go on with what was finished', async () => {
  const folder = makeNewsletter({});
  const list = [reader('ida@pond.example'), reader('otto@pond.example')];
  const state = await openState(folder);
  await state.subscribers.put(list);
  await state.ledger.freeze(run, recipients(list));
  await state.backup(join(folder, 'copy.sqlite'));
  const send = async (outcome: 'sent' | 'unknown') => {
    const claimed = await state.ledger.claim(run.id, 1, 9);
    const results = claimed.map(({ number }) => ({ number, state: outcome, reply: '' }));
    await state.ledger.settle(run.id, results);
    await state.ledger.finish(run.id, '2026-06-01T09:00:00.000Z');
  };
  await send('unknown');
  // Asked for, it is open again, and may be broken off and gone on with.
  expect(await state.ledger.requeueUnknown(run.id)).toBe(2);
  expect(await state.ledger.recover(run.id)).toBe(0);
  await send('sent');
  expect(await state.ledger.recover(run.id)).toBe(0);
  // Nothing comes of this.
  expect(await state.ledger.requeueFailed(run.id)).toBe(0);
  await state.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${stateName}${end}`), { force: true });
  copyFileSync(join(folder, 'copy.sqlite'), join(folder, stateName));
  const older = await openState(folder);
  const forgotten = { diagnostics: [{ code: 'run-forgotten', hint: expect.stringContaining('twice') }] };
  await expect(older.ledger.recover(run.id)).rejects.toMatchObject(forgotten);
  await older.close();
});
