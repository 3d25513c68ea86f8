/** Ten thousand requests that nobody would send, by a seed: none breaks anything, only good tokens change anything. */
import { expect, test } from 'vitest';
import type { Subscriber, SubscriberStatus } from '../../src/deliver/types.ts';
import { add, everything, list, noon, openStage, token } from './stage.ts';

const requests = 10_000;

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function openDice(seed: number) {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(roll() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  return { below, pick, chance: (part: number): boolean => roll() < part };
}

type Dice = ReturnType<typeof openDice>;

const strange = [
  '',
  '%',
  '%00',
  '%ff',
  '%2e%2e%2f',
  '../',
  '..\\',
  '//',
  'x'.repeat(5000),
  '\u0000',
  '\u202e',
  '💥',
  '{{this}}',
  '<script>',
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '.',
  ';',
  '?',
  '#',
  '\r\nX: y',
];

/** Swaps, cuts, doubles or adds signs. */
function damage(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const ways = [
    () => before,
    () => after,
    () => before + dice.pick(strange) + after,
    () => before + String.fromCharCode(33 + dice.below(90)) + after.slice(1),
    () => text + text,
    () => text.toUpperCase(),
  ];
  return dice.pick(ways)();
}

type Body = NonNullable<ConstructorParameters<typeof Response>[0]>;

const addresses = Array.from({ length: 12 }, (_, i) => `visitor${i}@pond.example`);

function makeBody(dice: Dice): { body?: Body; type?: string } {
  const fields = (): [string, string][] =>
    Array.from({ length: dice.below(5) }, () => [
      dice.pick(['email', 'name', 'website', 'List-Unsubscribe', '__proto__', 'email[]', dice.pick(strange)]),
      dice.pick([dice.pick(addresses), 'One-Click', dice.pick(strange), damage(dice.pick(addresses), dice)]),
    ]);
  const parts = (): FormData => {
    const data = new FormData();
    for (const [name, value] of fields()) data.append(name, value.toWellFormed());
    if (dice.chance(0.3)) data.append('email', new File(['x'], 'x.txt'));
    return data;
  };
  const types = [
    'application/json',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'x',
    '',
  ];
  return dice.pick<() => { body?: Body; type?: string }>([
    () => ({}),
    () => ({ body: new URLSearchParams(fields()) }),
    () => ({ body: new URLSearchParams({ email: dice.pick(addresses), name: dice.pick(strange) }) }),
    () => ({ body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
    () => ({ body: parts() }),
    () => ({
      body: new Uint8Array(Array.from({ length: dice.below(300) }, () => dice.below(256))),
      type: dice.pick(types),
    }),
    () => ({ body: 'email=%ff%fe&=&&&email=%&name=%u1234', type: 'application/x-www-form-urlencoded' }),
    () => ({ body: 'email='.padEnd(20_000, 'x'), type: 'application/x-www-form-urlencoded' }),
    () => ({
      body: '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na',
      type: 'multipart/form-data; boundary=x',
    }),
  ])();
}

function makeHeaders(dice: Dice, type: string | undefined): Headers {
  const headers = new Headers(type === undefined ? {} : { 'content-type': type });
  const others: [string, () => string][] = [
    [
      'x-forwarded-for',
      () => dice.pick(['203.0.113.1', `203.0.${dice.below(200)}.1`, 'x, y', '::', ',,,', '1'.repeat(900)]),
    ],
    ['if-none-match', () => dice.pick(['*', '"', 'W/', '"a", "b"', ','.repeat(900)])],
    ['if-modified-since', () => dice.pick(['yesterday', 'Mon, 01 Jun 2099 00:00:00 GMT', '-1'])],
    ['cookie', () => 'a=b'],
    ['origin', () => 'https://evil.example'],
    ['transfer-encoding', () => 'chunked'],
    ['content-length', () => dice.pick(['-1', '5', 'x'])],
    ['range', () => 'bytes=5-1'],
  ];
  for (const [name, make] of others) if (dice.chance(0.15)) headers.set(name, make());
  return headers;
}

test(`${requests} requests: no 5xx, no change but by good tokens`, { timeout: 240_000 }, async () => {
  const dice = openDice(20_260_601);
  const stage = await openStage({
    serveUrl: 'https://lantern.example/mail',
    outcomes: Array(500).fill('sent'),
  });
  const statuses: SubscriberStatus[] = [
    'active',
    'active',
    'active',
    'pending',
    'unsubscribed',
    'bounced',
    'complained',
  ];
  const people: Subscriber[] = [];
  for (let i = 0; i < 21; i += 1) people.push(await add(stage, `reader${i}@pond.example`, statuses[i % 7]));
  /** What each of them must be now. */
  const must = new Map(people.map(({ id, status }) => [id, status]));
  const check = async (i: number): Promise<void> => {
    const { people: found } = JSON.parse(await everything(stage)) as { people: Subscriber[] };
    const readers = found.filter(({ email }) => email.startsWith('reader'));
    expect(new Map(readers.map(({ id, status }) => [id, status])), `after ${i}`).toEqual(new Map(must));
    for (const visitor of found.filter(({ id }) => !must.has(id)))
      expect(visitor, `after ${i}`).toMatchObject({ status: 'pending', consent: { how: 'form' } });
  };
  const counts: { [status: number]: number } = {};
  let acts = 0;
  for (let i = 1; i <= requests; i += 1) {
    const person = dice.pick(people);
    const purpose = dice.pick(['confirm', 'unsubscribe'] as const);
    const isGood = dice.chance(0.1);
    const good = token(person.id, {
      purpose,
      issue: dice.pick([null, '2026-05']),
      expires: dice.pick([null, noon * 2]),
    });
    const wrong = dice.pick([
      () => damage(good, dice),
      () => token(person.id, { purpose, list: `${list.id}x` }),
      () => token(person.id, { purpose: purpose === 'confirm' ? 'unsubscribe' : 'confirm' }),
      () => token(person.id, { purpose }, 'another secret that is long enough'),
      () => token(person.id, { purpose, expires: noon - dice.below(1e9) }),
      () => good.replace(person.id, dice.pick(people.filter(({ id }) => id !== person.id)).id),
      () => dice.pick(strange),
    ])();
    // A damaged one may by chance be whole: a fragment or query is cut off by the address itself.
    const shown = isGood ? good : wrong.replace(/[?#]/gu, '');
    const isWhole = isGood || shown === good;
    const path = isGood
      ? `/${purpose}/${good}`
      : dice.pick([
          () => `/${purpose}/${shown}`,
          () => `/${purpose}/${shown}`,
          () => '/subscribe',
          () => damage('/2026-05/index.html', dice),
          () => dice.pick(['/2026-05/', '/feed.xml', '/2026-05', '/']),
          () => `/${dice.pick(strange)}/${dice.pick(strange)}`,
          () => damage('/subscribe', dice),
          () => '/unsubscribe',
        ])();
    const method = dice.chance(0.05)
      ? dice.pick(['PUT', 'DELETE', 'OPTIONS'])
      : dice.pick(['GET', 'POST', 'POST', 'HEAD']);
    const { body, type } = method === 'GET' || method === 'HEAD' ? {} : makeBody(dice);
    const url = `http://x${dice.pick(['', '/mail'])}${path.startsWith('/') ? '' : '/'}${path}`;
    const init = { method, headers: makeHeaders(dice, type), ...(body === undefined ? {} : { body }) };
    const answer = await stage.app.request(url, init);
    await answer.arrayBuffer();
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    const told = `${i}: ${method} ${path.slice(0, 200)}`;
    expect(answer.status, told).toBeLessThan(500);
    expect(answer.headers.get('x-content-type-options'), told).toBe('nosniff');
    expect(answer.headers.get('set-cookie'), told).toBeNull();
    const isAct = path === `/${purpose}/${shown}` && isWhole && method === 'POST' && answer.status === 200;
    if (isAct) {
      acts += 1;
      if (purpose === 'confirm') must.set(person.id, 'active');
      else if (must.get(person.id) !== 'complained') must.set(person.id, 'unsubscribed');
    }
    if (dice.chance(0.01)) stage.wait(dice.below(7_200_000));
    if (i % 500 === 0) await check(i);
  }
  await stage.app.drain();
  await check(requests);
  // It must have reached every corner.
  expect(acts).toBeGreaterThan(100);
  for (const status of [200, 304, 400, 404, 405, 413, 415, 429])
    expect(counts[status], `${status}`).toBeGreaterThan(0);
  expect(stage.log.filter((line) => line === 'mail sent').length).toBeGreaterThan(10);
  expect(stage.log.filter((line) => /failed/u.test(line))).toEqual([]);
});
