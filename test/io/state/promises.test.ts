/**
 * Random sequences of what senders, readers and editors do to a state, with crashes anywhere, the power cut within a
 * write too. Beside it runs a model, a plain map: what a call gave back must hold for ever, what it did not finish
 * must have happened wholly or not at all.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliveryState, State } from '../../../src/deliver/types.ts';
import { openState } from '../../../src/io/state/open.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { collect, readers, recipients, run, today } from './samples.ts';

type Result = 'sent' | 'failed' | 'unknown' | 'queued';
type Step =
  | { do: 'claim'; count: number }
  | { do: 'settle'; results: Result[] }
  | { do: 'leave' | 'remove' | 'import'; reader: number }
  | { do: 'recover' | 'requeue' | 'finish' | 'crash' | 'check' };

const step: fc.Arbitrary<Step & { cut: number | null }> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('claim' as const), count: fc.integer({ min: 1, max: 9 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('settle' as const),
        results: fc.array(fc.constantFrom<Result>('sent', 'sent', 'failed', 'unknown', 'queued'), {
          minLength: 1,
          maxLength: 9,
        }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('leave' as const, 'remove' as const, 'import' as const),
        reader: fc.nat(59),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('recover', 'requeue', 'finish', 'crash', 'check' as const),
      }) as fc.Arbitrary<Step>,
    },
  )
  .chain((made) =>
    fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 4 }).map((cut) => ({ ...made, cut })),
  );

/** What a state says of everybody: deliveries by number, subscribers who are gone. */
type Picture = { deliveries: DeliveryState[]; gone: string[]; finished: boolean };

const list = readers(60);

async function pictureOf(state: State): Promise<Picture> {
  const deliveries = (await collect(state.ledger.deliveries(run.id))).map((d) => d.state);
  const active = new Set((await collect(state.subscribers.list({ status: 'active' }))).map((s) => s.id));
  const finished = ((await state.ledger.run(run.id))?.finished ?? null) !== null;
  return { deliveries, gone: list.map((s) => s.id).filter((id) => !active.has(id)), finished };
}

/** What the step must make of the picture; the calls' own answers are compared on the way. */
async function perform(state: State, before: Picture, made: Step): Promise<Picture> {
  const next: Picture = { ...before, deliveries: [...before.deliveries], gone: [...before.gone] };
  const inState = (wanted: DeliveryState) =>
    before.deliveries.flatMap((s, i) => (s === wanted ? [i + 1] : []));
  const set = (number: number, to: DeliveryState) => {
    next.deliveries[number - 1] = to;
  };
  if (made.do === 'claim') {
    const expected: number[] = [];
    for (const number of inState('queued')) {
      if (expected.length === made.count) break;
      const stays = !before.gone.includes(list[number - 1]?.id ?? '');
      set(number, stays ? 'attempting' : 'excluded');
      if (stays) expected.push(number);
    }
    expect((await state.ledger.claim(run.id, 1, made.count)).map((d) => d.number)).toEqual(expected);
  } else if (made.do === 'settle') {
    const results = inState('attempting')
      .slice(0, made.results.length)
      .map((number, i) => ({ number, state: made.results[i] ?? 'sent', reply: 'x'.repeat(50 * i) }));
    for (const result of results) set(result.number, result.state);
    await state.ledger.settle(run.id, results);
  } else if (made.do === 'recover' || made.do === 'requeue') {
    const [from, to] =
      made.do === 'recover' ? (['attempting', 'unknown'] as const) : (['unknown', 'queued'] as const);
    for (const number of inState(from)) set(number, to);
    if (made.do === 'requeue' && inState(from).length > 0) next.finished = false;
    const count = await (made.do === 'recover'
      ? state.ledger.recover(run.id)
      : state.ledger.requeueUnknown(run.id));
    expect(count).toBe(inState(from).length);
  } else if (made.do === 'finish') {
    const isDone = inState('queued').length + inState('attempting').length === 0;
    const finish = state.ledger.finish(run.id, today);
    if (isDone) await finish;
    else await expect(finish).rejects.toThrow(/is not done/u);
    next.finished ||= isDone;
  } else if (made.do === 'leave' || made.do === 'remove' || made.do === 'import') {
    const who = list[made.reader];
    if (who === undefined) return next;
    if (made.do !== 'import')
      next.gone = list.map((s) => s.id).filter((id) => id === who.id || before.gone.includes(id));
    // An import of somebody who left must change nothing.
    if (made.do === 'import') await state.subscribers.put([who]);
    if (made.do === 'leave')
      await state.subscribers.setStatus(who.id, 'unsubscribed', { at: today, reason: 'own wish' });
    if (made.do === 'remove') await state.subscribers.remove(who.email, today);
  } else if (made.do === 'check') expect(await state.check()).toEqual([]);
  return next;
}

const file = (folder: string, ending = '') => join(folder, `.digestif/state.sqlite${ending}`);
const logOf = (folder: string) =>
  existsSync(file(folder, '-wal')) ? readFileSync(file(folder, '-wal')) : Buffer.alloc(0);

/** The files as a crash leaves them, in a folder of their own: the log with only a share of what the last step wrote. */
function crash(folder: string, before: Buffer, share: number): string {
  const after = logOf(folder);
  const grew = after.length > before.length && after.subarray(0, before.length).equals(before);
  const end = grew ? before.length + Math.round((after.length - before.length) * share) : after.length;
  const next = makeNewsletter({ '.digestif/.gitignore': '*\n' });
  copyFileSync(file(folder), file(next));
  writeFileSync(file(next, '-wal'), after.subarray(0, end));
  return next;
}

test('every promise of the ledger holds, whatever happens and whenever it breaks off', async () => {
  let cuts = 0;
  let undone = 0;
  const live = async (steps: (Step & { cut: number | null })[]) => {
    let folder = makeNewsletter({});
    let state = await openState(folder);
    await state.subscribers.put(list);
    await state.ledger.freeze(run, recipients(list));
    let known = await pictureOf(state);
    for (const made of steps) {
      const log = logOf(folder);
      const next = await perform(state, known, made);
      const share = made.do === 'crash' ? 1 : made.cut === null ? null : made.cut / 1000;
      if (share !== null) {
        folder = crash(folder, log, share);
        await state.close();
        // Closing clears the log, so that the bytes of each later step are known by its length.
        await (await openState(folder)).close();
        state = await openState(folder);
        const found = await pictureOf(state);
        cuts += 1;
        if (JSON.stringify(found) !== JSON.stringify(next)) {
          expect(found).toEqual(known);
          expect(share).toBeLessThan(1);
          undone += 1;
        }
        known = found;
      } else {
        known = next;
        expect(await pictureOf(state)).toEqual(known);
      }
      const sums = await state.ledger.sums(run.id);
      expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(60);
    }
    expect(await state.check()).toEqual([]);
    await state.close();
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), live), {
    seed: 20_260_601,
    numRuns: 25,
  });
  // The test must have met both ends of a torn write.
  expect(undone).toBeGreaterThan(10);
  expect(cuts - undone).toBeGreaterThan(10);
});
