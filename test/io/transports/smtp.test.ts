import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLogin } from '../../../src/io/smtp-login.ts';
import { openSmtp, type SmtpOptions } from '../../../src/io/transports/smtp.ts';
import type { Outcome, Transport } from '../../../src/io/transports/transport.ts';
import { makeCertificate } from '../../certificate.ts';
import { type Misdeed, mailServers } from '../../mail-server.ts';

const { start, stop } = mailServers();
const opened: Transport[] = [];
const https: Server[] = [];

afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
  for (const server of https.splice(0)) server.close();
  await stop();
});

function open(port: number, more: Partial<SmtpOptions> = {}): Transport {
  const transport = openSmtp({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    password: null,
    connections: 2,
    patience: { connect: 500, answer: 250 },
    ...more,
  });
  opened.push(transport);
  return transport;
}

function mail(i: number | string, words = 'The geese are back.'): Parameters<Transport['send']>[0] {
  const bytes = Buffer.from(`Message-ID: <${i}@reed.example>\r\nSubject: Reeds\r\n\r\n${words}\r\n`);
  return { envelope: { from: `bounces+${i}@reed.example`, to: `reader${i}@reed.example` }, bytes };
}

test('bytes arrive as they are, lines that begin with a dot and all', async () => {
  const server = await start();
  const given = mail(1, '.\r\n..\r\n.a\r\n\r\n.');
  expect(await open(server.port).send(given)).toMatchObject({ kind: 'sent', reply: /^250 / });
  expect(server.kept).toMatchObject([{ ...given.envelope, confirmed: true }]);
  expect(server.kept[0]?.bytes.toString()).toBe(Buffer.from(given.bytes).toString());
});

const cases: [Misdeed, Outcome['kind'], RegExp][] = [
  ['drop at mail', 'not-tried', /closed/],
  ['drop at rcpt', 'not-tried', /closed/],
  ['hang at rcpt', 'not-tried', /Timeout/],
  ['garbage at rcpt', 'not-tried', /moo|Timeout/],
  ['421 at mail', 'not-tried', /421/],
  ['421 at rcpt', 'not-tried', /421/],
  ['450 at mail', 'not-tried', /450/],
  ['550 at mail', 'not-tried', /550/],
  ['450 at rcpt', 'later', /^450/],
  ['550 at rcpt', 'refused', /^550/],
  ['451 after data', 'later', /^451/],
  ['421 after data', 'later', /^421/],
  ['554 after data', 'refused', /^554/],
  ['drop in data', 'unknown', /closed|ECONNRESET|EPIPE/],
  ['drop after data', 'unknown', /closed/],
  ['drop after data, kept', 'unknown', /closed/],
  ['hang after data, kept', 'unknown', /Timeout/],
  ['garbage after data, kept', 'unknown', /moo/],
];
test.each(cases)('%s: %s; the next mail goes through', async (misdeed, kind, words) => {
  const server = await start({
    misdeed: (_, to) => (to.startsWith('reader2@') || to === '' ? plan(to) : null),
  });
  let isFirst = true;
  function plan(to: string): Misdeed | null {
    // At MAIL the server does not know yet for whom it is.
    if (to === '' && !(misdeed.includes('at mail') && isFirst && server.kept.length === 1)) return null;
    if (to === '') isFirst = false;
    return misdeed;
  }
  const transport = open(server.port, { connections: 1 });
  expect((await transport.send(mail(1))).kind).toBe('sent');
  const outcome = await transport.send(mail(2));
  if (misdeed.endsWith('at mail') && kind === 'not-tried') {
    // Over a kept connection nothing was tried: once more over a new one.
    expect(outcome.kind).toBe('sent');
  } else {
    expect(outcome.kind).toBe(kind);
    expect(outcome.reply).toMatch(words);
  }
  expect((await transport.send(mail(3))).kind).toBe('sent');
  const ids = server.kept.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('3@reed.example');
});

describe('connections', () => {
  test('are shared by many mails, never more than allowed, and renewed after a hundred mails', async () => {
    const server = await start();
    const transport = open(server.port);
    const outcomes = await Promise.all(Array.from({ length: 250 }, (_, i) => transport.send(mail(i))));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']));
    expect(new Set(server.kept.map(({ id }) => id)).size).toBe(250);
    expect(server.busiest()).toBeLessThanOrEqual(2);
    expect(server.connections()).toBe(4);
  });

  test('one that the server ended while nobody looked is replaced', async () => {
    const server = await start({ options: { socketTimeout: 300 } });
    const transport = open(server.port);
    await transport.send(mail(1));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await transport.send(mail(2))).kind).toBe('sent');
  });

  test('several that died in silence: the second try is over a new one', async () => {
    let isSick = false;
    const sick = new Set<number>();
    const server = await start({
      watch: (stage, attempt) => {
        if (stage === 'mail' && isSick) sick.add(attempt);
      },
      misdeed: (attempt, to) => (to === '' && isSick && attempt <= 4 ? 'drop at mail' : null),
    });
    const transport = open(server.port);
    await Promise.all([transport.send(mail(1)), transport.send(mail(2))]);
    isSick = true;
    // The first kept one drops; the other would too.
    expect((await transport.send(mail(3))).kind).toBe('not-tried');
    expect(server.connections()).toBe(3);
  });

  test('an address beyond ASCII, which the server cannot take, is refused with that reason', async () => {
    const server = await start({ options: { hideSMTPUTF8: true } });
    const transport = open(server.port);
    const to = 'jörg@reed.example';
    expect(await transport.send({ ...mail(1), envelope: { ...mail(1).envelope, to } })).toMatchObject({
      kind: 'refused',
      reply: expect.stringContaining('SMTPUTF8'),
    });
    expect((await transport.send(mail(2))).kind).toBe('sent');
    expect(server.kept).toHaveLength(1);
    const able = await start();
    expect((await open(able.port).send({ ...mail(1), envelope: { ...mail(1).envelope, to } })).kind).toBe(
      'sent',
    );
  });

  test('nobody there: nothing was tried', async () => {
    const server = await start();
    await server.close();
    const transport = open(server.port);
    expect(await transport.send(mail(1))).toMatchObject({ kind: 'not-tried', reply: /ECONNREFUSED/ });
    expect(await transport.verify()).toMatch(/ECONNREFUSED.*firewall/);
  });

  test('closed while a mail is on its way: unknown', async () => {
    const server = await start({ delay: () => 10_000 });
    const transport = open(server.port, { patience: { connect: 500, answer: 10_000 } });
    const sending = transport.send(mail(1));
    while (server.kept.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await transport.close();
    expect((await sending).kind).toBe('unknown');
  });

  test('a server that takes no mail of this size says nothing of the reader', async () => {
    const server = await start({ options: { size: 100 } });
    expect(await open(server.port).send(mail(1, 'x'.repeat(200)))).toMatchObject({ kind: 'not-tried' });
    expect(server.kept).toEqual([]);
  });
});

