/** Newsletters in temporary folders, gone again when the tests of a file are over. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export { config } from './articles.ts';

/** Makes a folder with these files, by path; returns it. */
export function makeNewsletter(files: { [path: string]: string | Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), 'digestif-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
