import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatTally } from '../../src/commands/bounces.ts';
import { makeToken } from '../../src/deliver/tokens.ts';
import type { State } from '../../src/deliver/types.ts';
import { openState } from '../../src/io/state/open.ts';
import * as mails from '../deliver/returned.ts';
import { account, startImapServer } from '../imap-server.ts';
import { reader, recipients } from '../io/state/samples.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const config = `title: Reed Letters
url: https://reed.example
sender:
  name: Reed Letters
  email: letters@reed.example
sending:
  returnPath: bounces@reed.example
  leave: leave@reed.example
`;
const secret = 'the geese know the way to the lake';
const ada = reader('ada@pond.example');
const bo = reader('bo@lake.example');
const eve = reader('eve@moor.example');
const to = ({ id, email }: typeof ada) => ({ issue: '2026-05', subscriber: id, email });
const tokenOf = ({ id }: typeof ada): string =>
  makeToken(secret, {
    purpose: 'unsubscribe',
    list: 'digest.reed.example',
    subscriber: id,
    issue: '2026-05',
    expires: null,
  });

beforeEach(() => {
  vi.stubEnv('DIGESTIF_SECRET', secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function withState<T>(folder: string, act: (state: State) => Promise<T>): Promise<T> {
  const state = await openState(folder);
  return await act(state).finally(() => state.close());
}

/** A newsletter that sent May to three readers; `bounces` is the block of the config. */
async function make(bounces = ''): Promise<string> {
  const folder = makeNewsletter({ 'digestif.config.yaml': `${config}${bounces}` });
  await withState(folder, async ({ subscribers, ledger }) => {
    const list = [ada, bo, eve];
    await subscribers.put(list);
    const run = { id: '2026-05/1', issue: '2026-05', hashes: {}, started: '2026-06-01T07:00:00Z' };
    await ledger.freeze(run, recipients(list));
    const claimed = await ledger.claim(run.id, 0, 10);
    await ledger.settle(
      run.id,
      claimed.map(({ number }) => ({ number, state: 'sent', reply: '250' })),
    );
  });
  return folder;
}

function makeMaildir(folder: string, files: { [name: string]: Buffer }): void {
  for (const name of ['new', 'cur']) mkdirSync(join(folder, 'Maildir', name), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'Maildir/new', name), bytes);
}

const statuses = (folder: string) =>
  withState(folder, async ({ subscribers }) => {
    const found = [];
    for (const { id } of [ada, bo, eve]) found.push((await subscribers.get(id))?.status);
    return found;
  });

describe('a Maildir', () => {
  const block = 'bounces:\n  mailbox: maildir\n  path: Maildir\n';
  const files = {
    '1.a': mails.postfix(to(ada)),
    '2.b': mails.letter(),
    '3.c': mails.leaving(tokenOf(bo)),
    '4.d': mails.complaint(to(eve)),
    '5.e': mails.postfix({ ...to(eve), subscriber: 'ff'.repeat(16) }),
    '6.f': mails.absence(to(eve)),
  };

  test('is read, told, and read again without a change', async () => {
    const folder = await make(block);
    makeMaildir(folder, files);
    const { code, out } = await runDigestif(folder, 'bounces');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        "6 mails read: 2 hard bounces, 1 complaint, 1 wish to leave, 1 machine's answer, 1 that is no answer.",
        '  ada@pond.example  bounced       550 5.1.1 <ada@pond.example>: Recipient address rejected: User unknown',
        '  bo@lake.example   unsubscribed  asks to leave',
        '  eve@moor.example  complained    abuse: PondFBL/1.0',
        'For 1 mail nobody was found: digestif bounces --list',
        '',
      ].join('\n'),
    );
    expect(await statuses(folder)).toEqual(['bounced', 'unsubscribed', 'complained']);
    expect(readdirSync(join(folder, 'Maildir/new'))).toEqual(['2.b']);
    const again = await runDigestif(folder, 'bounces', '--json');
    expect(JSON.parse(again.out)).toMatchObject({
      kinds: { known: 5, none: 1, hard: 0 },
      unmatched: 0,
      changed: [],
    });
    expect((await runDigestif(folder, 'state', 'check')).out).toContain('all is well');
  });

  test('in a dry run is only looked at', async () => {
    const folder = await make(block);
    makeMaildir(folder, files);
    const { out } = await runDigestif(folder, 'bounces', '--dry-run');
    expect(out).toMatch(/2 hard bounces[\s\S]*ada@pond\.example +bounced[\s\S]*Nothing was changed\./u);
    expect(await statuses(folder)).toEqual(['active', 'active', 'active']);
    expect(readdirSync(join(folder, 'Maildir/new'))).toHaveLength(6);
    expect((await runDigestif(folder, 'bounces', '--list')).err).toBe('0 mails.\n');
  });

  test('what was read can be listed, with whom it was about', async () => {
    const folder = await make(block);
    makeMaildir(folder, files);
    await runDigestif(folder, 'bounces');
    await runDigestif(folder, 'subscribers', 'remove', 'bo@lake.example', '--forget');
    const { out, err } = await runDigestif(folder, 'bounces', '--list');
    expect(err).toBe('5 mails.\n');
    expect(out).toMatch(/^2026-06-01 +hard +ada@pond\.example +2026-05\/1 +550 5\.1\.1/mu);
    expect(out).toMatch(/^2026-06-01 +hard +nobody known +550 5\.1\.1/mu);
    expect(out).toMatch(/^2026-06-01 +other +removed$/mu);
    const { out: json } = await runDigestif(folder, 'bounces', '--list', '--json');
    expect(JSON.parse(json)).toHaveLength(5);
  });

  test('while another process reads it, this one does not', async () => {
    const folder = await make(block);
    makeMaildir(folder, files);
    await withState(folder, async (state) => {
      const lock = await state.lock('bounces');
      const { code, out, err } = await runDigestif(folder, 'bounces', '--verbose');
      expect([code, out, err]).toEqual([0, '0 mails read.\n', expect.stringContaining('(mailbox-busy)')]);
      await lock?.release();
    });
    expect(await statuses(folder)).toEqual(['active', 'active', 'active']);
  });
});

test('a file is read with --from: an mbox, or one mail', async () => {
  const folder = await make();
  const line = 'From MAILER-DAEMON Mon Jun  1 07:00:00 2026\n';
  const box = [mails.qmail(to(ada)), mails.letter(), mails.qmail(to(ada))]
    .map((mail) => `${line}${mail}\n`)
    .join('');
  writeFileSync(join(folder, 'box'), box);
  writeFileSync(join(folder, 'one.eml'), mails.hotmail(to(eve)));
  const { out } = await runDigestif(folder, 'bounces', '--from', 'box');
  expect(out).toMatch(/^3 mails read: 1 hard bounce, 1 that is no answer, 1 read before\.\n {2}ada/u);
  expect(readFileSync(join(folder, 'box'), 'utf8')).toBe(box);
  expect((await runDigestif(folder, 'bounces', '--from', 'one.eml')).out).toContain('1 complaint');
  expect(await statuses(folder)).toEqual(['bounced', 'active', 'complained']);
});

test('an IMAP folder is read on from where it was left', async () => {
  const server = await startImapServer();
  try {
    vi.stubEnv('DIGESTIF_IMAP_PASSWORD', account.password);
    const folder = await make(
      `bounces: { mailbox: imap, host: localhost, port: ${server.port}, security: none, user: ${account.user} }\n`,
    );
    const put = (uid: number, bytes: Buffer | null) =>
      server.mails.push({ uid, date: new Date(), bytes, flags: new Set() });
    put(4, mails.exchange(to(ada)));
    put(5, null);
    const first = await runDigestif(folder, 'bounces');
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringMatching(/mail 5.*cannot be opened \(bad-mail\)/u),
    ]);
    expect(first.out).toMatch(/^1 mail read: 1 hard bounce\./u);
    put(6, mails.gmail(to(bo)));
    expect((await runDigestif(folder, 'bounces')).out).toMatch(/^1 mail read: 1 hard bounce\.\n {2}bo@/u);
    expect(await statuses(folder)).toEqual(['bounced', 'bounced', 'active']);
    const { state, out } = await withState(folder, async (opened) => ({
      state: await opened.recall('mailbox INBOX of bounces@reed.example at localhost'),
      out: server.heard.join('\n'),
    }));
    expect([state, out.includes('geese')]).toEqual(['7:6', false]);
  } finally {
    await server.close();
  }
});

describe('what cannot be done is told', () => {
  test.each([
    ['', [], 'not-ready', /bounces\.mailbox is missing/u],
    ['bounces: { mailbox: maildir, path: nowhere }\n', [], 'mailbox-unread', /nowhere.*ENOENT/u],
    ['', ['--from', 'nothing'], 'mailbox-unread', /nothing.*ENOENT/u],
  ] as const)('%j %j', async (block, argv, code, words) => {
    const { code: exit, err } = await runDigestif(await make(block), 'bounces', ...argv);
    expect([exit, err]).toEqual([2, expect.stringMatching(words)]);
    expect(err).toContain(`(${code})`);
  });

  test('without the secret, a wish to leave cannot be told from any other mail', async () => {
    const folder = await make();
    vi.stubEnv('DIGESTIF_SECRET', '');
    const { code, err } = await runDigestif(folder, 'bounces', '--from', 'x');
    expect([code, err]).toEqual([2, expect.stringContaining('(secret-missing)')]);
  });
});

test('a summary names only what there is', () => {
  const kinds = { hard: 0, soft: 2, complaint: 0, leave: 0, other: 0, none: 0, known: 0 };
  const tally = { mailbox: 'x', kinds, unmatched: 2, changed: [], forgiven: 1, diagnostics: [] };
  expect(formatTally(tally, false)).toBe(
    '2 mails read: 2 passing bounces.\n1 reader got a later issue: forgiven.\nFor 2 mails nobody was found: digestif bounces --list',
  );
});
