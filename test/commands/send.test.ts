import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/commands/send.ts';
import { openState } from '../../src/io/state/open.ts';
import { openTransport } from '../../src/io/transports/open.ts';
import { setSending } from '../killing.ts';
import { type Misdeed, mailServers } from '../mail-server.ts';
import { runDigestif } from '../run.ts';
import { addReaders, sendable } from './sendable.ts';

const { start, stop } = mailServers();

afterEach(stop);

// Each sending renders in a process of its own.
vi.setConfig({ testTimeout: 180_000 });

const issue = '2026-05';
const three = ['ada@reed.example', 'eda@reed.example', 'ida@reed.example'];

function outbox(folder: string): string[] {
  const path = join(folder, '.digestif/outbox/new');
  return readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
}

function smtp(port: number, more = ''): string {
  return `transport: smtp, host: 127.0.0.1, port: ${port}, security: none${more}`;
}

async function edit(folder: string, change: (config: string) => string): Promise<void> {
  const path = join(folder, 'digestif.config.yaml');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** As the command line does it, but retries come at once. */
async function sendQuickly(
  folder: string,
  options: Partial<Parameters<typeof send>[1]> = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      said.out += `${text}\n`;
    },
    err: (text: string) => {
      said.err += `${text}\n`;
    },
    lively: false,
    color: false,
  };
  const context = { folder, terminal, json: false, verbose: false, now: () => new Date() };
  const code = await send(
    context,
    { issue, ...options },
    {
      environment: process.env,
      open: ({ config }) => openTransport(config, folder, process.env),
      waits: { firstWait: 1, longestWait: 1 },
    },
  );
  return { code, ...said };
}

test('everybody gets one mail of their own, and a second time nobody', async () => {
  const folder = await sendable(three);
  const { code, out } = await runDigestif(folder, 'send', issue);
  expect([code, out]).toEqual([0, '2026-05/1: 3 readers, 3 sent.\n']);
  const mails = outbox(folder);
  for (const email of three) {
    const [mail = '', ...others] = mails.filter((text) => text.includes(`Delivered-To: ${email}\n`));
    expect(others).toEqual([]);
    expect(mail).toContain(`\nTo: ${email}\n`);
    expect(mail).toMatch(/\nReturn-Path|^Return-Path: <letter\+2026-05=[0-9a-f]{32}@reedpost\.example>/);
    expect(mail).toMatch(/\nDate: Mon, 01 Jun 2026 08:00:00 \+0000\n/);
    expect(mail).toMatch(/\nList-Unsubscribe: *\s?<mailto:letter@reedpost\.example\?subject=unsubscribe%20/);
  }
  const tokens = mails.map((mail) => /unsubscribe%20([\w.-]+)/.exec(mail)?.[1]);
  expect(new Set(tokens).size).toBe(3);
  const again = await runDigestif(folder, 'send', issue);
  expect(again.code).toBe(2);
  expect(again.err).toMatch(/finished on 2026-06-01 \(run-exists\)/);
  expect((await runDigestif(folder, 'send', issue, '--resume')).code).toBe(0);
  expect(outbox(folder)).toHaveLength(3);
});

