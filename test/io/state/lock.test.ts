import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLocks } from '../../../src/io/state/lock.ts';
import { makeNewsletter } from '../../newsletter.ts';

const module = new URL('../../../src/io/state/lock.ts', import.meta.url).href;

/** A process of its own that tries for the lock, says what came of it, and then does nothing for an hour. */
async function startHolder(folder: string) {
  const code = `import { openLocks } from ${JSON.stringify(module)};
    console.log((await openLocks(${JSON.stringify(folder)})('send')) ? 'held' : 'refused');
    setTimeout(() => {}, 3_600_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  const [words] = (await once(child.stdout, 'data')) as [Buffer];
  const end = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said: String(words).trim(), end };
}

test('one holds a lock, of this process or another; other names are free', async () => {
  const folder = makeNewsletter({});
  const lock = openLocks(folder);
  const held = await lock('send');
  expect(held).not.toBeNull();
  expect(await lock('send')).toBeNull();
  expect(await openLocks(folder)('send')).toBeNull();
  const other = await lock('bounces');
  expect(other).not.toBeNull();
  const holder = await startHolder(folder);
  expect(holder.said).toBe('refused');
  await holder.end();
  await held?.release();
  await held?.release();
  const next = await lock('send');
  expect(next).not.toBeNull();
  await next?.release();
  await other?.release();
});

test('the lock of a process that was killed is free', async () => {
  const folder = makeNewsletter({});
  const lock = openLocks(folder);
  const holder = await startHolder(folder);
  expect(holder.said).toBe('held');
  expect(await lock('send')).toBeNull();
  await holder.end();
  const held = await lock('send');
  expect(held).not.toBeNull();
  await held?.release();
});

test('a lock is an empty file of its owner; names that are no names are refused', async () => {
  const folder = makeNewsletter({});
  const lock = openLocks(folder);
  const held = await lock('send');
  expect(readdirSync(folder)).toEqual(['send.lock']);
  expect(statSync(join(folder, 'send.lock'))).toMatchObject({ size: 0, mode: 0o100600 });
  await expect(lock('../send')).rejects.toThrow(TypeError);
  await held?.release();
});
