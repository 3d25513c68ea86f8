import { afterEach, expect, test } from 'vitest';
import type { FoundMail } from '../../../src/deliver/types.ts';
import { type ImapSettings, openImap } from '../../../src/io/mailbox/imap.ts';
import { account, type ImapServer, startImapServer } from '../../imap-server.ts';

const started: ImapServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function start(...given: Parameters<typeof startImapServer>): Promise<ImapServer> {
  const server = await startImapServer(...given);
  started.push(server);
  return server;
}

function put(server: ImapServer, uid: number, text: string | null, date = new Date()): void {
  server.mails.push({ uid, date, bytes: text === null ? null : Buffer.from(text), flags: new Set() });
}

async function read(
  server: ImapServer,
  settings: Partial<ImapSettings> = {},
  mark: string | null = null,
): Promise<FoundMail[]> {
  const mailbox = openImap({
    host: 'localhost',
    port: server.port,
    security: 'none',
    ...account,
    folder: 'INBOX',
    ca: server.ca,
    patience: 3000,
    ...settings,
  });
  const found: FoundMail[] = [];
  for await (const mail of mailbox.read(mark)) {
    found.push(mail);
    if (mail.bytes && Buffer.from(mail.bytes).includes('bounce')) await mail.done();
  }
  return found;
}

const told = (mails: readonly FoundMail[]) =>
  mails.map(({ place, bytes, mark }) => [place, bytes && Buffer.from(bytes).toString(), mark]);

test.each([
  ['none', {}],
  ['tls', { tls: true }],
  ['starttls', { starttls: true }],
] as const)('mails are read, security %s', async (security, rules) => {
  const server = await start(rules);
  put(server, 3, 'bounce: Gänse\r\n');
  put(server, 5, 'letter\r\n');
  expect(told(await read(server, { security }))).toEqual([
    ['mail 3', 'bounce: Gänse\r\n', '7:3'],
    ['mail 5', 'letter\r\n', '7:5'],
  ]);
  // Only the one that was dealt with is shown as read; nothing is deleted.
  expect(server.mails.map(({ flags }) => [...flags])).toEqual([['\\Seen'], []]);
  expect(server.heard.join('\n')).not.toMatch(/EXPUNGE|Deleted|BODY\[/u);
});

test('the next reading goes on behind the mark', async () => {
  const server = await start();
  for (const uid of [1, 2, 9]) put(server, uid, `mail ${uid}`);
  expect((await read(server, {}, '7:2')).map(({ place }) => place)).toEqual(['mail 9']);
  expect(await read(server, {}, '7:9')).toEqual([]);
});

test('a folder of another version is read from its beginning', async () => {
  const server = await start();
  put(server, 1, 'mail');
  server.version.value = 8;
  expect((await read(server, {}, '7:9')).map(({ mark }) => mark)).toEqual(['8:1']);
});

test('the first reading goes back a month', async () => {
  const server = await start();
  put(server, 1, 'old', new Date(Date.now() - 40 * 86_400_000));
  put(server, 2, 'new', new Date(Date.now() - 20 * 86_400_000));
  expect((await read(server)).map(({ place }) => place)).toEqual(['mail 2']);
});

test('many mails come in pieces, in order; one that the server lost is told', async () => {
  const server = await start();
  for (let uid = 1; uid <= 45; uid += 1) put(server, uid, uid === 30 ? null : `bounce ${uid}`);
  const found = await read(server);
  expect(found.map(({ mark }) => mark)).toEqual(Array.from({ length: 45 }, (_, i) => `7:${i + 1}`));
  expect(found.filter(({ bytes }) => bytes === null).map(({ place }) => place)).toEqual(['mail 30']);
  expect(server.heard.filter((line) => line.includes('UID FETCH'))).toHaveLength(3);
});

test('a folder that may only be read is no hindrance', async () => {
  const server = await start({ readOnly: true });
  put(server, 1, 'bounce');
  expect(await read(server)).toHaveLength(1);
});

test.each([
  ['a wrong password', { password: 'ducks' }, {}, /who are you/u],
  ['no such folder', { folder: 'Pond' }, {}, /no such folder/u],
  ['no TLS where it is asked for', { security: 'starttls' }, {}, /STARTTLS/u],
  ['a certificate of nobody', { security: 'tls', ca: undefined }, { tls: true }, /self-signed certificate/u],
  ['a line that drops', {}, { dropAt: /UID FETCH/u }, /./u],
] as const)('%s is a fault', async (_, settings, rules, words) => {
  const server = await start(rules);
  put(server, 1, 'bounce');
  const { ca, ...rest } = { ca: server.ca, ...settings };
  await expect(read(server, { ...rest, ca: ca ?? '' })).rejects.toThrow(words);
  expect(server.heard.join()).not.toContain('geese');
});

test('nobody there is a fault', async () => {
  const server = await start();
  await server.close();
  await expect(read(server)).rejects.toThrow(/INBOX of bounces@reed\.example at localhost: .*ECONNREFUSED/u);
});
