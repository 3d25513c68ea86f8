import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Delivery, Ledger, State, Transport } from '../../src/deliver/types.ts';
import { openState, stateName } from '../../src/io/state/open.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { openSmtp } from '../../src/io/transports/smtp.ts';
import { type Ending, type SendingRules, type SendingTools, sendQueued } from '../../src/pipeline/sending.ts';
import { createDice } from '../eval/dice.ts';
import { collect, makeRun, makeState, reader, recipients, run } from '../io/state/samples.ts';
import { type Kept, type MailServer, type Misdeed, mailServers } from '../mail-server.ts';
import { makeNewsletter } from '../newsletter.ts';

const { start, stop } = mailServers();
const opened: Transport[] = [];

afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
  await stop();
});

const free = { interval: 0, next: 0 };
const rules: SendingRules = {
  connections: 4,
  tries: 3,
  firstWait: 5,
  longestWait: 20,
  pace: free,
  domainPace: free,
  errorShare: 1,
};

function smtpTo({ port }: MailServer, answer = 2000): Transport {
  const transport = openSmtp({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    password: null,
    connections: rules.connections,
    patience: { connect: 2000, answer },
  });
  opened.push(transport);
  return transport;
}

function compose({ subscriber, email }: Delivery): ReturnType<SendingTools['compose']> {
  const bytes = Buffer.from(`Message-ID: <${subscriber}@reed.example>\r\n\r\nThe geese are back.\r\n`);
  return { envelope: { from: `letter+${subscriber}@reed.example`, to: email }, bytes };
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => {});
}

type Ways = Partial<Omit<SendingTools, 'ledger' | 'transport'>> & { rules?: Partial<SendingRules> };

async function sendAll(ledger: Ledger, transport: Transport, ways: Ways = {}): Promise<Ending> {
  const { rules: more, ...tools } = ways;
  return await sendQueued(
    run.id,
    { ...rules, ...more },
    {
      ledger,
      transport,
      compose,
      now: Date.now,
      sleep,
      stop: new AbortController().signal,
      report: async () => {},
      ...tools,
    },
  );
}

/** What must be true whatever the server did: nobody is lost, nobody doubled, and the ledger says what is so. */
async function checkPromise({ ledger }: Pick<State, 'ledger'>, kept: readonly Kept[]): Promise<void> {
  const copies = new Map<string, Kept[]>();
  for (const mail of kept) copies.set(mail.to, [...(copies.get(mail.to) ?? []), mail]);
  for (const { email, state } of await collect(ledger.deliveries(run.id))) {
    const own = copies.get(email) ?? [];
    expect(own.length, `${email} is ${state}`).toBeLessThanOrEqual(1);
    if (state === 'sent') expect(own, email).toMatchObject([{ confirmed: true }]);
    if (state === 'failed' || state === 'excluded') expect(own).toEqual([]);
  }
}

test('everybody gets one mail, and no more are on their way than there are connections', async () => {
  const server = await start();
  const { state } = await makeRun(100);
  let most = 0;
  const report = async (): Promise<void> => {
    most = Math.max(most, (await state.ledger.sums(run.id)).attempting);
  };
  expect(await sendAll(state.ledger, smtpTo(server), { report })).toBe('done');
  expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 100, queued: 0, attempting: 0 });
  await checkPromise(state, server.kept);
  expect(server.kept).toHaveLength(100);
  expect(most).toBe(4);
  expect(server.busiest()).toBeLessThanOrEqual(4);
});

test('a mail is committed as attempting before the server hears of it', async () => {
  const folder = makeNewsletter({});
  const { state } = await makeRun(20, folder);
  const early: string[] = [];
  const server = await start({
    misdeed: (_, to) => {
      if (to === '') return null;
      const other = new DatabaseSync(join(folder, stateName), { readOnly: true });
      const row = other.prepare('SELECT state FROM deliveries WHERE email = ?').get(to);
      if (row?.['state'] !== 'attempting') early.push(to);
      other.close();
      return null;
    },
  });
  await sendAll(state.ledger, smtpTo(server));
  expect(early).toEqual([]);
  expect(server.kept).toHaveLength(20);
});

