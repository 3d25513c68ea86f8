import { expect, test } from 'vitest';
import { openState } from '../../src/io/state/open.ts';
import { makeRun } from '../io/state/samples.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

async function halfway(): Promise<string> {
  const folder = makeNewsletter({ 'digestif.config.yaml': config });
  const { state } = await makeRun(8, folder);
  await state.ledger.claim('2026-05/1', 1, 6);
  await state.ledger.settle('2026-05/1', [
    { number: 1, state: 'sent', reply: '250 ok' },
    { number: 2, state: 'failed', reply: '550 <reader000001@pond.example> unknown' },
    { number: 3, state: 'failed', reply: '550 <reader000002@pond.example> unknown' },
    { number: 4, state: 'unknown', reply: 'the line was dropped' },
    { number: 5, state: 'queued', reply: '451 later', due: 9e12 },
  ]);
  await state.close();
  return folder;
}

test('all sendings, a line each', async () => {
  const empty = makeNewsletter({ 'digestif.config.yaml': config });
  expect((await runDigestif(empty, 'send')).out).toBe('Nothing was sent yet.\n');
  const folder = await halfway();
  expect((await runDigestif(folder, 'send')).out).toBe(
    '2026-05/1  2026-06-01  not finished  1 sent, 2 not delivered, 1 unknown, 1 on their way, 3 waiting\n',
  );
  expect(JSON.parse((await runDigestif(folder, 'send', '--json')).out)).toMatchObject([
    { id: '2026-05/1', sums: { sent: 1, queued: 3 } },
  ]);
});

test('one sending by reason, and reader by reader', async () => {
  const folder = await halfway();
  const { code, out, err } = await runDigestif(folder, 'send', '2026-05', '--status');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^2026-05\/1: 8 readers, 1 sent, 2 not delivered, 1 unknown, 1 on their way, 3 waiting\.\n/,
  );
  expect(out).toMatch(/ 2 +not delivered +550 <…> unknown +such as reader000001@pond\.example/);
  expect(out).toMatch(/ 1 +waiting +451 later/);
  expect(err).toContain('maybe-delivered');
  expect(err).toMatch(/error 2 mails were not delivered \(not-delivered\)\n.*--retry-failed/);
  expect(out).toContain('\nEach of their addresses: digestif send 2026-05 --status -v\n');
  const { out: all } = await runDigestif(folder, 'send', '2026-05', '--status', '--verbose');
  expect(all).toContain('reader000002@pond.example  failed  1 try  550 <reader000002@pond.example> unknown');
  expect(all.match(/ {2}(?:failed|unknown) {2}1 try/g)).toHaveLength(3);
  expect(all).not.toContain('--status -v');
  const state = await openState(folder);
  expect(await state.ledger.sums('2026-05/1')).toMatchObject({ attempting: 1 });
  await state.close();
});

test('an issue that was never sent', async () => {
  const folder = makeNewsletter({ 'digestif.config.yaml': config });
  const { code, err } = await runDigestif(folder, 'send', '2026-05', '--status');
  expect([code, err]).toEqual([2, expect.stringContaining('no-run')]);
});
