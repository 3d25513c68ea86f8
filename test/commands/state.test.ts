import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { withCopy } from '../../src/commands/state.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const make = () => makeNewsletter({ 'digestif.config.yaml': config });

test('a backup is taken, and works in the place of the state', async () => {
  const folder = make();
  await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example');
  const { code, out } = await runDigestif(folder, 'state', 'backup', 'a.sqlite');
  expect([code, out]).toEqual([0, expect.stringContaining('.digestif/state.sqlite')]);
  const again = await runDigestif(folder, 'state', 'backup', 'a.sqlite');
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('exists already (write-failed)')]);
  rmSync(join(folder, '.digestif'), { recursive: true });
  mkdirSync(join(folder, '.digestif'));
  writeFileSync(join(folder, '.digestif/state.sqlite'), readFileSync(join(folder, 'a.sqlite')));
  expect((await runDigestif(folder, 'subscribers', 'list')).out).toContain('ida@pond.example');
  const told = await runDigestif(folder, 'state', 'backup', 'b.sqlite', '--json');
  expect(JSON.parse(told.out)).toEqual({ file: join(folder, 'b.sqlite') });
});

test('a copy is thrown away, also when its use fails', async () => {
  const folder = make();
  await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example');
  const terminal = { out: () => {}, err: () => {}, lively: false, color: false };
  const context = { folder, terminal, json: false, verbose: false, now: () => new Date() };
  const before = readdirSync(join(folder, '.digestif')).sort();
  const spoil = withCopy(context, async ({ subscribers }) => {
    expect(await subscribers.remove('ida@pond.example', '2026-06-01')).toBe(true);
    throw new Error('no luck');
  });
  await expect(spoil).rejects.toThrow('no luck');
  expect(readdirSync(join(folder, '.digestif')).sort()).toEqual(before);
  expect((await runDigestif(folder, 'subscribers', 'list')).out).toContain('ida@pond.example');
});

test('a check tells what is there, and what is broken', async () => {
  const folder = make();
  await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example');
  const well = await runDigestif(folder, 'state', 'check');
  expect([well.code, well.out]).toEqual([0, '1 subscriber and 0 runs checked: all is well.\n']);
  const file = new DatabaseSync(join(folder, '.digestif/state.sqlite'));
  file.exec("UPDATE subscribers SET status = 'bounced'");
  file.close();
  const { code, err } = await runDigestif(folder, 'state', 'check');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/not on the suppression list \(state-broken\)\n.*backup/u),
  ]);
  const { out } = await runDigestif(folder, 'state', 'check', '--json');
  expect(JSON.parse(out)).toMatchObject({
    subscribers: 1,
    runs: [],
    diagnostics: [{ code: 'state-broken' }],
  });
});
