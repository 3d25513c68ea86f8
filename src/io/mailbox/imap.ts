import { createRequire } from 'node:module';
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import type { FoundMail, Mailbox } from '../../deliver/types.ts';
import { fail } from '../../errors.ts';
import { failToRead, longestMail } from './reading.ts';

export type ImapSettings = {
  host: string;
  port: number;
  /** `starttls` refuses to go on without it; `none` is for a server on this very machine. */
  security: 'tls' | 'starttls' | 'none';
  user: string;
  password: string;
  /** Name of the folder, such as `INBOX`. */
  folder: string;
  /** Certificates to trust besides those of the machine, PEM. */
  ca?: string;
  /** Milliseconds to wait for the server. */
  patience?: number;
};

/** Mails that are fetched at once: a megabyte each at most. */
const batch = 20;
/** How far back the first reading goes, in days: servers give up on a mail after five. */
const firstDays = 30;

/**
 * A folder of a mail server, by a package that is installed by whoever wants it. Mails are read without marking them;
 * only those that were dealt with are shown as read. A mark is the folder's version and the number of a mail.
 */
export function openImap(settings: ImapSettings): Mailbox {
  requirePackage();
  const name = `${settings.folder} of ${settings.user} at ${settings.host}`;
  return {
    name,
    async *read(mark) {
      const client = await makeClient(settings);
      try {
        await client.connect();
        await client.mailboxOpen(settings.folder);
        yield* readFolder(client, mark);
        await client.logout();
      } catch (error) {
        failToRead(
          name,
          new Error(wordsOf(error)),
          'Look at bounces: in the config: host, port, user, folder.',
        );
      } finally {
        client.close();
      }
    },
  };
}

function requirePackage(): void {
  try {
    createRequire(import.meta.url).resolve('imapflow');
  } catch {
    const hint = 'Install it beside Digestif: npm install imapflow';
    fail('not-ready', 'reading a mailbox by IMAP needs the package imapflow', { hint });
  }
}

async function makeClient(settings: ImapSettings): Promise<ImapFlow> {
  const { host, port, security, user, password, ca, patience = 30_000 } = settings;
  const { ImapFlow: Client } = await import('imapflow');
  const options: ImapFlowOptions = {
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: password },
    ...(ca !== undefined && { tls: { ca } }),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  };
  const client = new Client(options);
  // What goes wrong is told by the command that was waiting.
  client.on('error', () => {});
  return client;
}

async function* readFolder(client: ImapFlow, mark: string | null): AsyncGenerator<FoundMail> {
  const version = client.mailbox ? String(client.mailbox.uidValidity) : '';
  const numbers = await findNew(client, mark?.startsWith(`${version}:`) ? Number(mark.split(':')[1]) : null);
  for (let at = 0; at < numbers.length; at += batch) {
    const range = numbers.slice(at, at + batch).join(',');
    const query = { uid: true, source: { maxLength: longestMail } };
    const found = await client.fetchAll(range, query, { uid: true });
    const done: number[] = [];
    for (const { uid, source } of found.sort((a, b) => a.uid - b.uid)) {
      yield {
        place: `mail ${uid}`,
        // A server that has lost a mail says so, or gives an empty one.
        bytes: source?.length ? source : null,
        mark: `${version}:${uid}`,
        done: async () => void done.push(uid),
      };
    }
    // A folder that may only be read is no hindrance: the mark says how far we are.
    if (done.length > 0)
      await client.messageFlagsAdd(done.join(','), ['\\Seen'], { uid: true }).catch(() => false);
  }
}

async function findNew(client: ImapFlow, last: number | null): Promise<number[]> {
  const since = new Date(Date.now() - firstDays * 86_400_000);
  const found = await client.search(last === null ? { since } : { uid: `${last + 1}:*` }, { uid: true });
  // `7:*` means the last mail also where its number is lower.
  return (found || []).filter((uid) => uid > (last ?? 0)).sort((a, b) => a - b);
}

/** The server's own words, where it has said any. */
function wordsOf(error: unknown): string {
  const { message, responseText } = error as Error & { responseText?: string };
  return responseText === undefined ? message : `${message}: ${responseText}`;
}