const misdeeds: readonly Misdeed[] = [
  'drop at mail',
  'drop at rcpt',
  'drop in data',
  'drop after data',
  'drop after data, kept',
  'hang at rcpt',
  'hang after data, kept',
  'garbage at rcpt',
  'garbage after data, kept',
  '421 at mail',
  '421 at rcpt',
  '450 at rcpt',
  '550 at rcpt',
  '451 after data',
  '554 after data',
];

test('a server that does everything wrong at random', async () => {
  await Promise.all(
    [1, 2, 3].map(async (seed) => {
      const dice = createDice(seed);
      const server = await start({
        misdeed: (_, to) => (to !== '' && dice(4) === 0 ? (misdeeds[dice(misdeeds.length)] ?? null) : null),
        delay: () => (dice(10) === 0 ? 20 : 0),
      });
      const { state } = await makeRun(120);
      // However often it says nothing, somebody who means it goes on.
      while ((await sendAll(state.ledger, smtpTo(server, 200))) !== 'done');
      await checkPromise(state, server.kept);
      const sums = await state.ledger.sums(run.id);
      expect(sums.sent + sums.failed + sums.unknown).toBe(120);
      expect(Math.min(sums.sent, sums.failed, sums.unknown)).toBeGreaterThan(0);
      await state.ledger.finish(run.id, 'now');
    }),
  );
});

test('4xx is tried again until the limit, 5xx once, unknown never', async () => {
  const tried = new Map<string, number>();
  const plans: { [to: string]: Misdeed } = {
    'reader000000@pond.example': '450 at rcpt',
    'reader000001@pond.example': '550 at rcpt',
    'reader000002@pond.example': 'drop after data',
  };
  const server = await start({
    misdeed: (_, to) => {
      if (to !== '') tried.set(to, (tried.get(to) ?? 0) + 1);
      return plans[to] ?? null;
    },
  });
  const { state } = await makeRun(4);
  await sendAll(state.ledger, smtpTo(server), { rules: { connections: 1 } });
  const found = await collect(state.ledger.deliveries(run.id));
  expect(found.map((d) => [d.state, d.attempts])).toEqual([
    ['failed', 3],
    ['failed', 1],
    ['unknown', 1],
    ['sent', 1],
  ]);
  expect([...tried.values()].sort()).toEqual([1, 1, 1, 3]);
  expect(found[0]?.reply).toMatch(/^450 no such reader/);
});

test('a mail that was put off arrives later', async () => {
  const server = await start({
    misdeed: (attempt, to) => (to !== '' && attempt < 4 ? '451 after data' : null),
  });
  const { state } = await makeRun(2);
  expect(await sendAll(state.ledger, smtpTo(server))).toBe('done');
  expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 2 });
  await checkPromise(state, server.kept);
});

test('when too much goes wrong it stops, and can go on', async () => {
  let isSick = true;
  const server = await start({ misdeed: (_, to) => (isSick && to !== '' ? '550 at rcpt' : null) });
  const { state } = await makeRun(200);
  expect(await sendAll(state.ledger, smtpTo(server), { rules: { errorShare: 0.25 } })).toBe('ill');
  const sums = await state.ledger.sums(run.id);
  expect(sums.attempting).toBe(0);
  expect(sums.failed).toBeGreaterThanOrEqual(20);
  expect(sums.failed).toBeLessThan(20 + 2 * rules.connections);
  isSick = false;
  expect(await sendAll(state.ledger, smtpTo(server), { rules: { errorShare: 0.25 } })).toBe('done');
  expect((await state.ledger.sums(run.id)).sent).toBe(200 - sums.failed);
});

