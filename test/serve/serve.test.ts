import { createConnection } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '../../src/commands/subscribers.ts';
import type { State } from '../../src/deliver/types.ts';
import { DigestifError } from '../../src/errors.ts';
import { loadConfig } from '../../src/io/newsletter.ts';
import { openState } from '../../src/io/state/open.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { listen, servePublic } from '../../src/serve/serve.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { add, archive, list, openStage, secret, site, token } from './stage.ts';

const anywhere = { host: '127.0.0.1', port: 0 };

/** Everything that comes back for these bytes, until the line is closed or nothing comes any more. */
function say(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.setTimeout(1500, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('error', () => {}).on('close', () => resolve(heard));
  });
}

const day = 86_400_000;

async function addPending({ subscribers }: State, email: string, asked: number): Promise<void> {
  const at = new Date(asked).toISOString();
  const consent = { at, how: 'form', text: 'yes' } as const;
  const given = {
    id: newId(),
    email,
    name: null,
    tags: [],
    language: null,
    status: 'pending',
    consent,
  } as const;
  await subscribers.put([{ ...given, tags: [], created: at, updated: at, softBounces: 0 }]);
}

test('a newsletter is served by its config; who never confirmed is forgotten', async () => {
  const folder = makeNewsletter({
    ...archive,
    'digestif.config.yaml': `${config}\npublish: sealed\nlook: wire\n`,
  });
  const state = await openState(folder);
  await addPending(state, 'old@pond.example', 0);
  await addPending(state, 'new@pond.example', 1);
  const { port, close } = await servePublic({
    ...anywhere,
    folder,
    config: loadConfig(folder).config,
    serveUrl: 'https://letters.example/mail/',
    state,
    transport: openMaildir(join(folder, 'mails')),
    dkim: [],
    site,
    list,
    secret,
    log: () => {},
    now: () => 7 * day,
    newId,
    random: () => 0,
  });
  // The link of the one works no more, that of the other does.
  expect(await state.subscribers.find('old@pond.example')).toBeNull();
  expect(await state.subscribers.find('new@pond.example')).not.toBeNull();
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const page = await (await get('/mail/subscribe')).text();
  expect(page).toContain('action="/mail/subscribe"');
  expect(page).toContain('Liberation Mono');
  expect((await get('/mail/2026-05/')).status).toBe(200);
  expect((await get('/mail/2026-06/')).status).toBe(404);
  expect(await (await get('/health')).text()).toBe('well\n');
  await close();
  await state.close();
});

test('a port that is taken is a fault that says so', async () => {
  const { app } = await openStage();
  const one = await listen(app, anywhere);
  const two = listen(app, { ...anywhere, port: one.port });
  await expect(two).rejects.toThrow(DigestifError);
  await expect(two).rejects.toMatchObject({
    diagnostics: [{ code: 'port-taken', hint: expect.any(String) }],
  });
  await one.close();
});

