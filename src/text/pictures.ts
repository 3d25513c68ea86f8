/** Pictures of the editor's own: what their bytes say, and by which names they go. */
import { createHash } from 'node:crypto';
import type { Issue, OwnPicture, PictureBytes, ReadPicture } from '../types.ts';

/** Every mail program and browser shows these; others, such as SVG, may act or fetch. */
const types = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' } as const;

export type PictureKind = keyof typeof types;

/** Width and height in pixels. */
export type PictureFacts = { kind: PictureKind; width: number; height: number };

/** What the bytes of a picture say, whatever its name; null where they are none of the three kinds, or cut off. */
export function measurePicture(bytes: Uint8Array): PictureFacts | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length >= 24 && view.toString('latin1', 0, 8) === '\x89PNG\r\n\x1A\n')
    return { kind: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  if (view.length >= 10 && /^GIF8[79]a$/u.test(view.toString('latin1', 0, 6)))
    return { kind: 'gif', width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  return view.length >= 4 && view.readUInt16BE(0) === 0xffd8 ? measureJpeg(view) : null;
}

/** Goes from marker to marker up to the frame, which states the size (ITU T.81, B.2.2). */
function measureJpeg(view: Buffer): PictureFacts | null {
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpg', width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    // A marker may be filled up to the next word.
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

/** The name in `out/`: the beginning of the SHA-256 of the bytes, and the kind. */
export function pictureName(bytes: Uint8Array, kind: PictureKind): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${kind}`;
}

export function isPictureName(name: string): boolean {
  return /^[0-9a-f]{32}\.(?:png|jpg|gif)$/u.test(name);
}

/** Whether it names a file in a folder, and nothing that leads out of it. */
export function isPictureFile(file: string): boolean {
  return /^(?!\.)[^/\\\p{Cc}]{1,200}$/u.test(file);
}

/** Media type of a name in `out/`. */
export function pictureType(name: string): string {
  return types[name.slice(name.indexOf('.') + 1) as PictureKind];
}

/** By what the mail names it (RFC 2392), without brackets. */
export function contentId(name: string): string {
  return `${name.slice(0, name.indexOf('.'))}@digestif`;
}

/** The editor's own pictures of an issue, each once. */
export function ownPicturesOf({ lead, themes }: Pick<Issue, 'lead' | 'themes'>): OwnPicture[] {
  const stories = [...(lead ? [lead] : []), ...themes.flatMap((theme) => theme.stories)];
  const own = stories.flatMap(({ picture }) => (picture && 'name' in picture ? [picture] : []));
  return [...new Map(own.map((picture) => [picture.name, picture])).values()];
}

/** Bytes of the pictures that issues show. One that is not there, or holds other bytes than the issue names, is left out. */
export function readPictures(issues: readonly Issue[], read: ReadPicture | undefined): PictureBytes {
  const found = new Map<string, Uint8Array>();
  for (const { file, name } of issues.flatMap(ownPicturesOf)) {
    const bytes = read?.(file);
    const facts = bytes instanceof Uint8Array ? measurePicture(bytes) : null;
    if (bytes instanceof Uint8Array && facts && pictureName(bytes, facts.kind) === name)
      found.set(name, bytes);
  }
  return found;
}
