import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../../src/deliver/types.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { collect, makeRun, makeState, reader, readers, run, today } from './samples.ts';

const later = '2026-06-02T08:00:00.000Z';
const consent = { at: today, how: 'form', text: 'Send me the Reed Post.' } as const;
const ida = reader('Ida.Reed+post@pond.example', {
  name: 'Ida Reed',
  tags: ['angling', 'boats'],
  language: 'en',
  consent,
  softBounces: 2,
});

test('what is put is found, by address whatever its case, and by id', async () => {
  const { subscribers } = await makeState();
  expect(await subscribers.put([ida])).toEqual({ added: 1, updated: 0, unchanged: 0, suppressed: [] });
  expect(await subscribers.find('ida.reed+POST@pond.example')).toEqual(ida);
  expect(await subscribers.get(ida.id)).toEqual(ida);
  expect(await subscribers.find('ida@pond.example')).toBeNull();
  expect(await subscribers.get('none')).toBeNull();
});

test('putting again changes what is new, and never id, address, consent and first date', async () => {
  const { subscribers } = await makeState();
  await subscribers.put([ida]);
  const again = reader('IDA.reed+post@pond.example', {
    id: 'f'.repeat(32),
    tags: ['boats', 'ferries'],
    language: 'de',
    consent: { at: later, how: 'import', text: 'a list' },
    created: later,
    updated: later,
  });
  expect(await subscribers.put([again])).toMatchObject({ added: 0, updated: 1 });
  const next = { ...ida, tags: ['angling', 'boats', 'ferries'], language: 'de', updated: later };
  expect(await subscribers.find(ida.email)).toEqual(next);
  expect(await subscribers.put([again])).toMatchObject({ updated: 0, unchanged: 1 });
});

test('a fault in a batch undoes the batch', async () => {
  const { subscribers } = await makeState();
  const same = { ...reader('otto@pond.example'), status: 'asleep' } as unknown as Subscriber;
  await expect(subscribers.put([ida, same])).rejects.toThrow(/CHECK/u);
  expect(await subscribers.count()).toBe(0);
});

test.each(['unsubscribed', 'bounced', 'complained'] as const)(
  'who is %s stays so, whatever is put',
  async (status) => {
    const { subscribers } = await makeState();
    await subscribers.put([ida]);
    expect(await subscribers.setStatus(ida.id, status, { at: later, reason: 'own wish' })).toBe(true);
    for (const back of ['active', 'pending'] as const) {
      const put = { ...ida, status: back, name: 'Other', consent };
      expect(await subscribers.put([put])).toEqual({
        added: 0,
        updated: 0,
        unchanged: 0,
        suppressed: [ida.email],
      });
    }
    expect(await subscribers.find(ida.email)).toMatchObject({ status, name: 'Ida Reed' });
    expect(await collect(subscribers.suppressions())).toEqual([
      { email: ida.email, reason: 'own wish', at: later },
    ]);
  },
);

test('a confirmation brings somebody back and off the list, with its consent', async () => {
  const { subscribers } = await makeState();
  await subscribers.put([{ ...ida, status: 'unsubscribed' }]);
  const why = { at: later, reason: 'confirmed', consent: { ...consent, at: later } };
  expect(await subscribers.setStatus(ida.id, 'active', why)).toBe(true);
  expect(await subscribers.find(ida.email)).toMatchObject({
    status: 'active',
    updated: later,
    softBounces: 0,
    consent: why.consent,
  });
  expect(await collect(subscribers.suppressions())).toEqual([]);
  expect(await subscribers.setStatus('none', 'active', why)).toBe(false);
});

test('an import of people who left suppresses them, also those who were active', async () => {
  const { subscribers } = await makeState();
  await subscribers.put([ida]);
  const otto = reader('otto@pond.example', { status: 'complained', updated: later });
  await subscribers.put([{ ...ida, status: 'unsubscribed', updated: later }, otto]);
  expect(await subscribers.find(ida.email)).toMatchObject({ status: 'unsubscribed', updated: later });
  const found = await collect(subscribers.suppressions());
  expect(found.map((s) => [s.email, s.reason]).sort()).toEqual([
    [ida.email, 'unsubscribed'],
    [otto.email, 'complained'],
  ]);
});

