import { open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundMail, Mailbox } from '../../deliver/types.ts';
import { failToRead, longestMail } from './reading.ts';

type Place = { folder: 'new' | 'cur'; name: string };

/** A folder with `new` and `cur`, a file a mail; another program may move them meanwhile. */
export function openMaildir(path: string): Mailbox {
  return {
    name: path,
    async *read() {
      for (const place of await listMails(path)) {
        const mail = await readMail(path, place);
        if (mail) yield mail;
      }
    },
  };
}

/** In the order of arrival: names begin with a time in seconds. */
async function listMails(path: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const folder of ['new', 'cur'] as const) {
    const found = await readdir(join(path, folder), { withFileTypes: true }).catch((error) =>
      failToRead(path, error),
    );
    for (const entry of found)
      if (entry.isFile() && !entry.name.startsWith('.')) places.push({ folder, name: entry.name });
  }
  const timeOf = ({ name }: Place): number => Number(/^\d+/u.exec(name)?.[0] ?? 0);
  return places.sort((a, b) => timeOf(a) - timeOf(b) || (a.name < b.name ? -1 : 1));
}

/** Null where it is gone by now: moved by a mail program, it is found the next time. */
async function readMail(path: string, { folder, name }: Place): Promise<FoundMail | null> {
  const found = {
    place: `${folder}/${name}`,
    mark: null,
    done: async () => {
      const seen = seenName(name);
      if (folder === 'cur' && seen === name) return;
      await rename(join(path, folder, name), join(path, 'cur', seen)).catch(() => {});
    },
  };
  try {
    return { ...found, bytes: await readStart(join(path, folder, name)) };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : { ...found, bytes: null };
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(size, longestMail)) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** With the flag `S`; flags are letters in the order of the alphabet. */
function seenName(name: string): string {
  const [, base = name, flags = ''] = /^(.*?)(?::2,([A-Za-z]*))?$/su.exec(name) ?? [];
  return `${base}:2,${[...new Set([...flags, 'S'])].sort().join('')}`;
}
