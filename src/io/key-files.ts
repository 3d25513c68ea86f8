import { chmodSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../errors.ts';
import { readText } from './files.ts';
import { makePrivateFolder } from './state-folder.ts';

/**
 * Writes a private key that only its owner can read. A folder that is made for it is private too. An older file is never
 * overwritten.
 */
export function writeKeyFile(path: string, pem: string): void {
  if (existsSync(path)) {
    const hint = 'Mails may be signed with it. Choose another selector, or move the file away.';
    fail('bad-key', 'there is a key already: it is not overwritten', { file: path, hint });
  }
  try {
    makePrivateFolder(dirname(path));
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
    // The umask may have taken more than it should.
    chmodSync(path, 0o600);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Half a key is no use, and would be in the way of the next.
    if (code !== 'EEXIST' && existsSync(path)) rmSync(path);
    fail('write-failed', `cannot be written: ${message}`, { file: path });
  }
}

/** The text of a key file, and whether others on this machine can read it. */
export function readKeyFile(path: string): { pem: string; isOpen: boolean } {
  const pem = readText(path);
  if (pem === null) {
    const hint = 'Make one: digestif dkim new, or take its entry out of the config.';
    fail('bad-key', 'there is no such key file', { file: path, hint });
  }
  return { pem, isOpen: (statSync(path).mode & 0o077) !== 0 };
}
