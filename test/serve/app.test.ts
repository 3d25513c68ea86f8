import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fail } from '../../src/errors.ts';
import { stateName } from '../../src/io/state/open.ts';
import { add, archive, everything, linkIn, openStage, site, token } from './stage.ts';

const form = (fields: { [name: string]: string }, headers: { [name: string]: string } = {}) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
});
const oneClick = { 'List-Unsubscribe': 'One-Click' };
const below = (link: string): string => new URL(link).pathname;

describe('subscribing', () => {
  test('from the form by the mail to the list', async () => {
    const stage = await openStage();
    const page = await (await stage.app.request('/subscribe')).text();
    expect(page).toContain('<form method="post" action="/subscribe">');
    const asked = await stage.ask({ email: 'Ida@Pond.example', name: 'Ida Reed', website: '' });
    expect([asked.status, await asked.text()]).toEqual([
      200,
      expect.stringContaining('Look into your inbox'),
    ]);
    const link = below(linkIn(stage.mails()[0]));
    expect(link).toMatch(/^\/confirm\//u);
    const before = await everything(stage);
    const shown = await stage.app.request(link);
    expect(await shown.text()).toContain(`action="${link}"`);
    expect(await everything(stage)).toBe(before);
    const confirmed = await stage.app.request(link, form({}));
    expect([confirmed.status, await confirmed.text()]).toEqual([
      200,
      expect.stringContaining('You are on the list'),
    ]);
    expect(await stage.state.subscribers.find('Ida@pond.example')).toMatchObject({ status: 'active' });
    expect(await (await stage.app.request(link)).text()).toContain('You are on the list');
  });

  test('the answer tells nobody who is on the list', async () => {
    const stage = await openStage();
    for (const status of ['active', 'unsubscribed', 'bounced', 'complained', 'pending'] as const)
      await add(stage, `${status}@pond.example`, status);
    await add(stage, 'removed@pond.example');
    await stage.state.subscribers.remove('removed@pond.example', new Date(stage.now()).toISOString());
    const answers = new Set<string>();
    for (const who of ['active', 'unsubscribed', 'bounced', 'complained', 'pending', 'removed', 'unknown'])
      for (let i = 0; i < 2; i += 1) {
        const answer = await stage.ask({ email: `${who}@pond.example` });
        answers.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
        stage.wait(3_600_000);
      }
    expect(answers.size).toBe(1);
  });

  test('the mail is made after the answer', async () => {
    const stage = await openStage();
    await stage.app.request('/subscribe', form({ email: 'ida@pond.example' }));
    expect(await stage.state.subscribers.find('ida@pond.example')).toBeNull();
    await stage.app.drain();
    expect(stage.mails()).toHaveLength(1);
  });

  test('who falls into the trap gets the same page, and nothing else', async () => {
    const stage = await openStage();
    const before = await everything(stage);
    const trapped = await stage.ask({ email: 'ida@pond.example', website: 'http://pills.example' });
    expect(await trapped.text()).toContain('Look into your inbox');
    expect([stage.mails(), await everything(stage)]).toEqual([[], before]);
  });

  test('a wrong address comes back with what was typed', async () => {
    const stage = await openStage();
    const answer = await stage.ask({ email: 'ida@pond', name: '<i>' });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain('value="ida@pond"');
    expect(text).toContain('value="&lt;i&gt;"');
    expect(text).toContain('id="problem"');
  });

  test('a form of many parts will do too, and one from the page of another site', async () => {
    const stage = await openStage();
    const body = new FormData();
    body.set('email', 'ida@pond.example');
    const headers = { origin: 'https://own-site.example', 'sec-fetch-site': 'cross-site' };
    expect((await stage.app.request('/subscribe', { method: 'POST', body, headers })).status).toBe(200);
    await stage.app.drain();
    expect(stage.mails()).toHaveLength(1);
  });

  const refused: [string, number, RequestInit][] = [
    ['JSON', 415, { body: '{"email":"a@b.example"}', headers: { 'content-type': 'application/json' } }],
    ['no type', 415, { body: new Uint8Array(3) }],
    [
      'a file',
      400,
      {
        body: (() => {
          const f = new FormData();
          f.set('email', new File(['x'], 'x'));
          return f;
        })(),
      },
    ],
    ['broken parts', 400, { body: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    ['too much', 413, { body: new URLSearchParams({ email: 'x'.repeat(9000) }) }],
    ['nothing', 400, { body: new URLSearchParams() }],
  ];
  test.each(refused)('%s is refused', async (_, status, init) => {
    const stage = await openStage();
    expect((await stage.app.request('/subscribe', { method: 'POST', ...init })).status).toBe(status);
    await stage.app.drain();
    expect(stage.mails()).toEqual([]);
  });

  test('a mail that was put off is sent again, the same one; one that was refused is not', async () => {
    const stage = await openStage({ outcomes: ['later', 'not-tried', 'sent', 'refused', 'unknown'] });
    await stage.ask({ email: 'ida@pond.example' });
    expect(stage.log.slice(-3)).toEqual(['mail later', 'mail not-tried', 'mail sent']);
    for (const who of ['otto', 'ruth']) await stage.ask({ email: `${who}@pond.example` });
    expect(stage.log.filter((line) => line.startsWith('mail')).slice(3)).toEqual([
      'mail refused',
      'mail unknown',
    ]);
    expect(stage.mails()).toHaveLength(1);
  });
});

describe('too many', () => {
  const env = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  const send = (stage: Awaited<ReturnType<typeof openStage>>, peer: string, forwarded?: string) =>
    stage.app.request(
      '/subscribe',
      form({ email: 'x' }, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      env(peer),
    );
  test('from one network; an hour later it may ask again, and others may meanwhile', async () => {
    const stage = await openStage();
    for (let i = 0; i < 20; i += 1) expect((await send(stage, `192.0.2.${i}`)).status).toBe(400);
    const answer = await send(stage, '192.0.2.99');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await answer.text()).toContain('Too many requests');
    // Made up by a visitor, it is not believed.
    expect((await send(stage, '192.0.2.1', '203.0.113.1')).status).toBe(429);
    expect((await send(stage, '127.0.0.1', '192.0.2.5')).status).toBe(429);
    expect((await send(stage, '127.0.0.1', '203.0.113.1')).status).toBe(400);
    expect((await stage.app.request('/subscribe', {}, env('192.0.2.1'))).status).toBe(200);
    stage.wait(3_600_000);
    expect((await send(stage, '192.0.2.1')).status).toBe(400);
  });
  test('from everywhere together', async () => {
    const stage = await openStage();
    const answers: number[] = [];
    for (let i = 0; i < 1001; i += 1) answers.push((await send(stage, `10.${i >> 8}.${i & 255}.1`)).status);
    expect([answers.indexOf(429), answers.length]).toEqual([1000, 1001]);
  });
  test('to leave is never too much', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    for (let i = 0; i < 40; i += 1)
      expect(
        (await stage.app.request(`/unsubscribe/${token(ida.id)}`, form(oneClick), env('192.0.2.1'))).status,
      ).toBe(200);
  });
});

describe('unsubscribing', () => {
  test('GET and HEAD show a page and change nothing; the button acts', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const before = await everything(stage);
    const path = `/unsubscribe/${token(ida.id, { issue: '2026-05' })}`;
    const shown = await stage.app.request(path);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining(`action="${path}"`)]);
    expect((await stage.app.request(path, { method: 'HEAD' })).status).toBe(200);
    expect(await everything(stage)).toBe(before);
    const acted = await (await stage.app.request(path, form({}))).text();
    expect(acted).toContain('You are off the list');
    expect(acted).toContain('href="/subscribe"');
    expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
    expect((await stage.app.request(path, form({}))).status).toBe(200);
    expect(await (await stage.app.request(path)).text()).toContain('You are off the list');
  });

  const bodies: [string, () => RequestInit][] = [
    [
      'as a form',
      () => ({
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ],
    [
      'in parts',
      () => {
        const body = new FormData();
        body.set('List-Unsubscribe', 'One-Click');
        return { body };
      },
    ],
  ];
  test.each(bodies)('one click, %s: no page, no redirect, no cookie', async (_, init) => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    for (let i = 0; i < 2; i += 1) {
      const answer = await stage.app.request(`/unsubscribe/${token(ida.id)}`, { method: 'POST', ...init() });
      expect([answer.status, await answer.text(), answer.headers.get('set-cookie')]).toEqual([
        200,
        'Unsubscribed.\n',
        null,
      ]);
    }
    expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
  });

  test('who has no body to send may leave too', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    expect((await stage.app.request(`/unsubscribe/${token(ida.id)}`, { method: 'POST' })).status).toBe(200);
    expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
  });

  test('who sends a broken form may leave, but not come', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const otto = await add(stage, 'otto@pond.example', 'pending');
    const broken = {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    };
    const statuses = [
      `/unsubscribe/${token(ida.id)}`,
      `/confirm/${token(otto.id, { purpose: 'confirm' })}`,
    ].map(async (path) => (await stage.app.request(path, broken)).status);
    expect(await Promise.all(statuses)).toEqual([200, 400]);
    expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
    expect(await stage.state.subscribers.get(otto.id)).toMatchObject({ status: 'pending' });
  });

  test('a token that is worth nothing is a 400, and other types of body a 415', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const before = await everything(stage);
    const bad = token(ida.id, { list: 'digest.other.example' });
    for (const path of [`/unsubscribe/${bad}`, '/unsubscribe/x', `/confirm/${token(ida.id)}`]) {
      for (const init of [{}, form({})]) expect((await stage.app.request(path, init)).status).toBe(400);
      const clicked = await stage.app.request(path, form(oneClick));
      expect(clicked.status).toBe(path.startsWith('/unsubscribe') ? 410 : 400);
    }
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    for (const path of ['unsubscribe', 'confirm'])
      expect((await stage.app.request(`/${path}/${token(ida.id)}`, json)).status).toBe(415);
    expect(await everything(stage)).toBe(before);
  });

  test('nobody is told that they are off a list that does not know their id', async () => {
    const stage = await openStage();
    const path = `/unsubscribe/${token('ab'.repeat(16))}`;
    const clicked = await stage.app.request(path, form(oneClick));
    expect([clicked.status, await clicked.text()]).toEqual([410, 'This link does not work\n']);
    for (const init of [{}, form({})]) {
      const shown = await stage.app.request(path, init);
      expect([shown.status, await shown.text()]).toEqual([
        400,
        expect.stringContaining('the list does not know it any more'),
      ]);
    }
  });

  test('the link of a copy that belongs to nobody says where to look', async () => {
    const stage = await openStage();
    const text = await (await stage.app.request('/unsubscribe')).text();
    expect(text).toContain('href="mailto:letter@lantern.example"');
  });
});

