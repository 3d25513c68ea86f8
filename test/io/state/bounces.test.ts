import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bounce } from '../../../src/deliver/types.ts';
import { openDatabase } from '../../../src/io/state/database.ts';
import { stateName } from '../../../src/io/state/open.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { collect, makeState, reader } from './samples.ts';

const ida = reader('ida@pond.example');
const bounce = (id: string, more: Partial<Bounce> = {}): Bounce => ({
  id,
  kind: 'soft',
  subscriber: ida.id,
  run: '2026-05/1',
  at: '2026-06-01',
  words: '452 mailbox full',
  ...more,
});

test('a mail read twice counts once, and so do two soft ones of one run', async () => {
  const { subscribers, bounces } = await makeState();
  await subscribers.put([ida]);
  expect(await bounces.record(bounce('a'))).toEqual({ isNew: true, softBounces: 1 });
  expect(await bounces.record(bounce('a'))).toEqual({ isNew: false, softBounces: 1 });
  expect(await bounces.record(bounce('b'))).toEqual({ isNew: true, softBounces: 1 });
  expect(await bounces.record(bounce('c', { run: '2026-06/1' }))).toEqual({ isNew: true, softBounces: 2 });
  expect(await bounces.record(bounce('d', { run: '2026-07/1', kind: 'hard' }))).toMatchObject({
    softBounces: 2,
  });
  await bounces.forgive(ida.id);
  expect(await subscribers.get(ida.id)).toMatchObject({ softBounces: 0, status: 'active' });
});

test('those that fit nobody are kept too; lists come by time over pages', async () => {
  const { bounces } = await makeState();
  const stray = bounce('stray', { kind: 'other', subscriber: null, run: null, at: '2026-05-30' });
  expect(await bounces.record(stray)).toEqual({ isNew: true, softBounces: 0 });
  for (let i = 0; i < 700; i += 1) await bounces.record(bounce(`n${String(i).padStart(3, '0')}`));
  expect(await collect(bounces.list({ matched: false }))).toEqual([stray]);
  expect(await collect(bounces.list({ matched: true }))).toHaveLength(700);
  const ids = (await collect(bounces.list())).map((b) => b.id);
  expect(ids[0]).toBe('stray');
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toHaveLength(701);
});

test('what was read is known, and what is about one reader is found', async () => {
  const { subscribers, bounces } = await makeState();
  await subscribers.put([ida]);
  await bounces.record(bounce('b', { at: '2026-06-02' }));
  await bounces.record(bounce('a'));
  await bounces.record(bounce('stray', { subscriber: null, run: null }));
  expect([await bounces.has('a'), await bounces.has('c')]).toEqual([true, false]);
  expect((await bounces.of(ida.id)).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await bounces.of('nobody')).toEqual([]);
});

test('the last mails that are no answers are known', async () => {
  const folder = makeNewsletter({});
  const { bounces } = await makeState(folder);
  const file = openDatabase(join(folder, stateName));
  file.transaction(() => {
    for (let i = 0; i < 10_000; i += 1) file.run('INSERT INTO passed (mail) VALUES (?)', `${i}`);
  });
  file.close();
  await bounces.passOver('new');
  await bounces.passOver('new');
  const known = await Promise.all(['0', '1', '9999', 'new', 'none'].map((id) => bounces.wasPassedOver(id)));
  expect(known).toEqual([false, true, true, true, false]);
});
