import { expect, test } from 'vitest';
import { collect, makeState, reader, readers, recipients, run } from './samples.ts';

test('a run holds everybody who was given, excluded ones with the reason, each once and numbered without gaps', async () => {
  const { ledger } = await makeState();
  const list = readers(3);
  const out = reader('otto@pond.example');
  async function* given() {
    yield* recipients(list);
    yield* recipients([out], 'no address that a server would take');
    yield* recipients(list.slice(1));
    yield* recipients([reader('zoe@pond.example')]);
  }
  expect(await ledger.freeze(run, given())).toEqual({ ...run, prepared: 5, finished: null });
  const found = await collect(ledger.deliveries(run.id));
  expect(found.map((d) => [d.number, d.email, d.state, d.reply])).toEqual([
    ...list.map((s, i) => [i + 1, s.email, 'queued', null]),
    [4, out.email, 'excluded', 'no address that a server would take'],
    [5, 'zoe@pond.example', 'queued', null],
  ]);
});

test('a run is made once', async () => {
  const { ledger } = await makeState();
  await ledger.freeze(run, recipients(readers(2)));
  const again = ledger.freeze(run, recipients(readers(3)));
  await expect(again).rejects.toMatchObject({ diagnostics: [{ code: 'run-exists' }] });
  expect(await ledger.run(run.id)).toMatchObject({ prepared: 2 });
});

test('two at once: one of them makes the run', async () => {
  const { ledger } = await makeState();
  const both = await Promise.allSettled([
    ledger.freeze(run, recipients(readers(2))),
    ledger.freeze(run, recipients(readers(3))),
  ]);
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  const sums = await ledger.sums(run.id);
  expect(sums.queued).toBe((await ledger.run(run.id))?.prepared);
});

test('nothing is made when those who give recipients fail', async () => {
  const state = await makeState();
  async function* broken() {
    yield* recipients(readers(700));
    throw new Error('the list ended early');
  }
  await expect(state.ledger.freeze(run, broken())).rejects.toThrow('the list ended early');
  expect(await state.ledger.runs()).toEqual([]);
  await state.ledger.freeze(run, recipients(readers(2)));
  expect(await state.check()).toEqual([]);
});

test('subscribers of the same state are frozen while they are read and changed', async () => {
  const { subscribers, ledger } = await makeState();
  await subscribers.put(readers(1200));
  async function* given() {
    for await (const subscriber of subscribers.list()) {
      yield { subscriber, excluded: null };
      await subscribers.put([reader(`new-${subscriber.email}`, { status: 'pending' })]);
    }
  }
  expect((await ledger.freeze(run, given())).prepared).toBe(1200);
});