describe('refused, and nothing begun', () => {
  const cases: [what: string, code: string, spoil: (folder: string) => Promise<unknown>][] = [
    ['an issue that was reopened', 'not-sealed', (f) => runDigestif(f, 'approve', issue, '--reopen')],
    [
      'bytes other than the approved ones',
      'seal-broken',
      (f) => edit(f, (c) => c.replace('title: The Reed Post', 'title: The Rush Post')),
    ],
    [
      'a seal that cannot be read',
      'bad-seal',
      async (f) => writeFileSync(join(f, 'articles/_issues/2026-05.seal.json'), '{'),
    ],
    ['no postal address', 'not-ready', (f) => edit(f, (c) => c.replace(/postalAddress.*\n/, ''))],
    [
      'a placeholder',
      'not-ready',
      (f) => edit(f, (c) => c.replace('letter@reedpost.example', 'editor@newsletter.example')),
    ],
    ['no server', 'not-ready', async (f) => setSending(f, 'transport: smtp')],
    [
      'no password',
      'secret-missing',
      async (f) => setSending(f, 'transport: smtp, host: localhost, user: ada'),
    ],
    ['nobody there', 'smtp-login', async (f) => setSending(f, smtp(1))],
    [
      'a long return path',
      'not-ready',
      async (f) => setSending(f, 'returnPath: bounces-of-the-reed-post@reedpost.example'),
    ],
    [
      'nobody on the list',
      'no-readers',
      async (f) => {
        for (const email of three) await runDigestif(f, 'subscribers', 'remove', email);
      },
    ],
  ];
  test.each(cases)('%s', async (_, code, spoil) => {
    const folder = await sendable(three);
    await spoil(folder);
    const outcome = await runDigestif(folder, 'send', issue);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(`(${code})`);
    const state = await openState(folder);
    expect(await state.ledger.runs()).toEqual([]);
    await state.close();
    expect(readdirSync(join(folder, '.digestif'))).not.toContain('outbox');
  });

  test('an issue that was never approved', async () => {
    const folder = await sendable(three);
    const { code, err } = await runDigestif(folder, 'send', '2026-04');
    expect([code, err]).toEqual([2, expect.stringMatching(/not-sealed[\s\S]*digestif approve 2026-04/)]);
  });

  test('no secret', async () => {
    const folder = await sendable(three);
    const { DIGESTIF_SECRET: secret = '' } = process.env;
    for (const value of [undefined, 'short']) {
      if (value === undefined) delete process.env['DIGESTIF_SECRET'];
      else process.env['DIGESTIF_SECRET'] = value;
      const { code, err } = await runDigestif(folder, 'send', issue);
      process.env['DIGESTIF_SECRET'] = secret;
      expect([code, err]).toEqual([2, expect.stringMatching(/secret-missing[\s\S]*openssl rand/)]);
    }
  });

  test('a second sender', async () => {
    const folder = await sendable(three);
    const state = await openState(folder);
    const lock = await state.lock('send');
    const { code, err } = await runDigestif(folder, 'send', issue);
    expect([code, err]).toEqual([2, expect.stringContaining('already-sending')]);
    await lock?.release();
    expect((await runDigestif(folder, 'send', issue)).code).toBe(0);
    await state.close();
  });
});

test('a rehearsal counts, makes every mail and sends none', async () => {
  const folder = await sendable([...three, `${'&'.repeat(64)}@reed.example`]);
  const { code, out } = await runDigestif(folder, 'send', issue, '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^2026-05\/1 would go to 4 readers, 1 of them left out, [\d.]+ KB at most, by file\. Nothing was sent\.\n$/,
  );
  expect(readdirSync(join(folder, '.digestif'))).not.toContain('outbox');
  expect(JSON.parse((await runDigestif(folder, 'send', issue, '--dry-run', '--json')).out)).toMatchObject({
    run: '2026-05/1',
    readers: 4,
    excluded: 1,
    begun: null,
  });
});

