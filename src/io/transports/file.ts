import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanReply, type Envelope, type Outcome, type Transport } from './transport.ts';

/**
 * A Maildir in which every mail is one file, for mail programs to read and to see what would be sent. A mail is named by
 * its Message-ID: delivered again, it takes the place of the first, also where a mail program has shown that one.
 */
export function openMaildir(folder: string): Transport {
  let seen: Promise<Set<string>> | undefined;
  const settle = once(() => syncFolder(join(folder, 'new')));
  return {
    name: 'file',
    async send({ envelope, bytes }) {
      const name = nameOf(bytes);
      const temporary = join(folder, 'tmp', name);
      let isMoved = false;
      try {
        seen ??= makeMaildir(folder).then(() => readSeen(folder));
        if ((await seen).has(name)) return said('sent', `${name} is there already`);
        await write(temporary, envelope, bytes);
        await rename(temporary, join(folder, 'new', name));
        isMoved = true;
        await settle();
        return said('sent', `new/${name}`);
      } catch (error) {
        seen = isMoved ? seen : undefined;
        if (!isMoved) await rm(temporary, { force: true }).catch(() => {});
        return said(isMoved ? 'unknown' : 'not-tried', (error as Error).message);
      }
    },
    async verify() {
      try {
        await makeMaildir(folder);
        const probe = join(folder, 'tmp', 'probe');
        await (await open(probe, 'w')).close();
        await rm(probe);
        return null;
      } catch (error) {
        return cleanReply((error as Error).message);
      }
    },
    close: async () => {},
  };
}

function said(kind: Outcome['kind'], reply: string): Outcome {
  return { kind, reply: cleanReply(reply) };
}

async function makeMaildir(folder: string): Promise<void> {
  for (const name of ['tmp', 'new', 'cur']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
}

/** What mail programs have moved, without the flags behind the colon. */
async function readSeen(folder: string): Promise<Set<string>> {
  const names = await readdir(join(folder, 'cur'));
  return new Set(names.map((name) => name.replace(/:2,[A-Za-z]*$/u, '')));
}

/** Line ends of this machine, and the envelope as the last server on a mail's way writes it down (RFC 5321, 4.4). */
async function write(path: string, { from, to }: Envelope, bytes: Uint8Array): Promise<void> {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  const head = Buffer.from(`Return-Path: <${from}>\nDelivered-To: ${to}\n`);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writev([head, Buffer.from(text, 'latin1')]);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Percent signs keep two Message-IDs two names; one too long for a file, or none, is told by its hash. */
function nameOf(bytes: Uint8Array): string {
  const header = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  const id = /^Message-ID:\s*<([^>\s]+)>/imu.exec(header)?.[1];
  const name = id === undefined ? '' : encodeURIComponent(id).replaceAll('%40', '@');
  const isName = name !== '' && name.length <= 200 && !name.startsWith('.');
  return isName
    ? name
    : createHash('sha256')
        .update(id ?? bytes)
        .digest('hex');
}

/** A name is on disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

/** Callers that come while it works wait for one more run together: it began after what they did. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => {})
      .then(() => {
        running = work();
        next = undefined;
        return running;
      });
    return next;
  };
}
