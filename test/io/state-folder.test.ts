import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateFolder } from '../../src/io/state-folder.ts';
import { makeNewsletter } from '../newsletter.ts';

test('a folder that is made is private, and git leaves it out', () => {
  const path = join(makeNewsletter({}), 'state');
  makePrivateFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*\n');
});

test('a folder that is there stays as its owner made it', () => {
  const path = makeNewsletter({ 'keys/readme.txt': '' });
  makePrivateFolder(join(path, 'keys'));
  expect(() => statSync(join(path, 'keys/.gitignore'))).toThrow('ENOENT');
});
