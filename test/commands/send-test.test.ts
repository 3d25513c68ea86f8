import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { readToken } from '../../src/deliver/tokens.ts';
import { openState } from '../../src/io/state/open.ts';
import { secret } from '../killing.ts';
import { mailServers } from '../mail-server.ts';
import { runDigestif } from '../run.ts';
import { sendable } from './sendable.ts';

const { start, stop } = mailServers();

afterEach(stop);

vi.setConfig({ testTimeout: 180_000 });

test('a test mail needs no seal and no postal address, is noted nowhere, and each is another mail', async () => {
  const folder = await sendable(['ada@reed.example']);
  await runDigestif(folder, 'approve', '2026-05', '--reopen');
  const config = join(folder, 'digestif.config.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/postalAddress.*\n/, ''));
  for (let i = 0; i < 2; i++) {
    const { code, out } = await runDigestif(folder, 'send', '2026-05', '--to', 'Me@Reed.example');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^2026-05 \([\d.]+ KB\) is sent to Me@reed\.example: new\//),
    ]);
  }
  const outbox = join(folder, '.digestif/outbox/new');
  const mails = readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8'));
  expect(mails).toHaveLength(2);
  for (const mail of mails) {
    expect(mail).toContain('\nTo: Me@reed.example\n');
    const token = /unsubscribe%20([\w.-]+)/.exec(mail)?.[1] ?? '';
    const list = /^List-ID: .*<(.*)>$/mu.exec(mail)?.[1] ?? '';
    // Its link leads nobody off the list.
    const facts = readToken(secret, token, { purpose: 'unsubscribe', list }, 0);
    expect(facts?.subscriber).toMatch(/^test-[0-9a-f]{16}$/);
  }
  const state = await openState(folder);
  expect(await state.ledger.runs()).toEqual([]);
  await state.close();
});

test('refused, it is said', async () => {
  const server = await start({ misdeed: (_, to) => (to === '' ? null : '550 at rcpt') });
  const folder = await sendable([], `transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none`);
  const { code, err } = await runDigestif(folder, 'send', '2026-05', '--to', 'me@reed.example');
  expect([code, err]).toEqual([1, expect.stringMatching(/550 no such reader.*test-failed/)]);
});

test('no address, no issue, and a rehearsal', async () => {
  const folder = await sendable([]);
  expect((await runDigestif(folder, 'send', '2026-05', '--to', 'me@')).err).toContain('bad-address');
  expect((await runDigestif(folder, 'send', '2020-01', '--to', 'me@reed.example')).err).toContain('no-issue');
  const { code, out } = await runDigestif(folder, 'send', '2026-05', '--to', 'me@reed.example', '--dry-run');
  expect([code, out]).toEqual([0, expect.stringMatching(/KB would go to me@reed\.example\.\n$/)]);
  expect(readdirSync(join(folder, '.digestif'))).not.toContain('outbox');
});
