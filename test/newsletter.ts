/** Newsletters in temporary folders, gone again when the tests of a file are over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { makeFiles } from './files.ts';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export { config } from './articles.ts';

/** Makes a folder with these files, by path; returns it. */
export function makeNewsletter(files: { [path: string]: string | Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), 'digestif-'));
  made.push(folder);
  makeFiles(folder, files);
  return folder;
}