describe('the archive', () => {
  test('pictures may be shown by readers of the feed that are pages elsewhere; pages may not', async () => {
    const name = `${'ab'.repeat(16)}.png`;
    const stage = await openStage({ files: { [`out/2026-05/${name}`]: 'png' } });
    const get = async (path: string) => (await stage.app.request(path)).headers;
    const headers = await get(`/2026-05/${name}`);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/2026-05/')).get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('is served with tags, and not twice to who has it', async () => {
    const { app } = await openStage();
    const first = await app.request('/2026-05/');
    expect([first.status, await first.text()]).toEqual([200, archive['out/2026-05/index.html']]);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    expect(first.headers.get('x-robots-tag')).toBeNull();
    const again = await app.request('/2026-05/', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
      304,
      '',
      first.headers.get('etag'),
    ]);
    const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
    expect((await app.request('/2026-05/', { headers: since })).status).toBe(304);
    const head = await app.request('/feed.xml', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/atom+xml; charset=utf-8',
    ]);
  });
  test('an issue without its slash is led to its page', async () => {
    const { app } = await openStage();
    const answer = await app.request('/2026-05');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/2026-05/']);
  });
  test('holds no mail, no report and no draft', async () => {
    const { app } = await openStage({ onlySealed: true });
    for (const path of ['email.html', 'email.txt', 'email.eml', 'report.html', 'report.json'])
      expect((await app.request(`/2026-05/${path}`)).status).toBe(404);
    expect((await app.request('/2026-06/')).status).toBe(404);
    expect((await app.request('/2026-05/')).status).toBe(200);
  });
});

