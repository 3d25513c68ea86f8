import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeNewsletter } from '../../newsletter.ts';
import { makeState } from './samples.ts';

const limit = { count: 3, seconds: 60 };

test('as many as the limit pass in any such span, per key', async () => {
  const { spend } = await makeState();
  const times = [0, 20_000, 40_000, 50_000, 59_999, 60_000, 60_001, 80_000, 100_000];
  const passed: boolean[] = [];
  for (const now of times) passed.push(await spend('form 203.0.113.7', now, limit));
  expect(passed).toEqual([true, true, true, false, false, true, false, true, true]);
  expect(await spend('form 203.0.113.8', 50_000, limit)).toBe(true);
});

test('what has run out is deleted, and no key is in the file', async () => {
  const folder = makeNewsletter({});
  const state = await makeState(folder);
  for (let i = 0; i < 50; i += 1) await state.spend(`visitor-${i}`, i, { count: 1, seconds: 1 });
  await state.spend('visitor-last', 10_000, { count: 1, seconds: 1 });
  await state.close();
  expect(readFileSync(join(folder, '.digestif/state.sqlite'), 'latin1')).not.toContain('visitor');
  const { DatabaseSync } = await import('node:sqlite');
  const file = new DatabaseSync(join(folder, '.digestif/state.sqlite'));
  expect(file.prepare('SELECT count(*) AS n FROM spendings').get()).toEqual({ n: 1 });
  file.close();
});
