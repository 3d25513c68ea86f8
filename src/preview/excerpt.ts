import { basename, isAbsolute, join, relative } from 'node:path';
import { readText } from '../io/files.ts';
import type { Diagnostic } from '../types.ts';

/** A line of a file as it is on disk. */
export type ExcerptLine = { line: number; text: string };

const around = 2;
const longest = 200;

/**
 * The lines around the place of a complaint, as they are now. Nothing where it names no line, or no file below the
 * newsletter's folder or in a folder of templates (which are always called `templates/…`).
 */
export function readExcerpt(
  { file, line }: Diagnostic,
  { folder, templates }: { folder: string; templates: readonly string[] },
): ExcerptLine[] {
  if (file === undefined || line === undefined) return [];
  const named = join(folder, file);
  const own = isBelow(folder, named) ? [named] : [];
  const places = file.startsWith('templates/') ? templates.map((t) => join(t, basename(file))) : own;
  const text = places.map(read).find((t) => t !== null);
  const lines = text?.split(/\r\n|\r|\n/u) ?? [];
  return lines
    .map((content, i) => ({ line: i + 1, text: content.slice(0, longest) }))
    .slice(Math.max(0, line - 1 - around), line + around);
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

function read(path: string): string | null {
  try {
    return readText(path);
  } catch {
    return null;
  }
}
