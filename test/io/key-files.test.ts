import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKeyFile, writeKeyFile } from '../../src/io/key-files.ts';
import { makeNewsletter } from '../newsletter.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a key is readable for its owner alone, whatever the umask, and is never overwritten', () => {
  const before = process.umask(0);
  const path = join(makeNewsletter({}), 'keys/a.pem');
  writeKeyFile(path, 'one');
  process.umask(before);
  expect(modeOf(path)).toBe(0o600);
  expect(readKeyFile(path)).toEqual({ pem: 'one', isOpen: false });
  expect(() => writeKeyFile(path, 'two')).toThrow(/not overwritten/);
  expect(readFileSync(path, 'utf8')).toBe('one');
});

test('a key that others can read is told', () => {
  const path = join(makeNewsletter({ 'a.pem': 'one' }), 'a.pem');
  chmodSync(path, 0o640);
  expect(readKeyFile(path).isOpen).toBe(true);
});

test('a key that is not there is a fault, as is a place that cannot be written', () => {
  const folder = makeNewsletter({ file: '' });
  expect(() => readKeyFile(join(folder, 'none.pem'))).toThrow(/no such key file/);
  expect(() => writeKeyFile(join(folder, 'file/a.pem'), 'one')).toThrow(/cannot be written/);
});
