import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnose, fail } from '../errors.ts';
import { compareText } from '../text/ids.ts';
import type { Diagnostic, OutputFiles } from '../types.ts';

/** A file as it lies on disk; `path` is below the folder that was read, with forward slashes. */
export type FoundFile = { path: string; bytes: Uint8Array };

export type FolderReading = { files: FoundFile[]; diagnostics: Diagnostic[] };

/**
 * Reads every file below a folder in code-unit order of its path, following links. Names that begin with `_` or
 * `.` are not articles. What cannot be read, is too large or loops is reported by name; a folder that is not there
 * is a fault.
 */
export function readFolder(folder: string, limits: { fileBytes: number }): FolderReading {
  // Taken for an empty folder, it would clear away every issue that was built.
  if (attempt(() => readdirSync(folder)) === null) {
    const hint = 'Make the folder and put articles into it, or check its permissions.';
    fail('unreadable-file', 'the folder of the articles cannot be opened', { file: folder, hint });
  }
  const reading: FolderReading = { files: [], diagnostics: [] };
  walk(folder, '', [], limits, reading);
  reading.files.sort((a, b) => compareText(a.path, b.path));
  return reading;
}

function walk(
  folder: string,
  below: string,
  above: readonly string[],
  limits: { fileBytes: number },
  out: FolderReading,
): void {
  const here = attempt(() => realpathSync(folder));
  const names = attempt(() => readdirSync(folder));
  if (here === null || names === null) {
    report(out, 'unreadable-file', below, 'the folder cannot be opened', 'Check its permissions.');
  } else if (above.includes(here)) {
    report(out, 'link-loop', below, 'the link leads back to a folder above it', 'Remove the link.');
  } else {
    for (const name of names.sort(compareText)) {
      if (/^[._]/u.test(name)) continue;
      visit(join(folder, name), below === '' ? name : `${below}/${name}`, [...above, here], limits, out);
    }
  }
}

function visit(
  path: string,
  below: string,
  above: readonly string[],
  limits: { fileBytes: number },
  out: FolderReading,
): void {
  const stat = attempt(() => statSync(path));
  if (stat === null) {
    const link = attempt(() => lstatSync(path))?.isSymbolicLink() ?? false;
    if (link) report(out, 'link-loop', below, 'the link leads nowhere or to itself', 'Remove the link.');
    else report(out, 'unreadable-file', below, 'it cannot be opened', hintFor(below));
  } else if (stat.isDirectory()) walk(path, below, above, limits, out);
  else if (!stat.isFile()) report(out, 'not-an-article', below, 'is not an article: it is no regular file');
  else if (stat.size > limits.fileBytes) tooLarge(out, below, stat.size, limits.fileBytes);
  else {
    const bytes = attempt(() => readFileSync(path));
    if (bytes) out.files.push({ path: below, bytes });
    else report(out, 'unreadable-file', below, 'it cannot be opened', hintFor(below));
  }
}

/** Bytes of a name that are no UTF-8 cannot be told from each other, and the file not be asked for. */
function hintFor(below: string): string {
  return below.includes('\uFFFD') ? 'Its name is not valid UTF-8: rename it.' : 'Check its permissions.';
}

function tooLarge(out: FolderReading, below: string, size: number, limit: number): void {
  const megabytes = (n: number): string => (n / 1e6).toFixed(1);
  const message = `has ${megabytes(size)} MB, more than the limit of ${megabytes(limit)} MB`;
  report(out, 'file-too-large', below, message, 'Split it, or raise limits.fileMegabytes in the config.');
}

function report(
  out: FolderReading,
  code: Parameters<typeof diagnose>[0],
  file: string,
  message: string,
  hint?: string,
): void {
  out.diagnostics.push(diagnose(code, message, { file, ...(hint ? { hint } : {}) }));
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The text of a file, or null when there is none. Other faults are thrown. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return fail('unreadable-file', `cannot be opened: ${(error as Error).message}`, { file: path });
  }
}

/**
 * Files of a folder by the ending of their name, in code-unit order; empty when there is no such folder. One that
 * cannot be opened is a fault: without its seals, approved issues would be composed anew.
 */
export function readTexts(folder: string, ending: string): { name: string; text: string }[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort(compareText)
    .flatMap((name) => {
      const text = readText(join(folder, name));
      return text === null ? [] : [{ name: name.slice(0, -ending.length), text }];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    return fail('unreadable-file', `cannot be opened: ${(error as Error).message}`, { file: folder });
  }
}

/** Writes a file under a temporary name and renames it, so that no reader ever sees half of it. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.writing`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    attempt(() => rmSync(temporary, { force: true }));
    fail('write-failed', `cannot be written: ${(error as Error).message}`, { file: path });
  }
}

export type Written = { written: string[]; unchanged: number; removed: string[] };

/**
 * Brings a folder to hold exactly these generated files. Unchanged files keep their bytes and times; of the others
 * only those that `isGenerated` knows as ours are removed.
 */
export function writeOutputs(
  folder: string,
  files: OutputFiles,
  isGenerated: (path: string) => boolean,
): Written {
  checkTargets(folder, [...files.keys()]);
  const result: Written = { written: [], unchanged: 0, removed: [] };
  for (const [path, content] of files) {
    const bytes = Buffer.from(content as Uint8Array);
    const old = attempt(() => readFileSync(join(folder, path)));
    if (old?.equals(bytes)) result.unchanged += 1;
    else {
      writeFile(join(folder, path), bytes);
      result.written.push(path);
    }
  }
  for (const path of listFiles(folder)) {
    // What a crash left half written goes with what is no longer generated.
    if (files.has(path) || !isGenerated(path.replace(/\.writing$/u, ''))) continue;
    rmSync(join(folder, path));
    attempt(() => rmEmpty(dirname(join(folder, path))));
    result.removed.push(path);
  }
  return result;
}

/** Throws when a file stands where a folder must be, or a folder where a file must be: before anything is written. */
export function checkTargets(folder: string, paths: readonly string[]): void {
  const parents = new Set(paths.map((path) => dirname(join(folder, path))));
  for (const parent of [folder, ...parents]) {
    if (attempt(() => statSync(parent))?.isDirectory() === false) refuse(parent, 'is a file, not a folder');
  }
  for (const path of paths.map((p) => join(folder, p))) {
    if (attempt(() => statSync(path))?.isDirectory()) refuse(path, 'is a folder, not a file');
  }
}

function refuse(file: string, message: string): never {
  return fail('write-failed', `cannot be written: it ${message}`, { file, hint: 'Move it away.' });
}

function rmEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

function listFiles(folder: string, below = ''): string[] {
  const names = attempt(() => readdirSync(join(folder, below), { withFileTypes: true })) ?? [];
  return names.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}