describe.each(['https://lantern.example/mail', 'https://lantern.example/mail/'])(
  'below a path: %s',
  (serveUrl) => {
    const ways = [
      ['as it came', '/mail'],
      ['with the path taken away', ''],
    ] as const;
    test.each(ways)('from a proxy that hands on %s', async (_, prefix) => {
      const stage = await openStage({ serveUrl: serveUrl.replace(/\/$/u, '') });
      const get = async (path: string) => await (await stage.app.request(`${prefix}${path}`)).text();
      expect(await get('/')).toBe(archive['out/index.html']);
      expect(await get('/2026-05/')).toBe(archive['out/2026-05/index.html']);
      const bare = await stage.app.request(`${prefix}/2026-05`);
      expect(bare.headers.get('location')).toBe('/mail/2026-05/');
      expect(await get('/subscribe')).toContain('action="/mail/subscribe"');
      expect(await get('/nowhere')).toContain('href="/mail/"');
      await stage.ask({ email: 'ida@pond.example' });
      const link = linkIn(stage.mails()[0]);
      expect(link).toMatch(/^https:\/\/lantern\.example\/mail\/confirm\//u);
      const way = below(link).replace('/mail', '');
      expect(await get(way)).toContain(`action="/mail${way}"`);
      expect(await (await stage.app.request(`${prefix}${way}`, form({}))).text()).toContain(
        'You are on the list',
      );
      expect((await stage.app.request(`${prefix}/health`)).status).toBe(200);
    });
    test('the path itself is led to its slash, and others only begin like it', async () => {
      const { app } = await openStage({ serveUrl: 'https://lantern.example/mail' });
      const answer = await app.request('/mail');
      expect([answer.status, answer.headers.get('location')]).toEqual([301, '/mail/']);
      expect((await app.request('/mailbox/')).status).toBe(404);
    });
  },
);

describe('what every answer says', () => {
  test('the headers of headers.ts, whatever the outcome; no cookie', async () => {
    const stage = await openStage();
    const { state } = stage;
    const ida = await add(stage, 'ida@pond.example');
    const asked: [string, RequestInit?][] = [
      ['/'],
      ['/subscribe'],
      ['/nowhere'],
      ['/health'],
      ['/confirm/x'],
      ['/', { method: 'DELETE' }],
      ['/subscribe', form({ email: 'x' })],
      [`/unsubscribe/${token(ida.id)}`, form(oneClick)],
    ];
    const check = ({ headers }: Response, path: string) => {
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      expect(headers.get('set-cookie'), path).toBeNull();
      if (path !== '/') expect(headers.get('cache-control'), path).toBe('no-store');
    };
    for (const [path, init] of asked) check(await stage.app.request(path, init), path);
    await state.close();
    const broken = await stage.app.request(`/unsubscribe/${token(ida.id)}`);
    expect(broken.status).toBe(500);
    check(broken, 'broken');
  });

  test('without https nobody is kept to it', async () => {
    const { app } = await openStage({ serveUrl: 'http://lantern.example' });
    expect((await app.request('/')).headers.get('strict-transport-security')).toBeNull();
  });

  test('other methods are refused', async () => {
    const { app } = await openStage();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      for (const path of ['/', '/subscribe', '/unsubscribe/x'])
        expect((await app.request(path, { method })).status).toBe(405);
    expect((await app.request('/', { method: 'POST' })).status).toBe(405);
  });

  test('pages are in the language of the newsletter', async () => {
    const { app } = await openStage({ site: { ...site, language: 'de' } });
    expect(await (await app.request('/subscribe')).text()).toContain('Ich möchte „The Lantern Quarter“');
    expect(await (await app.request('/nowhere')).text()).toContain('Diese Seite gibt es nicht');
  });
});

describe('the log', () => {
  test('has a line a request, with neither address nor token nor visitor', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    await stage.ask({ email: 'otto@pond.example', name: 'Otto' }, { 'x-forwarded-for': '203.0.113.9' });
    await stage.app.request(`/unsubscribe/${token(ida.id)}`, form(oneClick));
    await stage.app.request('/2026-05/?email=ida@pond.example');
    await stage.app.request('/ida@pond.example');
    expect(stage.log).toEqual([
      'POST /subscribe 200 0 ms',
      'mail sent',
      'POST /unsubscribe/:token 200 0 ms',
      'GET /* 200 0 ms',
      'GET /* 404 0 ms',
    ]);
  });
  test('a fault is told by its name and place, not by its words', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    await stage.state.close();
    const page = await (await stage.app.request(`/unsubscribe/${token(ida.id)}`)).text();
    expect(page).toContain('Something went wrong here');
    expect(stage.log[0]).toMatch(/^failed: \w+ .*at /u);
    expect(stage.log.join('\n')).not.toContain(ida.id);
    await stage.ask({ email: 'otto@pond.example' });
    expect(stage.log.join('\n')).toMatch(/mail failed: /u);
    expect(stage.log.join('\n')).not.toContain('otto');
  });
});

