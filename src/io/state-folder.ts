import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where state and keys of a newsletter are. It must be on a local disk: locks over a network are not kept. */
export const stateFolder = '.digestif';

/** Makes a folder that only its owner can read, with a word to git to leave it out. Throws what the file system throws. */
export function makePrivateFolder(path: string): void {
  // Addresses of readers have no place in a history that others get.
  if (mkdirSync(path, { recursive: true, mode: 0o700 }) === undefined) return;
  const ignore = join(path, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}