test('an import makes pending ones active; who asks again by the form changes nothing of somebody active', async () => {
  const { subscribers } = await makeState();
  await subscribers.put([{ ...ida, status: 'pending' }]);
  expect(await subscribers.put([ida])).toMatchObject({ updated: 1 });
  const rude = { ...ida, status: 'pending' as const, name: 'Somebody Else', tags: ['x'], updated: later };
  expect(await subscribers.put([rude])).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await subscribers.find(ida.email)).toEqual(ida);
});

test('a name that not all requests by the form tell is nobody’s, and no form changes another', async () => {
  const { subscribers } = await makeState();
  const asks = (name: string | null) => subscribers.put([{ ...ida, status: 'pending', name }]);
  for (const [first, second, name] of [
    ['Ida', 'Ida', 'Ida'],
    ['Ida', 'Rude', null],
    [null, 'Rude', null],
    ['Rude', null, null],
  ] as const) {
    await asks(first);
    await asks(second);
    expect((await subscribers.find(ida.email))?.name).toBe(name);
    await subscribers.remove(ida.email, later);
  }
  const otto = reader('otto@pond.example', { name: 'Otto', status: 'pending' });
  await subscribers.put([{ ...otto, consent: { ...consent, how: 'import' } }]);
  await subscribers.put([{ ...otto, name: 'Rude', consent }]);
  expect((await subscribers.find(otto.email))?.name).toBe('Otto');
});

test('an id is one person for ever: who comes with that of another gets a new one', async () => {
  const { subscribers } = await makeState();
  const [otto, bo] = ['otto@pond.example', 'bo@pond.example'].map((email) => reader(email, { id: ida.id }));
  await subscribers.put([ida, otto as Subscriber]);
  expect(await subscribers.get(ida.id)).toMatchObject({ email: ida.email });
  expect((await subscribers.find('otto@pond.example'))?.id).toMatch(/^(?!0*$)[0-9a-f]{32}$/u);
  expect(await subscribers.wasRemoved(ida.id)).toBe(false);
  await subscribers.remove(ida.email, later);
  await subscribers.put([bo as Subscriber]);
  expect(await subscribers.get(ida.id)).toBeNull();
  expect((await subscribers.find('bo@pond.example'))?.status).toBe('active');
  expect(await subscribers.wasRemoved(ida.id)).toBe(true);
});

describe('who asked by the form and never confirmed', () => {
  const asking = { ...ida, status: 'pending', softBounces: 0 } as const;
  const before = '2026-06-01T07:59:59.999Z';

  test('is in no file any more, not even as a hash', async () => {
    const folder = makeNewsletter({});
    const { subscribers, bounces } = await makeState(folder);
    await subscribers.put([asking]);
    const words = `452 <${ida.email}> is full`;
    await bounces.record({ id: 'b', kind: 'soft', subscriber: ida.id, run: null, at: today, words });
    expect(await subscribers.forgetPending(before)).toBe(0);
    expect(bytesOf(folder)).toContain(ida.email);
    expect(await subscribers.forgetPending(today)).toBe(1);
    expect(bytesOf(folder)).not.toContain(ida.email);
    expect(await collect(subscribers.suppressions())).toEqual([]);
    expect(await subscribers.put([ida])).toMatchObject({ added: 1, suppressed: [] });
  });

  test('who asked again is known as long as the new link works', async () => {
    const { subscribers } = await makeState();
    await subscribers.put([asking]);
    await subscribers.put([{ ...asking, updated: later }]);
    expect(await subscribers.forgetPending(today)).toBe(0);
    expect(await subscribers.forgetPending(later)).toBe(1);
  });

  test('all others stay: on the list, off it, and pending because an editor brought them', async () => {
    const { subscribers } = await makeState();
    const brought = reader('otto@pond.example', {
      status: 'pending',
      consent: { ...consent, how: 'import' },
    });
    const gone = reader('bo@pond.example', { status: 'unsubscribed', consent });
    await subscribers.put([ida, brought, gone]);
    expect(await subscribers.forgetPending(later)).toBe(0);
    // That they were removed once outlasts the new wish.
    await subscribers.remove(ida.email, today);
    await subscribers.put([asking]);
    expect(await subscribers.forgetPending(later)).toBe(1);
    expect(await subscribers.put([ida])).toMatchObject({ suppressed: [ida.email] });
    expect(await subscribers.count()).toBe(2);
  });
});