test('what was refused, put off and is unknown is told by reason; unknown is sent again only when asked for', async () => {
  const plans: { [to: string]: Misdeed } = {
    'ada@reed.example': '550 at rcpt',
    'eda@reed.example': '550 at rcpt',
    'ida@reed.example': 'drop after data, kept',
    'oda@reed.example': '450 at rcpt',
  };
  const server = await start({ misdeed: (_, to) => plans[to] ?? null });
  const folder = await sendable([...Object.keys(plans), 'uda@reed.example'], smtp(server.port, ', tries: 2'));
  const { code, out, err } = await sendQuickly(folder);
  expect(code).toBe(1);
  expect(out).toMatch(/^2026-05\/1: 5 readers, 1 sent, 3 not delivered, 1 unknown\.\n/);
  expect(out).toMatch(/ 2 +not delivered +550 no such reader, try again +such as ada@reed\.example/);
  expect(out).toMatch(/ 1 +not delivered +450 no such reader/);
  expect(err).toMatch(/3 mails were not delivered[\s\S]*maybe-delivered[\s\S]*--retry-unknown/);
  const [first] = server.kept.filter(({ to }) => to === 'ida@reed.example');

  delete plans['ida@reed.example'];
  expect((await sendQuickly(folder, { resume: true })).code).toBe(1);
  expect(server.kept.filter(({ to }) => to === 'ida@reed.example')).toHaveLength(1);
  const retried = await sendQuickly(folder, { retryUnknown: true });
  expect(retried.code).toBe(1);
  expect(retried.out).toContain('5 readers, 2 sent, 3 not delivered.');
  expect(retried.err).toContain('error 3 mails were not delivered (not-delivered)');
  plans['ada@reed.example'] = plans['eda@reed.example'] = '451 at rcpt';
  delete plans['oda@reed.example'];
  expect((await sendQuickly(folder, { retryFailed: true })).code).toBe(1);
  delete plans['ada@reed.example'];
  delete plans['eda@reed.example'];
  expect((await sendQuickly(folder, { retryFailed: true })).code).toBe(0);
  const copies = server.kept.filter(({ to }) => to === 'ida@reed.example');
  expect(copies.map(({ id }) => id)).toEqual([first?.id, first?.id]);
});

test('who does not exist is off the list, and the exit code tells only of others', async () => {
  const options: SMTPServerOptions = {
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('uda')) done();
      else done(Object.assign(new Error('5.1.1 no such reader'), { responseCode: 550 }));
    },
  };
  const server = await start({ options });
  const folder = await sendable([...three, 'uda@reed.example'], smtp(server.port));
  const { code, out, err } = await sendQuickly(folder);
  expect([code, err.includes('not-delivered')]).toEqual([0, false]);
  expect(out).toMatch(/4 readers, 1 sent, 3 not delivered\.\n +3 +not delivered +550 5\.1\.1 no such reader/);
  expect((await runDigestif(folder, 'send', issue, '--status')).code).toBe(0);
  expect((await runDigestif(folder, 'subscribers', 'list', '--status', 'bounced')).err).toBe('3 bounced.\n');
});

test('a server that takes nothing stops it, and nobody is given up', async () => {
  let isSick = true;
  const server = await start({ misdeed: () => (isSick ? '550 at mail' : null) });
  const folder = await sendable(three, smtp(server.port, ', tries: 3'));
  const { code, out, err } = await sendQuickly(folder);
  expect(code).toBe(1);
  expect(out).toMatch(/3 readers, 3 waiting\.\n +\d +waiting +.*550 no such reader/);
  expect(err).toMatch(/took no mail at all, 3 times in a row[\s\S]*sending-stopped[\s\S]*--resume/);
  isSick = false;
  expect((await sendQuickly(folder, { resume: true })).code).toBe(0);
  expect(server.kept).toHaveLength(3);
});

