import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { openState } from '../../../src/io/state/open.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { makeRun, makeState, run } from './samples.ts';

const module = new URL('../../../src/io/state/open.ts', import.meta.url).href;

test('what is remembered is recalled, after closing too, until it is forgotten', async () => {
  const folder = makeNewsletter({});
  const state = await openState(folder);
  expect(await state.recall('told 2026-05')).toBeNull();
  await state.remember('told 2026-05', 'yes');
  await state.remember('told 2026-05', 'twice');
  await state.close();
  const again = await makeState(folder);
  expect(await again.recall('told 2026-05')).toBe('twice');
  await again.remember('told 2026-05', null);
  expect(await again.recall('told 2026-05')).toBeNull();
});

function start(code: string) {
  return spawn(process.execPath, ['--input-type=module', '--eval', code]);
}

test('several processes make and use a new state at once', async () => {
  const folder = makeNewsletter({});
  const code = (n: number) => `import { openState } from ${JSON.stringify(module)};
    const state = await openState(${JSON.stringify(folder)});
    for (let i = 0; i < 20; i += 1) await state.remember('${n}-' + i, 'x');
    await state.close();`;
  const children = [1, 2, 3, 4, 5].map((n) => start(code(n)));
  const words: string[] = [];
  for (const child of children) child.stderr.on('data', (bytes) => words.push(String(bytes)));
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(words.join('')).toBe('');
  expect(codes.map(([c]) => c)).toEqual([0, 0, 0, 0, 0]);
  const state = await makeState(folder);
  for (const n of [1, 2, 3, 4, 5]) expect(await state.recall(`${n}-19`)).toBe('x');
  expect(await state.check()).toEqual([]);
});

describe('a sender that is killed', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'after %i answers has lost nothing it was told, and what was under way is known',
    async (answers) => {
      const folder = makeNewsletter({});
      const { state } = await makeRun(120, folder);
      await state.close();
      const child = start(`import { openState } from ${JSON.stringify(module)};
      const { ledger } = await openState(${JSON.stringify(folder)});
      const say = (words) => process.stdout.write(words + '\\n');
      for (;;) {
        const claimed = await ledger.claim('${run.id}', 1, 7);
        for (const { number } of claimed) say('claimed ' + number);
        const results = claimed.map(({ number }) => ({ number, state: number % 5 ? 'sent' : 'failed', reply: '250' }));
        await ledger.settle('${run.id}', results);
        for (const { number } of claimed) say('settled ' + number);
        await new Promise((resolve) => setImmediate(resolve));
      }`);
      const told: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        told.push(line);
        if (told.length === answers * 11) child.kill('SIGKILL');
      }
      const numbers = (word: string) =>
        told.filter((l) => l.startsWith(word)).map((l) => Number(l.split(' ')[1]));
      const after = await makeState(folder);
      const before = await after.ledger.sums(run.id);
      expect(before.attempting).toBeLessThanOrEqual(7);
      await after.ledger.recover(run.id);
      for (const number of numbers('settled')) {
        const { state: found } = await deliveryOf(after, number);
        expect(found).toBe(number % 5 ? 'sent' : 'failed');
      }
      for (const number of numbers('claimed')) {
        expect(['sent', 'failed', 'unknown']).toContain((await deliveryOf(after, number)).state);
      }
      const sums = await after.ledger.sums(run.id);
      expect(sums.queued + sums.sent + sums.failed + sums.unknown).toBe(120);
      expect(await after.check()).toEqual([]);
    },
  );
});

async function deliveryOf(state: Awaited<ReturnType<typeof makeState>>, number: number) {
  for await (const delivery of state.ledger.deliveries(run.id))
    if (delivery.number === number) return delivery;
  throw new Error(`no delivery ${number}`);
}
