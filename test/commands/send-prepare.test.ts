import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { loadMailing } from '../../src/commands/mailing.ts';
import { prepareMail, requireSeal, requireWay } from '../../src/commands/send-prepare.ts';
import { openState } from '../../src/io/state/open.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';
import { addReaders, sendable } from './sendable.ts';

// Each sending renders in a process of its own.
vi.setConfig({ testTimeout: 180_000 });

test('the mail is made from the seal alone, the articles may be gone', async () => {
  const folder = await sendable([]);
  const mailing = loadMailing(folder, process.env);
  const mail = await prepareMail(folder, mailing, requireSeal(folder, '2026-05'));
  expect(mail.issue).toMatchObject({ key: '2026-05', sealed: true });
  expect(mail.list).toEqual(mailing.list);
});

test('a way that does not work is told before the first mail', async () => {
  const folder = makeNewsletter({ outbox: 'a file' });
  await expect(requireWay(openMaildir(`${folder}/outbox`))).rejects.toMatchObject({
    diagnostics: [{ code: 'smtp-login' }],
  });
  await requireWay(openMaildir(`${folder}/other`));
});

const issue = '2026-05';
const three = ['ada@reed.example', 'eda@reed.example', 'ida@reed.example'];

async function rehearsed(folder: string, ...argv: string[]): Promise<string> {
  const { code, out, err } = await runDigestif(folder, 'send', issue, '--dry-run', ...argv);
  expect([code, err]).toEqual([0, '']);
  return out.trimEnd();
}

test('a rehearsal of what was sent says so, and that nothing would be sent', async () => {
  const folder = await sendable(three);
  await runDigestif(folder, 'send', issue);
  await addReaders(folder, ['uda@reed.example']);
  const sent = '2026-05/1 was sent to 3 readers and finished on 2026-06-01; nothing would be sent';
  for (const wish of [[], ['--resume'], ['--retry-failed'], ['--retry-unknown']])
    expect(await rehearsed(folder, ...wish)).toBe(`${sent}.`);
  expect(await rehearsed(folder, '--again')).toBe(`${sent}: --again is for a later revision.`);
  expect(JSON.parse(await rehearsed(folder, '--json'))).toMatchObject({ readers: 0, sums: { sent: 3 } });
});

/** A sending as it was when it stopped: one sent, one refused, one unknown, the last one waiting. */
async function stopped(folder: string): Promise<void> {
  const { hashes } = requireSeal(folder, issue);
  const state = await openState(folder);
  const { ledger, subscribers } = state;
  const run = { id: `${issue}/1`, issue, hashes, started: '2026-06-01T08:00:00Z' };
  await ledger.freeze(
    run,
    (async function* () {
      for await (const subscriber of subscribers.list()) yield { subscriber, excluded: null };
    })(),
  );
  const claimed = await ledger.claim(run.id, 0, 3);
  const states = ['sent', 'failed', 'unknown'] as const;
  await ledger.settle(
    run.id,
    claimed.map(({ number }, i) => ({ number, state: states[i] ?? 'sent', reply: null })),
  );
  await state.close();
}

test('a rehearsal of what was begun counts what each wish would send', async () => {
  const folder = await sendable([...three, 'oda@reed.example']);
  await stopped(folder);
  const sofar =
    '2026-05/1 was sent to 1 of 4 readers (1 not delivered, 1 unknown, 1 waiting) and not finished; ';
  const way = ', by file. Nothing was sent.';
  const size = (text: string): string => text.replace(/[\d.]+ KB/, 'x KB');
  expect(await rehearsed(folder)).toBe(`${sofar}nothing would be sent without --resume.`);
  expect(size(await rehearsed(folder, '--resume'))).toBe(`${sofar}1 mail would be sent, x KB at most${way}`);
  for (const wish of ['--retry-failed', '--retry-unknown']) {
    const said = `${sofar}2 mails would be sent, 1 of them again, x KB at most${way}`;
    expect(size(await rehearsed(folder, wish))).toBe(said);
  }
  await runDigestif(folder, 'subscribers', 'remove', 'oda@reed.example');
  expect(await rehearsed(folder, '--resume')).toBe(`${sofar}1 mail would be sent, 1 of them left out${way}`);
  await runDigestif(folder, 'send', issue, '--resume');
  expect(size(await rehearsed(folder, '--retry-failed'))).toBe(
    `2026-05/1 was sent to 1 reader (1 not delivered, 1 unknown) and finished on 2026-06-01; 1 mail would be tried again, x KB at most${way}`,
  );
});

test('a rehearsal of a later revision counts those who have none yet, and with --again all', async () => {
  const folder = await sendable(three);
  await runDigestif(folder, 'send', issue);
  const path = join(folder, 'articles/_issues/2026-05.seal.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), revision: 2 }));
  await addReaders(folder, ['uda@reed.example']);
  expect(await rehearsed(folder)).toMatch(/^2026-05\/2 would go to 4 readers, 3 of them left out, /);
  expect(await rehearsed(folder, '--again')).toMatch(/^2026-05\/2 would go to 4 readers, [\d.]+ KB/);
});