describe('a server that cannot be reached', () => {
  test('back in time, everybody gets their mail, and nobody was tried for nothing', async () => {
    const server = await start();
    const { port } = server;
    await server.close();
    const { state } = await makeRun(30);
    let waits = 0;
    let back: MailServer | undefined;
    const ending = await sendAll(state.ledger, smtpTo(server), {
      rules: { firstWait: 300, longestWait: 300 },
      report: async (until) => {
        if (until !== null) waits += 1;
        if (waits === 2) back ??= await start({ port });
      },
    });
    expect(ending).toBe('done');
    expect(back?.kept).toHaveLength(30);
    for (const { attempts } of await collect(state.ledger.deliveries(run.id))) expect(attempts).toBe(1);
  });

  test.each<Misdeed>(['drop at mail', '421 at mail', '550 at mail', '451 at mail', 'drop at rcpt'])(
    '%s, for too long: it stops, and everybody is still queued',
    async (misdeed) => {
      let isSick = true;
      const seen = new Set<number>();
      const server = await start({
        misdeed: (attempt) => {
          if (isSick) seen.add(attempt);
          return isSick ? misdeed : null;
        },
      });
      const { state } = await makeRun(40);
      expect(await sendAll(state.ledger, smtpTo(server), { rules: { errorShare: 0.25 } })).toBe('silent');
      expect(await state.ledger.sums(run.id)).toMatchObject({ queued: 40, failed: 0, attempting: 0 });
      // Those of the beginning, and then one at a time.
      expect(seen.size).toBeLessThanOrEqual(rules.connections + rules.tries - 1);
      isSick = false;
      expect(await sendAll(state.ledger, smtpTo(server))).toBe('done');
      expect(server.kept).toHaveLength(40);
    },
  );

  test.each<Misdeed>(['drop at rcpt', 'hang at rcpt', 'garbage at rcpt'])(
    'one mail at which it breaks off holds up nobody else, and is given up: %s',
    async (misdeed) => {
      const server = await start({
        misdeed: (_, to) => (to.startsWith('reader000000') ? misdeed : null),
      });
      const { state } = await makeRun(30);
      const one = { connections: 1 };
      expect(await sendAll(state.ledger, smtpTo(server, 1000), { rules: one })).toBe('done');
      expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 29, queued: 0, failed: 1 });
      expect(await collect(state.ledger.deliveries(run.id, 'failed'))).toMatchObject([
        { number: 1, attempts: rules.tries, reply: expect.stringMatching(/\S/) },
      ]);
    },
  );

  test('the last one at which it breaks off: nothing proves whose fault it is', async () => {
    const server = await start({
      misdeed: (_, to) => (to.startsWith('reader000029') ? 'drop at rcpt' : null),
    });
    const { state } = await makeRun(30);
    expect(await sendAll(state.ledger, smtpTo(server), { rules: { connections: 1 } })).toBe('silent');
    expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 29, queued: 1, failed: 0 });
  });

  test('a server that wants fewer connections refuses them, and no mail is given up', async () => {
    const server = await start({ options: { maxClients: 1 }, delay: () => 3 });
    const { state } = await makeRun(60);
    while ((await sendAll(state.ledger, smtpTo(server), { rules: { tries: 1 } })) !== 'done');
    expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 60, failed: 0 });
  });
});

test('told to stop, it lets come to an end what is on its way', async () => {
  const stopper = new AbortController();
  const server = await start({
    delay: (attempt) => {
      if (attempt === 30) stopper.abort();
      return 20;
    },
  });
  const { state } = await makeRun(100);
  expect(await sendAll(state.ledger, smtpTo(server), { stop: stopper.signal })).toBe('stopped');
  const sums = await state.ledger.sums(run.id);
  expect(sums).toMatchObject({ attempting: 0, unknown: 0, sent: server.kept.length });
  expect(sums.queued).toBeGreaterThan(60);
  expect(await sendAll(state.ledger, smtpTo(server))).toBe('done');
  expect(server.kept).toHaveLength(100);
  await checkPromise(state, server.kept);
});

