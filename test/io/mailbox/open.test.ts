import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, configSchema } from '../../../src/config.ts';
import { openMailbox, openPath } from '../../../src/io/mailbox/open.ts';
import { makeNewsletter } from '../../newsletter.ts';

const configOf = (bounces: object): Config =>
  configSchema.parse({
    title: 'Reed',
    url: 'https://reed.example',
    sender: { name: 'Reed', email: 'letters@reed.example' },
    bounces,
  });
const open = (bounces: object, environment = {}) => openMailbox(configOf(bounces), '/reed', environment);

test('the config says which', () => {
  expect(open({})).toBeNull();
  expect(open({ mailbox: 'maildir', path: 'Maildir' })?.name).toBe('/reed/Maildir');
  expect(open({ mailbox: 'mbox', path: '/var/mail/reed' })?.name).toBe('/var/mail/reed');
  const imap = { mailbox: 'imap', host: 'imap.reed.example', user: 'bounces', folder: 'Back' };
  expect(open(imap, { DIGESTIF_IMAP_PASSWORD: 'geese' })?.name).toBe('Back of bounces at imap.reed.example');
});

test.each([
  [{ mailbox: 'maildir' }, 'bounces.path is missing'],
  [{ mailbox: 'imap', user: 'x' }, 'bounces.host is missing'],
  [{ mailbox: 'imap', host: 'x' }, 'bounces.user is missing'],
  [{ mailbox: 'imap', host: 'imap.reed.example', user: 'x' }, 'DIGESTIF_IMAP_PASSWORD is not set'],
  [
    { mailbox: 'imap', host: 'imap.reed.example', user: 'x', security: 'none' },
    'only for a server on this machine',
  ],
])('%j is not enough', (bounces, words) => expect(() => open(bounces)).toThrow(words));

test('a path is what it is', async () => {
  const folder = makeNewsletter({ 'one.eml': 'Subject: a\n\nb\n' });
  mkdirSync(join(folder, 'box/new'), { recursive: true });
  mkdirSync(join(folder, 'box/cur'));
  const count = async (path: string): Promise<number> => {
    let n = 0;
    for await (const _ of openPath(join(folder, path)).read(null)) n += 1;
    return n;
  };
  expect([await count('one.eml'), await count('box')]).toEqual([1, 0]);
  await expect(count('nothing')).rejects.toThrow(/ENOENT/u);
});
