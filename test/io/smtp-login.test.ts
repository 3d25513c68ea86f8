import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { checkLogin, type SmtpSettings } from '../../src/io/smtp-login.ts';
import { makeCertificate } from '../certificate.ts';

const good = makeCertificate();
const servers: SMTPServer[] = [];

afterAll(async () => {
  for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function start(options: SMTPServerOptions): Promise<SmtpSettings> {
  const server = new SMTPServer({
    ...good,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: ({ username, password }, _, done) =>
      username === 'ada' && password === 'geese'
        ? done(null, { user: username })
        : done(new Error('Invalid login')),
    ...options,
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { host: 'localhost', port, security: 'starttls', user: 'ada', password: 'geese', ca: good.cert };
}

test('a server that takes TLS and login is well, by either way', async () => {
  expect(await checkLogin(await start({}))).toBeNull();
  expect(await checkLogin({ ...(await start({ secure: true })), security: 'tls' })).toBeNull();
});

test('a wrong password is told with what to do, and not repeated', async () => {
  const settings = { ...(await start({})), password: 'swans' };
  const fault = await checkLogin(settings);
  expect(fault?.said).toMatch(/Invalid login/);
  expect(fault?.hint).toMatch(/password/);
  expect(JSON.stringify(fault)).not.toContain('swans');
});

test('no password goes to a server without TLS', async () => {
  const heard: string[] = [];
  const settings = await start({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _, done) => {
      heard.push(password ?? '');
      done(null, { user: 'ada' });
    },
  });
  const fault = await checkLogin(settings);
  expect(fault?.hint).toMatch(/starttls/);
  expect(heard).toEqual([]);
});

test('a certificate that nobody vouches for, or of another time, is refused', async () => {
  const { ca: _, ...stranger } = await start({});
  expect((await checkLogin(stranger))?.hint).toMatch(/trusts/);
  const elsewhere = { ...(await start({})), host: '127.0.0.1' };
  expect(await checkLogin(elsewhere)).toMatchObject({
    said: expect.stringContaining('altnames'),
    hint: expect.stringContaining('name that the certificate is for'),
  });
  const old = makeCertificate(new Date('2020-01-01'), new Date('2021-01-01'));
  expect((await checkLogin({ ...(await start(old)), ca: old.cert }))?.hint).toMatch(/clock/);
});

test('nobody there, and no such name', async () => {
  const settings = await start({});
  expect((await checkLogin({ ...settings, port: 1 }))?.hint).toMatch(/host and port/);
  expect((await checkLogin({ ...settings, host: 'nobody.invalid' }, 2000))?.said).toMatch(/nobody\.invalid/);
});

test('a server that begins with TLS where the config says it does not', async () => {
  const fault = await checkLogin({ ...(await start({ secure: true })), security: 'starttls' }, 500);
  expect(fault).not.toBeNull();
  const other = await checkLogin({ ...(await start({})), security: 'tls' }, 500);
  expect(other?.hint).toMatch(/465/);
  expect(other?.said).toMatch(/^localhost:\d+: SSL routines: wrong version number$/);
});