test('no mail can be made for one: the others get theirs', async () => {
  const folder = makeNewsletter({});
  const { state } = await makeRun(3, folder);
  const choosy: SendingTools['compose'] = (delivery) => {
    if (delivery.number === 2) throw new RangeError('no address of a mail');
    return compose(delivery);
  };
  expect(await sendAll(state.ledger, openMaildir(join(folder, 'out')), { compose: choosy })).toBe('done');
  expect(await collect(state.ledger.deliveries(run.id, 'failed'))).toMatchObject([
    { number: 2, reply: /no address of a mail/ },
  ]);
  expect(readdirSync(join(folder, 'out/new'))).toHaveLength(2);
});

test('a fault of ours stops it, and nothing that was not handed over is unknown', async () => {
  const folder = makeNewsletter({});
  const { state } = await makeRun(50, folder);
  const broken: SendingTools['compose'] = (delivery) => {
    if (delivery.number === 10) throw new TypeError('a bug');
    return compose(delivery);
  };
  const sending = sendAll(state.ledger, openMaildir(join(folder, 'out')), { compose: broken });
  await expect(sending).rejects.toThrow('a bug');
  const sums = await state.ledger.sums(run.id);
  expect(sums).toMatchObject({
    attempting: 0,
    unknown: 0,
    sent: readdirSync(join(folder, 'out/new')).length,
  });
  expect(await sendAll(state.ledger, openMaildir(join(folder, 'out')))).toBe('done');
  expect(readdirSync(join(folder, 'out/new'))).toHaveLength(50);
});

test('whatever fails beside, what was claimed is handed over and noted', async () => {
  const folder = makeNewsletter({});
  const { state } = await makeRun(20, folder);
  const report = async (): Promise<void> => Promise.reject(new Error('no terminal'));
  const out = openMaildir(join(folder, 'out'));
  await expect(sendAll(state.ledger, out, { report })).rejects.toThrow('no terminal');
  expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 4, attempting: 0, unknown: 0, queued: 16 });
});

test('a ledger that takes its time misses nothing that ends meanwhile', async () => {
  const server = await start();
  const { state } = await makeRun(150);
  const slow: Ledger = {
    ...state.ledger,
    async exchange(...given) {
      await wait(1);
      const claimed = await state.ledger.exchange(...given);
      await wait(3);
      return claimed;
    },
  };
  expect(await sendAll(slow, smtpTo(server))).toBe('done');
  expect(await state.ledger.sums(run.id)).toMatchObject({ sent: 150, attempting: 0 });
  await checkPromise(state, server.kept);
});

describe('a clock that is set back', () => {
  const aYear = 365 * 86_400_000;
  test('before this sending: what was put off is tried all the same', async () => {
    const server = await start();
    const { state } = await makeRun(3);
    const claimed = await state.ledger.claim(run.id, 0, 3);
    const due = Date.now() + aYear;
    await state.ledger.settle(
      run.id,
      claimed.map(({ number }) => ({ number, state: 'queued', reply: '450 later', due })),
    );
    expect(await sendAll(state.ledger, smtpTo(server))).toBe('done');
    expect(server.kept).toHaveLength(3);
  });

  test.each<Partial<SendingRules>>([
    { pace: { interval: 20, next: 0 } },
    { domainPace: { interval: 20, next: 0 } },
    {},
  ])('while it sends, with %j', async (more) => {
    let ahead = aYear;
    const server = await start({
      misdeed: (attempt, to) => {
        if (attempt === 6) ahead = 0;
        return to !== '' && attempt < 6 && Object.keys(more).length === 0 ? '421 at rcpt' : null;
      },
    });
    const { state } = await makeRun(12);
    const now = (): number => Date.now() + ahead;
    const firm = { ...more, tries: 20 };
    expect(await sendAll(state.ledger, smtpTo(server), { rules: firm, now })).toBe('done');
    expect(server.kept).toHaveLength(12);
  });
});

