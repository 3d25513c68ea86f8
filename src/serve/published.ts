/** The files of out/ that are for everybody. What is not named here does not exist for a visitor. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pictureType } from '../text/pictures.ts';

export type Published = { bytes: Uint8Array<ArrayBuffer>; type: string; modified: Date; tag: string };

const issue = String.raw`\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2}|Q[1-4])`;

/**
 * Mails are not among them: they belong to who gets them, a draft's above all. Nor is the report, which holds text of
 * sources. There is no sign in these names that could lead out of the folder.
 */
const shelf: { name: RegExp; type: string; ofIssue: boolean }[] = [
  { name: /^index\.html$/u, type: 'text/html; charset=utf-8', ofIssue: false },
  { name: /^feed\.xml$/u, type: 'application/atom+xml; charset=utf-8', ofIssue: false },
  { name: new RegExp(`^${issue}/index\\.html$`, 'u'), type: 'text/html; charset=utf-8', ofIssue: true },
  {
    name: new RegExp(`^${issue}/issue\\.json$`, 'u'),
    type: 'application/json; charset=utf-8',
    ofIssue: true,
  },
  ...(['png', 'jpg', 'gif'] as const).map((kind) => ({
    name: new RegExp(`^${issue}/[0-9a-f]{32}\\.${kind}$`, 'u'),
    type: pictureType(`.${kind}`),
    ofIssue: true,
  })),
];

/** Whether a path without a slash at its end is that of a folder with a page. */
export function isFolder(path: string): boolean {
  return new RegExp(`^${issue}$`, 'u').test(path);
}

/**
 * Finds a file by its path below the archive, not decoded; a folder has an index. With `onlySealed`, drafts are not there.
 * Null also where a link leads out of the folder.
 */
export function openShelf(
  folder: string,
  { onlySealed }: { onlySealed: boolean },
): (path: string) => Promise<Published | null> {
  return async (path) => {
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const place = shelf.find((one) => one.name.test(name));
    if (!place) return null;
    if (onlySealed && place.ofIssue && !(await isSealed(folder, name.split('/')[0] ?? ''))) return null;
    const file = await readInside(folder, name);
    if (!file) return null;
    const tag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 27)}"`;
    return { ...file, type: place.type, tag };
  };
}

/** As the last build saw it. */
async function isSealed(folder: string, key: string): Promise<boolean> {
  const data = await readInside(folder, `${key}/issue.json`);
  if (!data) return false;
  try {
    const { sealed } = JSON.parse(Buffer.from(data.bytes).toString()) as { sealed?: unknown };
    return sealed === true;
  } catch {
    return false;
  }
}

async function readInside(
  folder: string,
  name: string,
): Promise<Pick<Published, 'bytes' | 'modified'> | null> {
  let file: FileHandle | null = null;
  try {
    // Each time anew: the folder itself may be a link that a deployment turns.
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    if (!path.startsWith(root + sep)) return null;
    // A pipe would keep us waiting for whoever writes into it.
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const facts = await file.stat();
    if (!facts.isFile()) return null;
    return { bytes: new Uint8Array(await file.readFile()), modified: facts.mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) return null;
    throw error;
  } finally {
    await file?.close();
  }
}

/** Whether the visitor has these bytes already (RFC 9110, 13.2.2). */
export function isFresh({ tag, modified }: Published, header: (name: string) => string | undefined): boolean {
  const tags = header('if-none-match');
  if (tags !== undefined) return tags.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
  const since = Date.parse(header('if-modified-since') ?? '');
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