describe('over a real line', () => {
  test('paths that lead out, as they are, and what is no HTTP', async () => {
    const { app } = await openStage();
    const { port, close } = await listen(app, anywhere);
    const lines = [
      'GET /../digestif.config.yaml HTTP/1.1',
      'GET /2026-05/../../digestif.config.yaml HTTP/1.1',
      'GET /%2e%2e/digestif.config.yaml HTTP/1.1',
      'GET /..%5cdigestif.config.yaml HTTP/1.1',
      'GET /2026-05/email.html HTTP/1.1',
      'GET //digestif.config.yaml HTTP/1.1',
      'GET /%00 HTTP/1.1',
      'GET /%ff%fe HTTP/1.1',
      'GET * HTTP/1.1',
      'GET http://other.example/ HTTP/1.1',
      'GET nonsense HTTP/1.1',
      'nonsense',
    ];
    for (const line of lines)
      for (const host of ['lantern.example', 'a b', '', '[::1', 'x'.repeat(3000)]) {
        const heard = await say(port, `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
        expect(heard.split('\r\n')[0], `${line} ${host.slice(0, 9)}`).toMatch(
          /^HTTP\/1\.1 (?:200|301|400|404)/u,
        );
        expect(heard).not.toContain('SECRET');
      }
    await close();
  });

  test('three hundred damaged requests, by a seed: no 5xx, and it goes on', async () => {
    const stage = await openStage();
    const { port, close } = await listen(stage.app, anywhere);
    const whole =
      'POST /subscribe?a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: 203.0.113.9\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 30\r\n\r\nemail=ida%40pond.example&name=I';
    let state = 7;
    const below = (n: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % n;
    };
    const damaged = Array.from({ length: 300 }, () => {
      const bytes = Buffer.from(whole);
      for (let k = 0; k <= below(4); k += 1) bytes[below(bytes.length)] = below(256);
      return below(3) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
    });
    const heard = await Promise.all(damaged.map((bytes) => say(port, bytes)));
    expect(heard.filter((text) => /^HTTP\/1\.1 5/u.test(text))).toEqual([]);
    expect(
      heard.filter((text) => /^HTTP\/1\.1 (?:200|400|404|405|415|429)/u.test(text)).length,
    ).toBeGreaterThan(150);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect(stage.log.filter((line) => line.startsWith('failed'))).toEqual([]);
    await close();
  });

  test('an issue without its slash is led to a path of ours, whatever Host says', async () => {
    const { app } = await openStage();
    const { port, close } = await listen(app, anywhere);
    const heard = await say(port, 'GET /2026-05 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(/location: (.*)\r\n/iu.exec(heard)?.[1]).toBe('/2026-05/');
    const page = await say(
      port,
      'GET /subscribe HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(page).toContain('action="/subscribe"');
    expect(page).not.toContain('evil');
    await close();
  });

  test('a body with its length, in chunks, without either, or none at all', async () => {
    const stage = await openStage();
    const { port, close } = await listen(stage.app, anywhere);
    const head = (path: string, version = '1.1') =>
      `POST ${path} HTTP/${version}\r\nHost: x\r\nConnection: close\r\n`;
    const type = 'Content-Type: application/x-www-form-urlencoded\r\n';
    const body = 'email=ida%40pond.example';
    const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const statusOf = async (bytes: string) => Number((await say(port, bytes)).split(' ')[1]);
    const sent = [
      `${head('/subscribe')}${type}Content-Length: ${body.length}\r\n\r\n${body}`,
      `${head('/subscribe')}${type}Transfer-Encoding: chunked\r\n\r\n${chunks}`,
      `${head('/subscribe', '1.0')}${type}Content-Length: ${body.length}\r\n\r\n${body}`,
    ];
    for (const bytes of sent) expect(await statusOf(bytes), bytes).toBe(200);
    const ida = await add(stage, 'ida@pond.example');
    const leave = `/unsubscribe/${token(ida.id)}`;
    expect(await statusOf(`${head(leave)}\r\n`)).toBe(200);
    expect(await stage.state.subscribers.get(ida.id)).toMatchObject({ status: 'unsubscribed' });
    const oneClick = 'List-Unsubscribe=One-Click';
    const chunked = `${oneClick.length.toString(16)}\r\n${oneClick}\r\n0\r\n\r\n`;
    const heard = await say(port, `${head(leave)}${type}Transfer-Encoding: chunked\r\n\r\n${chunked}`);
    expect(heard).toContain('Unsubscribed.');
    for (const path of ['/subscribe', '/confirm/x', '/unsubscribe/x'])
      for (const bytes of [
        `${head(path)}\r\n`,
        `${head(path)}${type}\r\n`,
        `${head(path, '1.0')}${type}\r\n`,
      ])
        expect(await statusOf(bytes), bytes).toBe(400);
    await close();
  });

  test('a body that never ends is cut off', async () => {
    const { app } = await openStage();
    const { port, close } = await listen(app, anywhere);
    const head = 'POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    const chunk = `${(4096).toString(16)}\r\n${'a'.repeat(4096)}\r\n`;
    expect(await say(port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`)).toContain(' 413 ');
    expect(await say(port, `${head}Content-Length: 99999999\r\n\r\nemail=`)).toContain(' 413 ');
    await close();
  });
});

test('who goes away before the end of the form is no fault of ours', async () => {
  const stage = await openStage();
  const { port, close } = await listen(stage.app, anywhere);
  const head = 'POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  for (const length of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
    const socket = createConnection(port, '127.0.0.1');
    await new Promise((resolve) => socket.write(`${head}${length}\r\n\r\n5\r\nem`, resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
  }
  await vi.waitFor(() => expect(stage.log).toEqual(Array(2).fill('POST /subscribe 400 0 ms')));
  await close();
});

test('when it ends, a request in flight is answered and what was promised is sent', async () => {
  const stage = await openStage({ waits: [1_000_000], outcomes: ['later'] });
  const { port, close } = await listen(stage.app, anywhere);
  const socket = createConnection(port, '127.0.0.1');
  const body = 'email=ida%40pond.example';
  const head = 'POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded';
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  const idle = createConnection(port, '127.0.0.1');
  idle.on('error', () => {});
  await new Promise((resolve) =>
    socket.write(`${head}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`, resolve),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  socket.write(body.slice(9));
  await closed;
  expect(heard).toContain('Look into your inbox');
  expect(stage.log).toEqual(['POST /subscribe 200 0 ms', 'mail later', 'mail sent']);
  expect(stage.mails()).toHaveLength(1);
  idle.destroy();
});