describe('pace', () => {
  /** A clock that goes on only when somebody sleeps. */
  async function timesOf(
    list: string[],
    more: Partial<SendingRules>,
  ): Promise<[email: string, at: number][]> {
    const folder = makeNewsletter({});
    const state = await makeState(folder);
    const readers = list.map((email) => reader(email));
    await state.subscribers.put(readers);
    await state.ledger.freeze(run, recipients(readers));
    let clock = 1e12;
    const times: [string, number][] = [];
    const jump = async (milliseconds: number, end: AbortSignal): Promise<void> => {
      // Something on its way ends first.
      await sleep(1, end);
      if (!end.aborted) clock += Math.max(0, milliseconds);
    };
    const ending = await sendAll(state.ledger, openMaildir(join(folder, 'out')), {
      rules: more,
      now: () => clock,
      sleep: jump,
      compose: (delivery) => {
        times.push([delivery.email, clock - 1e12]);
        return compose(delivery);
      },
    });
    expect(ending).toBe('done');
    expect(readdirSync(join(folder, 'out/new'))).toHaveLength(list.length);
    expect((await collect(state.ledger.deliveries(run.id))).map((d) => d.attempts)).toEqual(
      list.map(() => 1),
    );
    return times;
  }

  test('overall', async () => {
    const list = Array.from({ length: 40 }, (_, i) => `r${i}@pond.example`);
    const times = await timesOf(list, { pace: { interval: 1000, next: 0 } });
    for (const [i, [, at]] of times.entries()) expect(at).toBeGreaterThanOrEqual(i * 1000 - 100);
    expect(times.at(-1)?.[1]).toBeLessThan(42_000);
  });

  test('by domain: the others do not wait, and nobody is passed over', async () => {
    const list = Array.from({ length: 40 }, (_, i) => `r${i}@${i % 4 === 0 ? 'small' : 'large'}.example`);
    const times = await timesOf(list, { domainPace: { interval: 1000, next: 0 } });
    for (const domain of ['small', 'large']) {
      const own = times.filter(([email]) => email.includes(domain));
      for (const [i, [, at]] of own.entries()) expect(at).toBeGreaterThanOrEqual(i * 1000 - 100);
      expect(own.at(-1)?.[1]).toBeLessThan(own.length * 1000 + 2000);
    }
  });
});

test('a full disk for the state stops it; nobody is lost or doubled when there is room again', async () => {
  const folder = makeNewsletter({});
  const { state: roomy } = await makeRun(300, folder);
  await roomy.close();
  const counter = new DatabaseSync(join(folder, stateName));
  const pages = Number(counter.prepare('PRAGMA page_count').get()?.['page_count']);
  counter.close();
  const server = await start({
    misdeed: (attempt, to) => (to !== '' && attempt % 10 === 0 ? `450 at rcpt` : null),
  });
  const full = await openState(folder, { pages: pages + 2 });
  // What servers say fills the file.
  const wordy: Transport = {
    ...smtpTo(server),
    send: async (mail) => {
      const outcome = await smtp.send(mail);
      return { ...outcome, reply: `${outcome.reply} ${'so be it '.repeat(50)}` };
    },
  };
  const smtp = smtpTo(server);
  await expect(sendAll(full.ledger, wordy)).rejects.toMatchObject({ diagnostics: [{ code: 'state-full' }] });
  await full.close();
  const state = await openState(folder);
  const before = await state.ledger.sums(run.id);
  expect(before.sent).toBeGreaterThan(0);
  expect(before.queued).toBeGreaterThan(0);
  expect(before.attempting).toBeLessThanOrEqual(rules.connections);
  await state.ledger.recover(run.id);
  expect(await sendAll(state.ledger, smtp)).toBe('done');
  const sums = await state.ledger.sums(run.id);
  expect(sums.sent + sums.unknown).toBe(300);
  expect(sums.unknown).toBe(before.attempting);
  const copies = server.kept.map(({ to }) => to);
  expect(new Set(copies).size).toBe(copies.length);
  expect(copies.length).toBe(300);
  await state.close();
});