test('while another process writes for long, a reader is asked to come back', async () => {
  const stage = await openStage({ patience: 20 });
  const ida = await add(stage, 'ida@pond.example');
  const other = new DatabaseSync(join(stage.folder, stateName));
  other.exec('BEGIN IMMEDIATE');
  const busy = await stage.app.request(`/unsubscribe/${token(ida.id)}`, form(oneClick));
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '60']);
  expect(stage.log[0]).toMatch(/^failed: DigestifError state-busy at /u);
  expect((await stage.app.request(`/unsubscribe/${token(ida.id)}`)).status).toBe(200);
  other.exec('ROLLBACK');
  other.close();
  expect((await stage.app.request(`/unsubscribe/${token(ida.id)}`, form(oneClick))).status).toBe(200);
});

test.each(['bounced', 'unknown'] as const)(
  'a mail that was promised to %s outlives a busy state, and counts once',
  async (status) => {
    const stage = await openStage({ patience: 1, waits: Array.from({ length: 100 }, () => 1) });
    if (status !== 'unknown') await add(stage, 'ida@pond.example', status);
    const other = new DatabaseSync(join(stage.folder, stateName));
    other.exec('BEGIN IMMEDIATE');
    // Counted already when another process comes in between.
    const { put } = stage.state.subscribers;
    let tries = 0;
    stage.state.subscribers.put = async (given) => {
      tries += 1;
      if (tries === 1) fail('state-busy', 'another process is writing to it');
      return await put(given);
    };
    const asked = stage.ask({ email: 'ida@pond.example' });
    await setTimeout(30);
    expect(tries).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    await asked;
    expect([tries, stage.mails().length]).toEqual([2, 1]);
  },
);

test('while another process writes for a moment, nobody is sent away', async () => {
  const stage = await openStage();
  const ida = await add(stage, 'ida@pond.example');
  const { setStatus } = stage.state.subscribers;
  let tries = 0;
  stage.state.subscribers.setStatus = async (...given) => {
    tries += 1;
    if (tries < 3) fail('state-busy', 'another process is writing to it');
    return await setStatus(...given);
  };
  const clicked = await stage.app.request(`/unsubscribe/${token(ida.id)}`, form(oneClick));
  expect([clicked.status, tries]).toEqual([200, 3]);
  expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
});

test('health is whether the state answers, and no more; nobody needs a line of it', async () => {
  const stage = await openStage();
  const well = await stage.app.request('/health');
  expect([well.status, await well.text()]).toEqual([200, 'well\n']);
  await stage.state.close();
  const unwell = await stage.app.request('/health');
  expect([unwell.status, await unwell.text()]).toEqual([503, 'unwell\n']);
  expect(stage.log).toEqual([]);
});
