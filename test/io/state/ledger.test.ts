import { describe, expect, test } from 'vitest';
import { collect, makeRun, makeState, reader, recipients, run } from './samples.ts';

const fault = (code: string) => ({ diagnostics: [{ code }] });

describe('claim', () => {
  test('gives what is due, the longest due first, each once', async () => {
    const { state } = await makeRun(5);
    const first = await state.ledger.claim(run.id, 1000, 2);
    expect(first.map((d) => [d.number, d.state, d.attempts])).toEqual([
      [1, 'attempting', 1],
      [2, 'attempting', 1],
    ]);
    await state.ledger.settle(run.id, [
      { number: 1, state: 'queued', reply: '451 later', due: 5000 },
      { number: 2, state: 'queued', reply: null, due: 900 },
    ]);
    expect((await state.ledger.claim(run.id, 1000, 9)).map((d) => d.number)).toEqual([3, 4, 5, 2]);
    expect(await state.ledger.claim(run.id, 4999, 9)).toEqual([]);
    expect(await state.ledger.nextDue(run.id)).toBe(5000);
    const again = await state.ledger.claim(run.id, 5000, 9);
    expect(again).toMatchObject([{ number: 1, attempts: 2, reply: '451 later' }]);
    expect(await state.ledger.nextDue(run.id)).toBeNull();
  });

  test('those due too late are due earlier, when the clock was wrong', async () => {
    const { state } = await makeRun(3);
    await state.ledger.claim(run.id, 0, 3);
    await state.ledger.settle(run.id, [
      { number: 1, state: 'queued', reply: null, due: 9e12 },
      { number: 2, state: 'queued', reply: null, due: 500 },
      { number: 3, state: 'sent', reply: null },
    ]);
    await state.ledger.hasten(run.id, 1000);
    const found = await collect(state.ledger.deliveries(run.id));
    expect(found.map((d) => [d.state, d.due])).toEqual([
      ['queued', 1000],
      ['queued', 500],
      ['sent', 0],
    ]);
  });

  test('excludes whoever has left since the freeze, and goes on to the next', async () => {
    const { state, list } = await makeRun(5);
    await state.subscribers.setStatus(list[0]?.id ?? '', 'unsubscribed', { at: 'x', reason: 'own wish' });
    await state.subscribers.remove(list[2]?.email ?? '', 'x');
    expect((await state.ledger.claim(run.id, 1, 2)).map((d) => d.number)).toEqual([2, 4]);
    expect((await state.ledger.claim(run.id, 1, 2)).map((d) => d.number)).toEqual([5]);
    const out = await collect(state.ledger.deliveries(run.id, 'excluded'));
    expect(out.map((d) => [d.number, d.email, d.reply])).toEqual([
      [1, list[0]?.email, 'left the list before sending'],
      [3, '', 'left the list before sending'],
    ]);
  });
});

describe('settle', () => {
  test('takes a result for what is attempted, and nothing else', async () => {
    const { state } = await makeRun(4);
    await state.ledger.claim(run.id, 1, 3);
    await state.ledger.settle(run.id, [
      { number: 1, state: 'sent', reply: '250 ok' },
      { number: 2, state: 'failed', reply: '550 no' },
    ]);
    for (const number of [1, 4, 99]) {
      const wrong = { number, state: 'failed', reply: null } as const;
      const results = [{ number: 3, state: 'sent', reply: null } as const, wrong];
      await expect(state.ledger.settle(run.id, results)).rejects.toMatchObject(fault('not-attempting'));
    }
    expect(await state.ledger.sums(run.id)).toEqual({
      queued: 1,
      attempting: 1,
      sent: 1,
      failed: 1,
      unknown: 0,
      excluded: 0,
    });
  });
});

test('results and the next ones are one transaction; what was not begun does not count', async () => {
  const { state } = await makeRun(3);
  await state.ledger.claim(run.id, 1, 2);
  const results = [
    { number: 1, state: 'sent' as const, reply: '250 ok' },
    { number: 2, state: 'queued' as const, reply: null, due: 2, uncounted: true },
  ];
  const wrong = { number: 3, state: 'sent' as const, reply: null };
  await expect(state.ledger.exchange(run.id, [...results, wrong], 2, 9)).rejects.toMatchObject(
    fault('not-attempting'),
  );
  expect(await state.ledger.sums(run.id)).toMatchObject({ queued: 1, attempting: 2 });
  const next = await state.ledger.exchange(run.id, results, 2, 9);
  expect(next.map((d) => [d.number, d.attempts])).toEqual([
    [3, 1],
    [2, 1],
  ]);
  expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 1, attempting: 2 });
});

