import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { describe, expect, test, vi } from 'vitest';
import { rsa, verify } from '../deliver/keys.ts';
import { freePort } from '../free-port.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const secret = createHash('sha256').update('a secret of the tests').digest('hex');

const make = (serve = 'serve:\n  url: https://letters.example/mail\n') =>
  makeNewsletter({
    'digestif.config.yaml': `${config}\n${serve}`,
    'out/index.html': '<title>Archive</title>',
  });

type Running = { child: ChildProcess; out: string; err: () => string; port: number };

async function start(folder: string, env: { [name: string]: string }, ...argv: string[]): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [main, '-C', folder, 'serve', '--port', `${port}`, ...argv], {
    env: { ...process.env, DIGESTIF_SECRET: secret, ...env },
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const out = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.on('exit', () => reject(new Error(`it ended: ${err}`)));
  });
  return { child, out, err: () => err, port };
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe.skipIf(process.platform === 'win32')('the process', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it, once what it promised is sent', async (signal) => {
    const folder = make();
    const { child, out, err, port } = await start(folder, {});
    expect(out).toContain(
      `https://letters.example/mail is served from port ${port} of 127.0.0.1, mails go by file.`,
    );
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    expect(await (await fetch(at('/mail/'))).text()).toBe('<title>Archive</title>');
    const body = new URLSearchParams({ email: 'ida@pond.example' });
    expect((await fetch(at('/subscribe'), { method: 'POST', body })).status).toBe(200);
    const end = ended(child);
    child.kill(signal);
    expect(await end).toBe(0);
    const mails = join(folder, '.digestif/outbox/new');
    const [mail = ''] = readdirSync(mails);
    expect(readFileSync(join(mails, mail), 'utf8')).toContain('To: ida@pond.example');
    expect(err()).toMatch(/^\S+Z GET \/\* 200 \d+ ms\n\S+Z POST \/subscribe 200 \d+ ms\n\S+Z mail sent\n$/mu);
    expect(err()).not.toContain('pond.example');
    const list = await runDigestif(folder, 'subscribers', 'list', '--json');
    expect(JSON.parse(list.out)).toMatchObject([{ email: 'ida@pond.example', status: 'pending' }]);
  });
  test('JSON tells where it is', async () => {
    const { child, out, port } = await start(make(), {}, '--json');
    const address = { url: 'https://letters.example/mail', host: '127.0.0.1', port, transport: 'file' };
    expect(JSON.parse(out)).toEqual(address);
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
  });
  test('a port that is taken is told', async () => {
    const { child, port } = await start(make(), {});
    const again = spawn(process.execPath, [main, '-C', make(), 'serve', '--port', `${port}`], {
      env: { ...process.env, DIGESTIF_SECRET: secret },
    });
    let err = '';
    again.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    expect(await ended(again)).toBe(2);
    expect(err).toContain('another program uses it (port-taken)');
    const end = ended(child);
    child.kill('SIGTERM');
    await end;
  });
});

test('over a mail server, from the form to the list and off it again, signed', async () => {
  const letters: { envelope: string[]; bytes: Buffer }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = [mailFrom ? mailFrom.address : '', ...rcptTo.map(({ address }) => address)];
        letters.push({ envelope, bytes: Buffer.concat(chunks) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.server.address() as AddressInfo).port;
  const sending = `sending: { transport: smtp, host: 127.0.0.1, port: ${port}, security: none }`;
  const folder = make(
    `serve: { url: https://letters.example }\n${sending}\ndkim: [{ selector: s1, key: s1.pem }]`,
  );
  const pem = rsa.key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, 's1.pem'), pem, { mode: 0o600 });
  const running = await start(folder, {});
  const post = (path: string, fields: { [name: string]: string }) =>
    fetch(`http://127.0.0.1:${running.port}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  await post('/subscribe', { email: 'ida@pond.example' });
  await vi.waitFor(() => expect(letters).toHaveLength(1), 20_000);
  const [{ envelope, bytes } = { envelope: [], bytes: Buffer.alloc(0) }] = letters;
  expect(envelope).toEqual([
    expect.stringMatching(/\+answer=[0-9a-f]{32}@reedpost\.example$/u),
    'ida@pond.example',
  ]);
  expect(await verify(bytes, [{ ...rsa, domain: 'reedpost.example', selector: 's1' }])).toEqual(['pass']);
  const { text = '' } = await PostalMime.parse(bytes);
  const link = /https:\/\/letters\.example(\/confirm\/\S+)/u.exec(text)?.[1] ?? '';
  expect((await post(link, {})).status).toBe(200);
  await post('/subscribe', { email: 'ida@pond.example' });
  await vi.waitFor(() => expect(letters).toHaveLength(2), 20_000);
  const leave =
    /(\/unsubscribe\/\S+)/u.exec((await PostalMime.parse(letters[1]?.bytes ?? '')).text ?? '')?.[1] ?? '';
  expect(await (await post(leave, { 'List-Unsubscribe': 'One-Click' })).text()).toBe('Unsubscribed.\n');
  const end = ended(running.child);
  running.child.kill('SIGTERM');
  expect(await end).toBe(0);
  const list = await runDigestif(folder, 'subscribers', 'list', '--json');
  expect(JSON.parse(list.out)).toMatchObject([{ email: 'ida@pond.example', status: 'unsubscribed' }]);
  await new Promise<void>((resolve) => server.close(resolve));
});

describe('what it must have', () => {
  const attempt = async (folder: string, value: string | undefined, ...argv: string[]) => {
    const before = process.env['DIGESTIF_SECRET'];
    if (value === undefined) delete process.env['DIGESTIF_SECRET'];
    else process.env['DIGESTIF_SECRET'] = value;
    const outcome = await runDigestif(folder, 'serve', ...argv);
    if (before === undefined) delete process.env['DIGESTIF_SECRET'];
    else process.env['DIGESTIF_SECRET'] = before;
    return outcome;
  };
  test('a secret of some length', async () => {
    const missing = await attempt(make(), undefined);
    expect([missing.code, missing.err]).toEqual([2, expect.stringMatching(/is not set \(secret-missing\)/u)]);
    expect(missing.err).toContain('openssl rand -hex 32');
    const short = await attempt(make(), 'hunter2hunter2');
    expect(short.err).toContain('has 14 characters, too few (secret-missing)');
    expect(short.err).not.toContain('hunter2');
  });
  test('a public address', async () => {
    const { code, err } = await attempt(make(''), secret);
    expect([code, err]).toEqual([2, expect.stringMatching(/serve\.url is missing.*\(not-ready\)/u)]);
  });
  test('return paths that a mail can have', async () => {
    const folder = make(
      'serve: { url: https://letters.example }\nsending: { returnPath: a-name-of-many-letters@reed.example }',
    );
    expect((await attempt(folder, secret)).err).toMatch(/too long for return paths.*\(not-ready\)/u);
  });
  test('a template that can be rendered', async () => {
    const folder = makeNewsletter({
      'digestif.config.yaml': `${config}\nserve: { url: https://letters.example }`,
      'templates/serve-page.hbs': '{{#if}}',
    });
    const { code, err } = await attempt(folder, secret);
    expect([code, err]).toEqual([2, expect.stringContaining('serve-page.hbs')]);
  });
  test('a port that can be one', async () => {
    expect((await attempt(make(), secret, '--port', '0')).code).toBe(2);
  });
});
