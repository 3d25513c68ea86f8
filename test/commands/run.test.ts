import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { runDue } from '../../src/commands/run.ts';
import { realTools } from '../../src/commands/send.ts';
import { openState } from '../../src/io/state/open.ts';
import { marsh } from '../articles.ts';
import * as mails from '../deliver/returned.ts';
import { reader } from '../io/state/samples.ts';
import { mailServers } from '../mail-server.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const secret = 'the geese know the way to the lake';
const environment = { DIGESTIF_SECRET: secret };
const readers = ['ada@pond.example', 'bo@lake.example'].map((email) => reader(email));
const schedule = 'schedule: { notify: editor@reedpost.example }\npostalAddress: 1 Reed Lane\n';

const sealName = 'articles/_issues/2026-05.seal.json';
let seal = '';

beforeAll(async () => {
  const folder = makeNewsletter({
    ...marsh,
    'digestif.config.yaml': `${marsh['digestif.config.yaml']}${schedule}`,
  });
  await runDigestif(folder, 'approve', '2026-05');
  seal = readFileSync(join(folder, sealName), 'utf8');
});

const may = '2026-05-20T08:00:00Z';
const june = (day: number, hour = 8): string =>
  `2026-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;

/** With two readers and, if nothing else is said, first run in May. */
async function make({ more = '', sealed = true, since = may as string | null } = {}): Promise<string> {
  const folder = makeNewsletter({
    ...marsh,
    'digestif.config.yaml': `${marsh['digestif.config.yaml']}${schedule}${more}`,
    ...(sealed && { [sealName]: seal }),
  });
  const state = await openState(folder);
  await state.subscribers.put(readers);
  await state.remember('schedule since', since);
  await state.close();
  return folder;
}

type Told = { code: number; out: string; err: string };

/** A run at a time, as cron would start it. */
async function runAt(
  folder: string,
  time: string,
  options: { dryRun?: boolean; json?: boolean; verbose?: boolean } = {},
): Promise<Told> {
  const told: Told = { code: 0, out: '', err: '' };
  const context: Context = {
    folder,
    json: options.json ?? false,
    verbose: options.verbose ?? false,
    now: () => new Date(time),
    terminal: {
      out: (text) => {
        told.out += `${text}\n`;
      },
      err: (text) => {
        told.err += `${text}\n`;
      },
      lively: false,
      color: false,
    },
  };
  told.code = await runDue(context, options, realTools(environment));
  return told;
}

/** Mails that left, by recipient. */
function sent(folder: string): { [to: string]: string[] } {
  const found: { [to: string]: string[] } = {};
  const path = join(folder, '.digestif/outbox/new');
  for (const name of safe(() => readdirSync(path))) {
    const text = readFileSync(join(path, name), 'utf8');
    const to = /^Delivered-To: (.*)$/mu.exec(text)?.[1] ?? '';
    found[to] = [...(found[to] ?? []), /^Subject: (.*)$/mu.exec(text)?.[1] ?? ''];
  }
  return found;
}

function safe(list: () => string[]): string[] {
  try {
    return list();
  } catch {
    return [];
  }
}

describe('from the first run to the last mail', () => {
  test('the editor is told once, approves, and each reader gets it once', async () => {
    const folder = await make({ sealed: false });
    const first = await runAt(folder, june(1));
    expect(first.out).toBe(
      '2026-05: the editor is told: it was due at 2026-06-01 07:00 and is not approved.\n  digestif approve 2026-05\n',
    );
    expect(sent(folder)).toEqual({
      'editor@reedpost.example': ['The Reed Post: 2026-05 waits to be approved'],
    });
    expect((await runAt(folder, june(1, 9))).out).toBe('');
    expect(Object.keys(sent(folder))).toHaveLength(1);
    // After a crash before it was noted, the second mail is the same, and is folded.
    const state = await openState(folder);
    await state.remember('told 2026-05', null);
    await state.close();
    expect((await runAt(folder, june(1, 10))).out).toContain('the editor is told');
    expect(Object.keys(sent(folder))).toHaveLength(1);

    expect((await runDigestif(folder, 'approve', '2026-05')).code).toBe(0);
    const third = await runAt(folder, june(3));
    expect(third.out).toMatch(
      /^2026-05: is sent: it is approved, and was due at[\s\S]*2026-05\/1: 2 readers, 2 sent\./u,
    );
    expect(Object.keys(sent(folder)).sort()).toEqual([
      'ada@pond.example',
      'bo@lake.example',
      'editor@reedpost.example',
    ]);
    expect((await runAt(folder, june(3, 9))).out).toBe('');
    expect(Object.values(sent(folder)).map((subjects) => subjects.length)).toEqual([1, 1, 1]);
  });

  test('two at the same time: one does nothing', async () => {
    const folder = await make();
    const both = await Promise.all([0, 1, 2].map((n) => runAt(folder, june(1), { verbose: n === 2 })));
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(both.slice(1).map(({ out }) => out)).toEqual([
      '',
      'Another digestif run is at work; this one did nothing.\n',
    ]);
    expect(Object.values(sent(folder)).map((subjects) => subjects.length)).toEqual([1, 1]);
  });

  test('a sending that was stopped goes on', async () => {
    const { start, stop } = mailServers();
    let isIll = true;
    const server = await start({ misdeed: () => (isIll ? '451 at rcpt' : null) });
    const folder = await make({
      more: `sending: { transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none }\n`,
    });
    const stopper = new AbortController();
    const context: Context = {
      folder,
      json: true,
      verbose: false,
      now: () => new Date(june(1)),
      terminal: { out: () => {}, err: () => {}, lively: false, color: false },
    };
    setTimeout(() => stopper.abort(), 1500);
    expect(await runDue(context, {}, { ...realTools(environment), stop: stopper.signal })).toBe(1);
    expect(server.kept).toEqual([]);
    isIll = false;
    const again = await runAt(folder, june(1, 9), { json: true });
    expect(JSON.parse(again.out)).toMatchObject({
      steps: [{ act: 'resume', issue: '2026-05' }, { act: 'wait' }],
      sent: { run: { id: '2026-05/1' }, sums: { sent: 2 } },
    });
    expect(server.kept.map(({ to }) => to).sort()).toEqual(['ada@pond.example', 'bo@lake.example']);
    await stop();
  });
});

test('a sending that stopped because too much went wrong waits for the editor, who is told once', async () => {
  const { start, stop } = mailServers();
  let isIll = true;
  const server = await start({ misdeed: (_, to) => (isIll && to !== '' ? '550 at rcpt' : null) });
  const folder = await make({
    more: `sending: { transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none }\n`,
  });
  const state = await openState(folder);
  await state.subscribers.put(Array.from({ length: 80 }, (_, i) => reader(`r${i}@pond.example`)));
  const sums = async () => await state.ledger.sums('2026-05/1');
  const first = await runAt(folder, june(1));
  expect([first.code, first.err]).toEqual([1, expect.stringContaining('(too-many-errors)')]);
  const { failed, queued } = await sums();
  expect(queued).toBeGreaterThan(40);
  expect(await runAt(folder, june(1, 9))).toMatchObject({
    code: 0,
    out: '2026-05: is left to you: sending stopped because too much went wrong.\n  digestif send 2026-05 --resume\n',
  });
  expect((await runAt(folder, june(1, 10))).out).toBe('');
  expect(await sums()).toMatchObject({ failed, queued });
  isIll = false;
  process.env['DIGESTIF_SECRET'] = secret;
  // Finished, but those who were refused have not got it.
  expect((await runDigestif(folder, 'send', '2026-05', '--resume')).code).toBe(1);
  delete process.env['DIGESTIF_SECRET'];
  expect(await state.recall('ill 2026-05/1')).toBeNull();
  expect(await sums()).toMatchObject({ failed, queued: 0 });
  await state.close();
  await stop();
});

describe('nothing stale by surprise', () => {
  test('approved too late, it is left to the editor', async () => {
    const folder = await make();
    expect((await runAt(folder, june(20))).out).toBe(
      '2026-05: is left to you: it is approved, but it was due at 2026-06-01 07:00, more than 7 days ago.\n  digestif send 2026-05\n',
    );
    // Cron mails what is printed: it is said once.
    expect((await runAt(folder, june(20, 9))).out).toBe('');
    expect((await runAt(folder, june(20, 9), { dryRun: true })).out).toContain('is left to you');
    expect(sent(folder)).toEqual({});
  });

  test('the first run ever sends nothing that was due before', async () => {
    const folder = await make({ since: null });
    expect((await runAt(folder, june(2))).out).toContain('before digestif run was used');
    expect((await runAt(folder, june(3), { dryRun: true })).out).toContain('before digestif run was used');
    expect(sent(folder)).toEqual({});
  });

  test('a first run by a clock that was ahead is no hindrance', async () => {
    const folder = await make({ since: '2036-01-01T00:00:00.000Z' });
    expect((await runAt(folder, may)).out).toBe('');
    expect((await runAt(folder, june(1))).out).toContain('is sent');
  });

  test('a dry run tells and does nothing', async () => {
    const folder = await make({ sealed: false });
    const before = readdirSync(folder).sort();
    const { out } = await runAt(folder, june(1), { dryRun: true });
    expect(out).toBe(
      '2026-05: the editor is told: it was due at 2026-06-01 07:00 and is not approved.\n  digestif approve 2026-05\n2026-06: waits: it is due at 2026-07-01 07:00.\nNothing was done.\n',
    );
    expect([readdirSync(folder).sort(), sent(folder)]).toEqual([before, {}]);
    expect((await runAt(folder, june(1))).out).toContain('the editor is told');
  });
});

describe('what goes wrong', () => {
  test('the editor who could not be told is told by the next run', async () => {
    const folder = await make({ sealed: false });
    writeFileSync(join(folder, '.digestif/outbox'), 'no folder');
    const { code, err } = await runAt(folder, june(1));
    expect([code, err]).toEqual([1, expect.stringContaining('(notice-unsent)')]);
    writeFileSync(
      join(folder, 'digestif.config.yaml'),
      `${readFileSync(join(folder, 'digestif.config.yaml'))}sending: { folder: outbox }\n`,
    );
    expect((await runAt(folder, june(1, 9))).code).toBe(0);
    expect(readdirSync(join(folder, 'outbox/new'))).toHaveLength(1);
  });

  test('a mailbox that cannot be read keeps no issue from going out', async () => {
    const folder = await make({ more: `bounces: { mailbox: maildir, path: nowhere }\n` });
    const { code, out, err } = await runAt(folder, june(1));
    expect([code, err]).toEqual([1, expect.stringContaining('(mailbox-unread)')]);
    expect(out).toContain('2 readers, 2 sent.');
  });

  test('nobody on the list is told, and tried again', async () => {
    const folder = await make();
    for (const { email } of readers) await runDigestif(folder, 'subscribers', 'remove', email);
    const { code, out, err } = await runAt(folder, june(1), { json: true });
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({ sent: null, diagnostics: [{ code: 'no-readers' }] });
  });
});

test('who bounced since the last issue gets none of this one', async () => {
  const folder = await make({ more: `bounces: { mailbox: maildir, path: back }\n` });
  for (const name of ['new', 'cur']) mkdirSync(join(folder, 'back', name), { recursive: true });
  const [ada] = readers;
  const state = await openState(folder);
  const run = { id: '2026-04/1', issue: '2026-04', hashes: {}, started: may };
  await state.ledger.freeze(
    run,
    (async function* () {
      for (const subscriber of readers) yield { subscriber, excluded: null };
    })(),
  );
  const claimed = await state.ledger.claim(run.id, 0, 9);
  await state.ledger.settle(
    run.id,
    claimed.map(({ number }) => ({ number, state: 'sent', reply: '' })),
  );
  await state.ledger.finish(run.id, may);
  await state.close();
  const back = mails.postfix({ issue: '2026-04', subscriber: ada?.id ?? '', email: 'ada@pond.example' });
  writeFileSync(
    join(folder, 'back/new/1.a'),
    back.toString().replaceAll('bounces+', 'letter+').replaceAll('@reed.example', '@reedpost.example'),
  );
  const { out } = await runAt(folder, june(1));
  expect(out).toMatch(/^1 mail read: 1 hard bounce\.[\s\S]*2026-05\/1: 1 reader, 1 sent\./u);
  expect(Object.keys(sent(folder))).toEqual(['bo@lake.example']);
});

test('who asked a week ago and never confirmed is forgotten, but not by a dry run', async () => {
  const folder = await make();
  const state = await openState(folder);
  const consent = { at: may, how: 'form', text: 'yes' } as const;
  const asked = (email: string, updated: string) => reader(email, { status: 'pending', consent, updated });
  await state.subscribers.put([
    asked('cy@pond.example', new Date(may).toISOString()),
    asked('di@pond.example', new Date(june(1)).toISOString()),
  ]);
  await runAt(folder, june(1), { dryRun: true });
  expect(await state.subscribers.count()).toBe(4);
  await runAt(folder, june(1));
  expect(await state.subscribers.count({ status: 'pending' })).toBe(1);
  expect(await state.subscribers.count()).toBe(3);
  await state.close();
});

test('without a schedule it builds, and says that nothing is sent', async () => {
  const folder = makeNewsletter(marsh);
  expect(await runAt(folder, june(1), { verbose: true })).toMatchObject({
    code: 0,
    out: 'No schedule: in the config, so nothing is sent by itself.\n',
  });
  expect(readdirSync(join(folder, 'out/2026-05'))).toContain('email.html');
  expect((await runDigestif(folder, 'run', '--dry-run')).out).toContain('Nothing was done.');
});