test('readers are those of the beginning, less those who left', async () => {
  let refuse = true;
  const server = await start({ misdeed: (_, to) => (refuse && to.startsWith('r') ? '550 at rcpt' : null) });
  const many = Array.from({ length: 40 }, (_, i) => `r${String(i).padStart(2, '0')}@reed.example`);
  const folder = await sendable([...many, 'z1@reed.example', 'z2@reed.example'], smtp(server.port));
  const first = await sendQuickly(folder);
  expect(first.code).toBe(1);
  expect(first.err).toMatch(/more than 25 of 100[\s\S]*too-many-errors[\s\S]*--resume/);
  expect(first.out).toMatch(/waiting/);
  const blind = await runDigestif(folder, 'send', issue);
  expect(blind.err).toMatch(/begun and not finished[\s\S]*--resume/);
  refuse = false;
  await addReaders(folder, ['new@reed.example']);
  await runDigestif(folder, 'subscribers', 'remove', 'z1@reed.example');
  const second = await sendQuickly(folder, { resume: true });
  expect(second.code).toBe(1);
  expect(second.out).toMatch(/ 1 +left out +left the list before sending/);
  const got = server.kept.map(({ to }) => to);
  expect(got).toContain('z2@reed.example');
  expect(got).not.toContain('z1@reed.example');
  expect(got).not.toContain('new@reed.example');
  const lost = many.filter((email) => !got.includes(email));
  expect(lost.length).toBeGreaterThanOrEqual(20);
  expect((await sendQuickly(folder, { retryFailed: true })).code).toBe(0);
  expect(server.kept.map(({ to }) => to).sort()).toEqual([...many, 'z2@reed.example']);
});

/** As if it had been reopened and approved anew, with the same words. */
function approveAnew(folder: string, revision: number): void {
  const path = join(folder, 'articles/_issues/2026-05.seal.json');
  const seal = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...seal, revision }));
}

test('a later revision goes to those who have none yet; to all only when asked for', async () => {
  const folder = await sendable(three);
  await runDigestif(folder, 'send', issue);
  approveAnew(folder, 2);
  const none = await runDigestif(folder, 'send', issue);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('no-readers')]);
  await addReaders(folder, ['uda@reed.example']);
  const { code, out } = await runDigestif(folder, 'send', issue);
  expect(code).toBe(0);
  expect(out).toMatch(/^2026-05\/2: 4 readers, 1 sent, 3 left out\.\n.*3 +left out +has 2026-05\/1 already/);
  approveAnew(folder, 3);
  expect((await runDigestif(folder, 'send', issue, '--again')).out).toContain(
    '2026-05/3: 4 readers, 4 sent.',
  );
});

test('an earlier revision is not carried on when a later one was begun', async () => {
  const folder = await sendable(three);
  await runDigestif(folder, 'send', issue);
  await addReaders(folder, ['uda@reed.example']);
  approveAnew(folder, 2);
  await runDigestif(folder, 'send', issue);
  approveAnew(folder, 1);
  for (const wish of ['--resume', '--retry-failed']) {
    const { code, err } = await runDigestif(folder, 'send', issue, wish);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/2026-05\/2 was begun after 2026-05\/1[\s\S]*run-exists[\s\S]*digestif approve/),
    ]);
  }
});

test('a run is not carried on with other bytes', async () => {
  const folder = await sendable(three);
  const state = await openState(folder);
  const run = { id: '2026-05/1', issue, hashes: { 'email.html': 'ab' }, started: '2026-06-01T08:00:00Z' };
  await state.ledger.freeze(run, (async function* () {})());
  await state.close();
  const { code, err } = await runDigestif(folder, 'send', issue, '--resume');
  expect([code, err]).toEqual([2, expect.stringContaining('seal-broken')]);
});

test('the result as JSON', async () => {
  const folder = await sendable(three);
  const { out } = await runDigestif(folder, 'send', issue, '--json', '--rate', '1000/s');
  expect(JSON.parse(out)).toMatchObject({
    run: { id: '2026-05/1', prepared: 3, finished: '2026-06-01T08:00:00.000Z' },
    sums: { sent: 3, queued: 0 },
    ending: 'done',
    diagnostics: [],
  });
});

test('keys sign', async () => {
  const folder = await sendable(three);
  await runDigestif(folder, 'dkim', 'new');
  await edit(folder, (config) => `${config}dkim: [{selector: digestif, key: .digestif/dkim-digestif.pem}]\n`);
  expect((await runDigestif(folder, 'send', issue)).code).toBe(0);
  for (const mail of outbox(folder)) expect(mail).toMatch(/\nDKIM-Signature: v=1; a=rsa-sha256/);
});
