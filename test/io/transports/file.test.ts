import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMaildir } from '../../../src/io/transports/file.ts';
import { makeNewsletter } from '../../newsletter.ts';

const envelope = { from: 'bounces+2026-05=ab@reed.example', to: 'ada@reed.example' };

function mail(id: string, words = 'The geese are back.'): { envelope: typeof envelope; bytes: Uint8Array } {
  const bytes = Buffer.from(`Message-ID: <${id}>\r\nSubject: Reeds\r\n\r\n${words}\r\n`);
  return { envelope, bytes };
}

test('a mail is one file in new, with its envelope and the line ends of this machine', async () => {
  const folder = join(makeNewsletter({}), 'outbox');
  const transport = openMaildir(folder);
  expect(await transport.send(mail('a.b@reed.example'))).toEqual({
    kind: 'sent',
    reply: 'new/a.b@reed.example',
  });
  const path = join(folder, 'new/a.b@reed.example');
  expect(readFileSync(path, 'utf8')).toBe(
    'Return-Path: <bounces+2026-05=ab@reed.example>\nDelivered-To: ada@reed.example\nMessage-ID: <a.b@reed.example>\nSubject: Reeds\n\nThe geese are back.\n',
  );
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});

test('delivered again it folds, also when a mail program has moved it', async () => {
  const folder = join(makeNewsletter({}), 'outbox');
  await openMaildir(folder).send(mail('a@reed.example'));
  await openMaildir(folder).send(mail('a@reed.example', 'The geese are back again.'));
  expect(readdirSync(join(folder, 'new'))).toEqual(['a@reed.example']);
  renameSync(join(folder, 'new/a@reed.example'), join(folder, 'cur/a@reed.example:2,RS'));
  expect((await openMaildir(folder).send(mail('a@reed.example'))).kind).toBe('sent');
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});

test('many at once are all there, and no name leaves the folder', async () => {
  const folder = join(makeNewsletter({}), 'outbox');
  const transport = openMaildir(folder);
  const ids = [
    '../../x@y',
    '.hidden@y',
    'a:2,S@y',
    `${'long'.repeat(100)}@y`,
    ...Array.from({ length: 50 }, (_, i) => `${i}@y`),
  ];
  const outcomes = await Promise.all(ids.map((id) => transport.send(mail(id))));
  expect(outcomes.map(({ kind }) => kind)).toEqual(ids.map(() => 'sent'));
  expect(readdirSync(join(folder, 'new'))).toHaveLength(ids.length);
  expect(readdirSync(join(folder, 'new'))).toContain(
    '..%2F..%2Fx@y'.replace(/^\./, '.').length > 0 ? '0@y' : '',
  );
});

test('a folder that cannot be made is told, and nothing was tried', async () => {
  const folder = makeNewsletter({ outbox: 'a file' });
  const transport = openMaildir(join(folder, 'outbox'));
  expect(await transport.verify()).toMatch(/ENOTDIR|EEXIST/);
  expect((await transport.send(mail('a@y'))).kind).toBe('not-tried');
  const second = makeNewsletter({});
  const other = openMaildir(join(second, 'outbox'));
  expect(await other.verify()).toBeNull();
  // A folder stands where the file would be moved to.
  mkdirSync(join(second, 'outbox/new/b@y'));
  writeFileSync(join(second, 'outbox/new/b@y/x'), '');
  expect((await other.send(mail('b@y'))).kind).toBe('not-tried');
  expect(readdirSync(join(second, 'outbox/tmp'))).toEqual([]);
});
