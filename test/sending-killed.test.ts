import { afterEach, describe, expect, test, vi } from 'vitest';
import { openState } from '../src/io/state/open.ts';
import { issue, makeSendable, pointsOf, sendAndKill, setSending, startDigestif } from './killing.ts';
import { mailServers } from './mail-server.ts';
import { makeNewsletter } from './newsletter.ts';

const { start, stop } = mailServers();

afterEach(stop);

vi.setConfig({ testTimeout: 180_000 });

const connections = 5;
const sending = `connections: ${connections}`;

test('killed at 20 points of its way, the sender loses nobody and doubles nobody', async () => {
  const founds = await Promise.all(
    [1, 2].map(async (seed) => {
      const folder = await makeSendable(makeNewsletter({}), 250);
      return await sendAndKill(folder, pointsOf(seed, 10, 250), sending);
    }),
  );
  for (const { kills, lost, doubled, forgotten, mostUnknown, sums } of founds) {
    expect({ kills, lost, doubled, forgotten }).toEqual({ kills: 10, lost: 0, doubled: 0, forgotten: 0 });
    expect(mostUnknown).toBeLessThanOrEqual(connections);
    expect(sums.sent + sums.unknown).toBe(250);
    expect(sums.unknown).toBeLessThanOrEqual(10 * connections);
  }
});

async function sumsOf(folder: string) {
  const state = await openState(folder);
  const [run] = await state.ledger.runs(issue);
  const sums = await state.ledger.sums(run?.id ?? '');
  await state.close();
  return { ...sums, isFinished: run?.finished !== null };
}

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('once: what is on its way arrives and is noted, then it ends; again: it ends at once', async () => {
    const folder = await makeSendable(makeNewsletter({}), 60);
    let interrupt = (): void => {};
    const server = await start({
      delay: (attempt) => {
        if (attempt === 20) interrupt();
        return 30;
      },
    });
    setSending(folder, `transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none, ${sending}`);
    const first = startDigestif(folder, 'send', issue);
    interrupt = () => void first.child.kill(signal);
    const { code, err, signal: by } = await first.ended;
    expect([code, by]).toEqual([1, null]);
    expect(err).toMatch(/comes to its end[\s\S]*--resume/);
    const sums = await sumsOf(folder);
    expect(sums).toMatchObject({ attempting: 0, unknown: 0, sent: server.kept.length, isFinished: false });
    expect(sums.queued).toBeGreaterThan(0);
    await stop();

    const slow = await start({ delay: () => 60_000 });
    setSending(folder, `transport: smtp, host: 127.0.0.1, port: ${slow.port}, security: none, ${sending}`);
    const second = startDigestif(folder, 'send', issue, '--resume');
    second.child.stderr?.on('data', (words) => {
      if (String(words).includes('Stopping')) second.child.kill(signal);
    });
    while (slow.kept.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    second.child.kill(signal);
    expect((await second.ended).signal).toBe(signal);
    expect(await sumsOf(folder)).toMatchObject({ isFinished: false, sent: sums.sent });
  });
});

test('a terminal that goes away says so more than once: what is on its way arrives and is noted', async () => {
  const folder = await makeSendable(makeNewsletter({}), 60);
  let hangUp = (): void => {};
  const server = await start({
    delay: (attempt) => {
      if (attempt >= 20) hangUp();
      return 30;
    },
  });
  setSending(folder, `transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none, ${sending}`);
  const { child, ended } = startDigestif(folder, 'send', issue);
  hangUp = () => void child.kill('SIGHUP');
  expect(await ended).toMatchObject({ code: 1, signal: null, err: expect.stringContaining('--resume') });
  expect(await sumsOf(folder)).toMatchObject({ attempting: 0, unknown: 0, sent: server.kept.length });
});
