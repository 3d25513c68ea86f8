/** A small IMAP server (RFC 3501) on loopback with one folder, for tests: as much of it as reading needs. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { makeCertificate } from './certificate.ts';

/** `bytes` null: the server has lost it. */
export type StoredMail = { uid: number; date: Date; bytes: Buffer | null; flags: Set<string> };

export type ImapServer = {
  port: number;
  ca: string;
  mails: StoredMail[];
  /** May be changed, as by a server that was set up anew. */
  version: { value: number };
  /** Lines as they came; without the password. */
  heard: string[];
  close: () => Promise<void>;
};

type Rules = {
  tls?: boolean;
  starttls?: boolean;
  readOnly?: boolean;
  /** Ends the connection at this command. */
  dropAt?: RegExp;
};

export const account = { user: 'bounces@reed.example', password: 'geese' };

export async function startImapServer(rules: Rules = {}): Promise<ImapServer> {
  const certificate = makeCertificate();
  const state: ImapServer = {
    port: 0,
    ca: certificate.cert,
    mails: [],
    version: { value: 7 },
    heard: [],
    close: async () => {},
  };
  const sockets = new Set<Socket>();
  const greet = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('* OK reeds here\r\n');
    listen(socket, state, rules, certificate);
  };
  const server: Server = rules.tls ? createTlsServer(certificate, greet) : createServer(greet);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return state;
}

function listen(
  socket: Socket,
  state: ImapServer,
  rules: Rules,
  certificate: { cert: string; key: string },
): void {
  let rest = '';
  const onData = (chunk: Buffer): void => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      state.heard.push(line.replace(/"geese"|geese/u, '…'));
      if (rules.dropAt?.test(line)) {
        socket.destroy();
        return;
      }
      const [tag = '', name = '', ...words] = line.split(' ');
      if (/^STARTTLS$/iu.test(name)) {
        socket.off('data', onData);
        socket.write(`${tag} OK begin\r\n`);
        const secure = new TLSSocket(socket, { isServer: true, ...certificate });
        secure.on('error', () => {});
        listen(secure, state, { ...rules, starttls: false }, certificate);
        return;
      }
      socket.write(answer(tag, name.toUpperCase(), words.join(' '), state, rules), 'latin1');
      if (/^LOGOUT$/iu.test(name)) socket.end();
    }
  };
  socket.on('data', onData);
}

function answer(tag: string, name: string, words: string, state: ImapServer, rules: Rules): string {
  const ok = (...lines: string[]): string => [...lines, `${tag} OK done`, ''].join('\r\n');
  switch (name) {
    case 'CAPABILITY':
      return ok(`* CAPABILITY IMAP4rev1${rules.starttls ? ' STARTTLS' : ''}`);
    case 'LOGIN': {
      const right = words.includes(account.user) && words.includes(account.password);
      return right ? ok() : `${tag} NO [AUTHENTICATIONFAILED] who are you?\r\n`;
    }
    case 'LIST':
      return /INBOX|\*|%/u.test(words) ? ok('* LIST (\\HasNoChildren) "/" INBOX') : ok();
    case 'SELECT':
    case 'EXAMINE':
      if (!/^"?INBOX"?/u.test(words)) return `${tag} NO [NONEXISTENT] no such folder\r\n`;
      return ok(
        '* FLAGS (\\Seen)',
        `* ${state.mails.length} EXISTS`,
        `* OK [UIDVALIDITY ${state.version.value}] ok`,
        `* OK [UIDNEXT ${(state.mails.at(-1)?.uid ?? 0) + 1}] ok`,
      ).replace(' OK done', rules.readOnly ? ' OK [READ-ONLY] done' : ' OK [READ-WRITE] done');
    case 'UID':
      return ok(...onUids(words, state, rules));
    case 'LOGOUT':
      return ok('* BYE');
    default:
      return ok();
  }
}

function onUids(words: string, { mails }: ImapServer, rules: Rules): string[] {
  const [, command = '', rest = ''] = /^(\w+) (.*)$/u.exec(words) ?? [];
  if (command === 'SEARCH') return [`* SEARCH ${search(rest, mails).join(' ')}`.trimEnd()];
  const chosen = mails.filter(({ uid }) => isIn(uid, rest.split(' ')[0] ?? '', mails));
  if (command === 'STORE') {
    if (!rules.readOnly) for (const { flags } of chosen) flags.add('\\Seen');
    return [];
  }
  const most = Number(/<0\.(\d+)>/u.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
  return chosen.map(({ uid, bytes }) => {
    const head = `* ${mails.findIndex((m) => m.uid === uid) + 1} FETCH (UID ${uid} BODY[]<0>`;
    if (bytes === null) return `${head} NIL)`;
    const start = bytes.subarray(0, most);
    return `${head} {${start.length}}\r\n${start.toString('latin1')})`;
  });
}

function search(words: string, mails: readonly StoredMail[]): number[] {
  const since = /SINCE "?([\w-]+)"?/u.exec(words)?.[1];
  const range = /UID ([\d:*]+)/u.exec(words)?.[1];
  return mails
    .filter(({ date }) => since === undefined || date.getTime() >= Date.parse(`${since} UTC`))
    .filter(({ uid }) => range === undefined || isIn(uid, range, mails))
    .map(({ uid }) => uid);
}

/** `3,5:7,9:*`; the last mail is always in `9:*`. */
function isIn(uid: number, range: string, mails: readonly StoredMail[]): boolean {
  const last = mails.at(-1)?.uid ?? 0;
  return range.split(',').some((part) => {
    const [a = 0, b = a] = part.split(':').map((n) => (n === '*' ? last : Number(n)));
    return Math.min(a, b) <= uid && uid <= Math.max(a, b);
  });
}
