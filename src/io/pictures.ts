import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ReadPicture } from '../types.ts';

/** Folder of the editor's own pictures, beside that of the articles. */
export const picturesFolder = 'pictures';

/**
 * Reads files of a newsletter's `pictures/` by name, each once, of at most so many bytes. Only regular files within that
 * folder: a link may lead from one to another, but not out of it.
 */
export function openPictures(folder: string, limit: number): ReadPicture {
  const known = new Map<string, ReturnType<ReadPicture>>();
  return (file) => {
    const reading = known.get(file) ?? read(join(folder, picturesFolder), file, limit);
    known.set(file, reading);
    return reading;
  };
}

function read(folder: string, file: string, limit: number): ReturnType<ReadPicture> {
  try {
    const root = realpathSync(folder);
    const path = realpathSync(join(root, file));
    if (!path.startsWith(root + sep))
      return { fault: 'leads out of pictures/', hint: 'Put the picture itself there.' };
    const stat = statSync(path);
    if (!stat.isFile()) return { fault: 'is no file', hint: 'Name a picture in pictures/.' };
    if (stat.size > limit) return tooLarge(stat.size, limit);
    const bytes = readFileSync(path);
    return bytes.length > limit ? tooLarge(bytes.length, limit) : bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { fault: 'is not there', hint: 'Put it into pictures/. Large and small letters may count.' };
    return { fault: `cannot be opened: ${message}`, hint: 'Check its permissions.' };
  }
}

function tooLarge(size: number, limit: number): { fault: string; hint: string } {
  const kilobytes = (bytes: number): string => String(Math.ceil(bytes / 1000));
  return {
    fault: `has ${kilobytes(size)} KB, more than the limit of ${kilobytes(limit)}`,
    hint: 'Every reader gets it: make it smaller (1,120 pixels wide are enough), or raise limits.pictureKilobytes.',
  };
}