test('whatever is said to MAIL is about us, not about the reader', async () => {
  for (const misdeed of ['550 at mail', '451 at mail'] as const) {
    const server = await start({ misdeed: () => misdeed });
    const outcome = await open(server.port).send(mail(1));
    expect(outcome).toMatchObject({ kind: 'not-tried', reply: expect.stringContaining(misdeed.slice(0, 3)) });
  }
});

describe('TLS and login', () => {
  const certificate = makeCertificate();
  const safe = { ...certificate, disabledCommands: [], authOptional: false };

  test('STARTTLS and a password', async () => {
    const server = await start({
      options: {
        ...safe,
        onAuth: ({ username, password }, _, done) =>
          username === 'ada' && password === 'geese' ? done(null, { user: username }) : done(new Error('no')),
      },
    });
    const ways = { host: 'localhost', security: 'starttls', user: 'ada', ca: certificate.cert } as const;
    const transport = open(server.port, { ...ways, password: 'geese' });
    expect(await transport.verify()).toBeNull();
    expect((await transport.send(mail(1))).kind).toBe('sent');
    const wrong = open(server.port, { ...ways, password: 'swans' });
    expect(await wrong.verify()).toMatch(/Invalid login.*password/);
    expect(await wrong.send(mail(2))).toMatchObject({ kind: 'not-tried', reply: /Invalid login/ });
  });

  test('a server that repeats what it was told to keep does not make us show it', async () => {
    const login = { user: 'ada', password: 'grey geese' };
    const server = await start({
      options: {
        disabledCommands: ['STARTTLS'],
        onAuth: ({ username, password }, _, done) => {
          const packed = [`${password}`, `\0${username}\0${password}`].map((text) =>
            Buffer.from(text).toString('base64'),
          );
          done(
            new Error(
              `no: AUTH PLAIN ${packed.join(' ')} is ${password}, says ${'x'.repeat(380)} ${password}`,
            ),
          );
        },
      },
    });
    const transport = open(server.port, login);
    const replies = [await transport.verify(), (await transport.send(mail(1))).reply];
    const { host, port, security } = { host: '127.0.0.1', port: server.port, security: 'none' } as const;
    replies.push((await checkLogin({ host, port, security, ...login }))?.said ?? null);
    for (const reply of replies) {
      expect(reply).toMatch(/AUTH PLAIN …=* …=* is …, says x/u);
      expect(reply).not.toMatch(/grey|Z3JleSBnZWVzZQ|AGFkYQBncmV5/u);
    }
  });

  test('a server that offers no TLS gets no mail', async () => {
    const server = await start();
    const transport = open(server.port, { security: 'starttls' });
    expect((await transport.send(mail(1))).kind).toBe('not-tried');
    expect(server.kept).toEqual([]);
  });

  test('OAuth2: one token for all connections, asked for with the secrets', async () => {
    const asked: string[] = [];
    const provider = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push(body);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: 'heron', expires_in: 3600, token_type: 'Bearer' }));
      });
    });
    https.push(provider);
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const tokenUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/token`;
    const tokens: string[] = [];
    const server = await start({
      options: {
        ...safe,
        authMethods: ['XOAUTH2'],
        onAuth: ({ username, accessToken }, _, done) => {
          tokens.push(`${username} ${accessToken}`);
          done(null, { user: 'ada' });
        },
      },
    });
    const transport = open(server.port, {
      host: 'localhost',
      security: 'starttls',
      user: 'ada@reed.example',
      ca: certificate.cert,
      oauth: { clientId: 'letter', tokenUrl, clientSecret: 'reed', refreshToken: 'otter' },
    });
    const outcomes = await Promise.all([1, 2, 3, 4].map((i) => transport.send(mail(i))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(tokens).toEqual(['ada@reed.example heron', 'ada@reed.example heron']);
    expect(asked).toEqual([expect.stringMatching(/client_secret=reed.*refresh_token=otter/)]);
  });
});