describe('somebody who was removed', () => {
  test('is in no file any more, but for a hash that keeps imports away', async () => {
    const folder = makeNewsletter({});
    const { state, list } = await makeRun(3, folder);
    await state.subscribers.put([ida]);
    await state.ledger.claim(run.id, 1, 3);
    const words = `550 <${list[0]?.email}> is unknown`;
    await state.ledger.settle(run.id, [{ number: 1, state: 'failed', reply: words }]);
    const bounce = { id: 'b', kind: 'hard', subscriber: list[0]?.id ?? '', run: run.id, at: today } as const;
    await state.bounces.record({ ...bounce, words });
    expect(bytesOf(folder)).toContain('reader000000');
    expect(await state.subscribers.remove('READER000000@pond.example', later)).toBe(true);
    expect(await state.subscribers.remove('READER000000@pond.example', later)).toBe(false);
    expect(bytesOf(folder)).not.toContain('reader000000');
    expect(bytesOf(folder)).toContain('reader000001');
    const suppressed = await collect(state.subscribers.suppressions());
    expect(suppressed).toEqual([{ email: null, reason: 'removed', at: later }]);
    expect(await state.subscribers.put([reader('reader000000@pond.example')])).toMatchObject({
      suppressed: ['reader000000@pond.example'],
    });
    const gone = reader('reader000000@pond.example', { status: 'unsubscribed' });
    expect(await state.subscribers.put([gone])).toMatchObject({ added: 0, suppressed: [gone.email] });
    expect(await state.ledger.sums(run.id)).toMatchObject({ failed: 1, attempting: 2 });
    expect(await state.check()).toEqual([]);
  });

  test('may ask again by the form, and is suppressed until they confirm', async () => {
    const { subscribers } = await makeState();
    await subscribers.put([ida]);
    await subscribers.remove(ida.email, later);
    const imported = { ...consent, how: 'import' as const };
    expect(await subscribers.put([{ ...ida, status: 'pending', consent: imported }])).toMatchObject({
      suppressed: [ida.email],
    });
    expect(await subscribers.put([{ ...ida, status: 'pending' }])).toMatchObject({ added: 1 });
    expect(await collect(subscribers.suppressions())).toHaveLength(1);
    expect(await subscribers.wasRemoved(ida.id)).toBe(true);
    const back = await subscribers.find(ida.email);
    await subscribers.setStatus(back?.id ?? '', 'active', { at: later, reason: 'confirmed' });
    expect(await subscribers.wasRemoved(ida.id)).toBe(false);
    expect(await collect(subscribers.suppressions())).toEqual([]);
  });
});

function bytesOf(folder: string): string {
  return ['state.sqlite', 'state.sqlite-wal']
    .map((name) => readFileSync(join(folder, '.digestif', name), 'latin1'))
    .join('');
}

test('lists come by address over pages, narrowed by status and tag, while others change the table', async () => {
  const { subscribers } = await makeState();
  const many = readers(1203).map((r, i) => ({ ...r, tags: i % 2 === 0 ? ['even', 'all'] : ['all'] }));
  await subscribers.put([...many].reverse());
  for (const r of many.slice(0, 100))
    await subscribers.setStatus(r.id, 'bounced', { at: later, reason: 'hard' });
  const emails: string[] = [];
  for await (const { email, id } of subscribers.list({ status: 'active', tag: 'even' })) {
    emails.push(email);
    await subscribers.setStatus(id, 'unsubscribed', { at: later, reason: 'own wish' });
  }
  const expected = many.filter((r, i) => i >= 100 && r.tags.includes('even')).map((r) => r.email);
  expect(emails).toEqual(expected);
  expect(await subscribers.count({ tag: 'all' })).toBe(1203);
  expect(await subscribers.count({ status: 'active' })).toBe(1103 - expected.length);
  expect(await subscribers.count()).toBe(1203);
  expect(await collect(subscribers.list())).toHaveLength(1203);
  expect(await collect(subscribers.suppressions())).toHaveLength(100 + expected.length);
});