test('a crash makes unknown what was under way; that is tried again only when asked', async () => {
  const { state } = await makeRun(3);
  await state.ledger.claim(run.id, 1, 2);
  expect(await state.ledger.recover(run.id)).toBe(2);
  expect(await state.ledger.recover(run.id)).toBe(0);
  expect((await state.ledger.claim(run.id, 1, 9)).map((d) => d.number)).toEqual([3]);
  await state.ledger.settle(run.id, [{ number: 3, state: 'sent', reply: '250' }]);
  await state.ledger.finish(run.id, 'then');
  expect(await state.ledger.requeueUnknown(run.id)).toBe(2);
  expect(await state.ledger.run(run.id)).toMatchObject({ finished: null });
  expect((await state.ledger.claim(run.id, 1, 9)).map((d) => [d.number, d.attempts])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('what failed is tried again only when asked', async () => {
  const { state } = await makeRun(2);
  await state.ledger.claim(run.id, 1, 2);
  await state.ledger.settle(run.id, [
    { number: 1, state: 'failed', reply: '550 relay denied' },
    { number: 2, state: 'unknown', reply: null },
  ]);
  await state.ledger.finish(run.id, 'then');
  expect(await state.ledger.requeueFailed(run.id)).toBe(1);
  expect(await state.ledger.run(run.id)).toMatchObject({ finished: null });
  expect(await state.ledger.sums(run.id)).toMatchObject({ queued: 1, unknown: 1, failed: 0 });
});

test('a run is finished when every recipient is accounted for, not before', async () => {
  const { state, list } = await makeRun(2);
  await expect(state.ledger.finish(run.id, 'then')).rejects.toMatchObject(fault('run-unfinished'));
  await state.ledger.claim(run.id, 1, 2);
  await expect(state.ledger.finish(run.id, 'then')).rejects.toThrow(/2 prepared, 0 queued, 2 attempting/u);
  await state.ledger.settle(run.id, [
    { number: 1, state: 'sent', reply: '250' },
    { number: 2, state: 'unknown', reply: 'line dropped' },
  ]);
  await state.ledger.finish(run.id, 'then');
  expect(await state.ledger.run(run.id)).toEqual({ ...run, prepared: 2, finished: 'then' });
  expect(await state.ledger.requeueUnknown('2026-05/1')).toBe(1);
  expect(await state.ledger.find(run.id, list[1]?.id ?? '')).toMatchObject({ number: 2, state: 'queued' });
});

test('runs are told by issue, deliveries by subscriber', async () => {
  const { state, list } = await makeRun(1);
  const [ida] = list;
  const second = { ...run, id: '2026-06/1', issue: '2026-06' };
  await state.ledger.freeze(second, recipients([]));
  expect((await state.ledger.runs()).map((r) => r.id)).toEqual(['2026-05/1', '2026-06/1']);
  expect(await state.ledger.runs('2026-06')).toEqual([{ ...second, prepared: 0, finished: null }]);
  expect(await state.ledger.run('2026-07/1')).toBeNull();
  expect(await state.ledger.find(run.id, ida?.id ?? '')).toMatchObject({ run: run.id, email: ida?.email });
  expect(await state.ledger.find(second.id, ida?.id ?? '')).toBeNull();
  for (const ask of [
    () => state.ledger.sums('x'),
    () => state.ledger.claim('x', 1, 1),
    () => state.ledger.finish('x', ''),
    () => state.ledger.recover('x'),
    () => collect(state.ledger.deliveries('x')),
  ]) {
    await expect(ask()).rejects.toMatchObject(fault('no-run'));
  }
});

test('deliveries come in the order of sending over pages', async () => {
  const { state } = await makeRun(1100);
  await state.ledger.claim(run.id, 1, 600);
  const numbers = (await collect(state.ledger.deliveries(run.id))).map((d) => d.number);
  expect(numbers).toEqual(Array.from({ length: 1100 }, (_, i) => i + 1));
  expect(await collect(state.ledger.deliveries(run.id, 'attempting'))).toHaveLength(600);
});

test('names and addresses are those of the freeze', async () => {
  const state = await makeState();
  const ida = reader('ida@pond.example', { name: 'Ida' });
  await state.subscribers.put([ida]);
  await state.ledger.freeze(run, recipients([ida]));
  await state.subscribers.put([{ ...ida, name: 'Ida Marsh' }]);
  expect(await state.ledger.claim(run.id, 1, 1)).toMatchObject([{ name: 'Ida', email: 'ida@pond.example' }]);
});
