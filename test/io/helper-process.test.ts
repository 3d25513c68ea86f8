import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { askProcess } from '../../src/io/helper-process.ts';

const entry = new URL('./strange-process.ts', import.meta.url);

test('the answer comes from another process, as data', async () => {
  const answer = await askProcess<object, { twice: Uint8Array; pid: number }>(entry, {
    bytes: new Uint8Array([1, 2]),
  });
  expect(answer.twice).toEqual(new Uint8Array([2, 4]));
  expect(answer.pid).not.toBe(process.pid);
});

test('one that ends without an answer is a fault', async () => {
  await expect(askProcess(entry, { exit: 7 })).rejects.toThrow(/without an answer: 7/);
  await expect(askProcess(entry, { kill: true })).rejects.toMatchObject({
    diagnostics: [
      { code: 'process-ended', message: expect.stringContaining('SIGKILL'), hint: expect.any(String) },
    ],
  });
});

test('where nobody waits for the answer any more, it ends', async () => {
  const child = fork(fileURLToPath(entry), { serialization: 'advanced' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send({ idle: true });
  await new Promise((resolve) => child.once('message', resolve));
  child.disconnect();
  expect(await ended).toBe(0);
});
