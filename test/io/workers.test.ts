import { afterEach, expect, test } from 'vitest';
import { type Asker, openWorker } from '../../src/io/workers.ts';

const strange = new URL('strange-worker.ts', import.meta.url);
type Answer = { value: { reading: { sha256: string } } };

let worker: Asker<{ path: string; bytes: Uint8Array }, Answer> | null = null;
afterEach(() => worker?.close());

const question = (path: string) => ({ path, bytes: Buffer.from('ebb') });

test('one thread answers all questions, a new one those after a stop', async () => {
  worker = openWorker(strange, { seconds: 1, megabytes: 64 });
  const told: string[] = [];
  for (const path of ['a.txt', 'b.txt', 'loop.txt', 'c.txt', 'throw.txt', 'd.txt']) {
    const outcome = await worker.ask(question(path));
    told.push('answer' in outcome ? outcome.answer.value.reading.sha256 : outcome.stopped);
  }
  const [first, second] = ['question 1 of its thread', 'question 2 of its thread'];
  expect(told).toEqual([first, second, 'time', first, 'fault', first]);
});

test.each([
  ['loop.txt', { stopped: 'time' }],
  ['pattern.txt', { stopped: 'time' }],
  ['promise.txt', { stopped: 'time' }],
  ['eat.txt', { stopped: 'memory' }],
  ['throw.txt', { stopped: 'fault', reason: 'a fault of the reader', cause: expect.any(Error) }],
  ['exit.txt', { stopped: 'fault', reason: 'it ended with code 7' }],
])('%s gives %j', async (path, outcome) => {
  worker = openWorker(strange, { seconds: path === 'eat.txt' ? 50 : 1, megabytes: 64 });
  expect(await worker.ask(question(path))).toEqual(outcome);
});

test('a thread that cannot start is a fault, told with its address', async () => {
  worker = null;
  const missing = openWorker(new URL('no-worker.ts', import.meta.url), { seconds: 1, megabytes: 64 });
  const message = expect.stringMatching(/no-worker\.ts does not start/u);
  const cause = expect.objectContaining({ code: 'MODULE_NOT_FOUND' });
  await expect(missing.ask(question('a.txt'))).rejects.toMatchObject({ message, cause });
});
