/** The whole way of a letter, with a real mail server: subscribe, confirm, send, deliver, bounce, leave, send again. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ferry, oven } from '../articles.ts';
import { verify } from '../deliver/keys.ts';
import { freePort } from '../free-port.ts';
import { makeNewsletter } from '../newsletter.ts';
import { type Postfix, startPostfix, waitFor } from './postfix.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const secret = 'a secret of thirty-two signs or more';
const environment = { ...process.env, DIGESTIF_SECRET: secret, TZ: 'Pacific/Auckland' };

const readers = ['ida@pond.example', 'otto@pond.example', 'vera@pond.example'] as const;
const [ida, otto, vera] = readers;
const letters = 'letters@reedpost.example';

let post: Postfix;
let folder = '';
let servePort = 0;
let server: ChildProcess;
const postFolder = mkdtempSync(join(tmpdir(), 'digestif-post-'));

/** Runs a command line in the newsletter. It must end well, unless another exit code is named. */
async function digestif(argv: readonly string[], expected = 0): Promise<string> {
  const options = { cwd: folder, env: environment, maxBuffer: 1e8 };
  const ran = await promisify(execFile)(process.execPath, [main, ...argv], options).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
  expect(ran.code, `digestif ${argv.join(' ')}: ${ran.said}`).toBe(expected);
  return ran.said;
}

/** As a browser behind the proxy would see a public address. */
function visit(address: string, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(address);
  return fetch(`http://127.0.0.1:${servePort}${pathname}`, { redirect: 'manual', ...init });
}

function form(fields: { [name: string]: string }): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

async function newest(address: string, count: number): Promise<string> {
  const mails = await waitFor(
    () => (post.mailsOf(address).length >= count ? post.mailsOf(address) : null),
    `${address} has ${count} mails\n${post.log()}`,
  );
  expect(mails).toHaveLength(count);
  return mails.at(-1) ?? '';
}

const headerOf = (mail: string, name: string): string =>
  (new RegExp(`^${name}:\\s*((?:.*\\n[ \\t])*.*)`, 'imu').exec(mail)?.[1] ?? '').replace(/\s+/gu, ' ');

const statusOf = async (address: string): Promise<string | undefined> => {
  const all = JSON.parse(await digestif(['subscribers', 'list', '--json'])) as {
    email: string;
    status: string;
  }[];
  return all.find(({ email }) => email === address)?.status;
};

beforeAll(async () => {
  const smtpPort = await freePort();
  servePort = await freePort();
  post = await startPostfix(postFolder, smtpPort, {
    boxes: [...readers, letters],
    vanished: ['gone.example'],
  });
  const june = (text: string): string => text.replace('2026-05', '2026-06').replace(/\b61\b/u, '64');
  folder = makeNewsletter({
    'digestif.config.yaml': `title: The Reed Post
url: https://reedpost.example
postalAddress: The Reed Post, 3 Ferry Lane, Low Reed
sender: { name: The Reed Post, email: letters@reedpost.example }
dkim:
  - { selector: r1, key: .digestif/dkim-r1.pem }
sending: { transport: smtp, host: 127.0.0.1, port: ${smtpPort}, security: none }
serve: { url: https://reedpost.example/mail, port: ${servePort} }
bounces: { mailbox: maildir, path: ${post.maildirOf(letters)} }
`,
    'articles/ferry.md': ferry,
    'articles/oven.md': june(oven).replace('A bakery', 'The bakery'),
  });
  await digestif(['dkim', 'new', '--selector', 'r1']);
  await digestif(['build']);
  server = spawn(process.execPath, [main, 'serve'], { cwd: folder, env: environment, stdio: 'pipe' });
  await waitFor(
    () =>
      visit('https://reedpost.example/mail/health').then(
        (r) => r.ok,
        () => false,
      ),
    'it serves',
  );
});

afterAll(async () => {
  server?.kill('SIGTERM');
  if (server && server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
  post?.stop();
  rmSync(postFolder, { recursive: true, force: true });
});

test('readers subscribe by the form and confirm by the mail they get', async () => {
  for (const reader of readers) {
    const answer = await visit('https://reedpost.example/mail/subscribe', form({ email: reader }));
    expect(answer.status).toBeLessThan(400);
    const mail = await PostalMime.parse(await newest(reader, 1));
    const [link = ''] = /https:\/\/reedpost\.example\/mail\/confirm\/\S+/u.exec(mail.text ?? '') ?? [];
    expect(link).not.toBe('');
    expect((await visit(link)).status).toBe(200);
    expect(await statusOf(reader)).toBe('pending');
    expect((await visit(link, form({}))).status).toBe(200);
    expect(await statusOf(reader)).toBe('active');
  }
  await digestif(['subscribers', 'add', 'rhoda@gone.example', '--consent', 'asked at the fair']);
  await digestif(['subscribers', 'add', 'nobody@pond.example', '--consent', 'asked at the fair']);
});

test('an approved issue arrives, signed, once for each', async () => {
  await digestif(['approve', '2026-05']);
  const said = await digestif(['send', '2026-05']);
  expect(said).toMatch(/4 sent, 1 not delivered[\s\S]*550 5\.1\.1/u);
  const key = createPrivateKey(readFileSync(join(folder, '.digestif/dkim-r1.pem')));
  for (const reader of readers) {
    const mail = await newest(reader, 2);
    expect(headerOf(mail, 'To')).toBe(reader);
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const bytes = Buffer.from(mail.replace(/\r?\n/gu, '\r\n'), 'latin1');
    expect(await verify(bytes, [{ domain: 'reedpost.example', selector: 'r1', key }])).toEqual(['pass']);
    const { html, text } = await PostalMime.parse(bytes);
    expect(html).toContain('61 passengers');
    expect(text).toContain('61 passengers');
  }
});

test('sent again, nobody gets it twice', async () => {
  await digestif(['send', '2026-05'], 2);
  expect(post.mailsOf(ida)).toHaveLength(2);
});

test('what came back says who is gone, and a mail to the list takes a reader off it', async () => {
  await newest(letters, 1);
  const link = /<mailto:([^?>]+)\?subject=([^>]+)>/u.exec(
    headerOf(await newest(vera, 2), 'List-Unsubscribe'),
  );
  const [, to = '', subject = ''] = link ?? [];
  const box = nodemailer.createTransport({ host: '127.0.0.1', port: post.port, ignoreTLS: true });
  await box.sendMail({ from: vera, to, subject: decodeURIComponent(subject), text: 'Goodbye.' });
  await newest(letters, 2);
  await digestif(['bounces']);
  expect(await statusOf('rhoda@gone.example')).toBe('bounced');
  expect(await statusOf(vera)).toBe('unsubscribed');
  expect(await statusOf(ida)).toBe('active');
});

test('the header of the delivered mail unsubscribes with one click', async () => {
  const [, link = ''] = /<(https:[^>]+)>/u.exec(headerOf(await newest(otto, 2), 'List-Unsubscribe')) ?? [];
  expect((await visit(link)).status).toBe(200);
  expect(await statusOf(otto)).toBe('active');
  expect((await visit(link, form({ 'List-Unsubscribe': 'One-Click' }))).status).toBe(200);
  expect(await statusOf(otto)).toBe('unsubscribed');
});

test('the next issue goes to who is left', async () => {
  await digestif(['build']);
  await digestif(['approve', '2026-06']);
  await digestif(['subscribers', 'remove', 'nobody@pond.example']);
  await digestif(['send', '2026-06']);
  await newest(ida, 3);
  expect(post.mailsOf(otto)).toHaveLength(2);
  expect(post.mailsOf(vera)).toHaveLength(2);
});
