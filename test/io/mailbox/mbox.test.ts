import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMbox } from '../../../src/io/mailbox/mbox.ts';
import { makeNewsletter } from '../../newsletter.ts';

async function read(text: string): Promise<[string, string][]> {
  const folder = makeNewsletter({ mbox: text });
  const found: [string, string][] = [];
  for await (const { place, bytes, done } of openMbox(join(folder, 'mbox')).read(null)) {
    await done();
    found.push([place, Buffer.from(bytes ?? []).toString()]);
  }
  return found;
}

const from = 'From MAILER-DAEMON Mon Jun  1 07:00:00 2026\n';
const mail = 'Subject: a\nTo: x@y\n\nFrom here it came back.\n';

test('mails are parted and unquoted', async () => {
  const text = `${from}${mail.replace('\nFrom', '\n>From')}\n${from}Subject: b\n\nno\n\n`;
  expect(await read(text)).toEqual([
    ['mail 1', mail],
    ['mail 2', 'Subject: b\n\nno\n'],
  ]);
});

test('what mail programs note in it makes no other mail of it', async () => {
  const noted = `${from}Status: RO\nX-Status: A\nX-UID: 7\nX-Keywords:\n  a\n  b\n${mail}`;
  const hashes = [await read(`${from}${mail}`), await read(`${noted}\n${from}Subject: b\n\n`)].map(
    ([first]) =>
      createHash('sha256')
        .update(first?.[1] ?? '')
        .digest('hex'),
  );
  expect(hashes[0]).toBe(hashes[1]);
  // In a body they are words.
  expect((await read(`${from}Subject: c\n\nStatus: well\n`))[0]?.[1]).toBe('Subject: c\n\nStatus: well\n');
});

test('a file with one mail is one mail, another file none', async () => {
  expect(await read(mail)).toEqual([['mail 1', mail]]);
  expect(await read('')).toEqual([]);
  expect(await read('hello\n')).toEqual([]);
});

test('a file that is not there is a fault', async () => {
  const reading = openMbox(join(makeNewsletter({}), 'mbox')).read(null);
  await expect(reading[Symbol.asyncIterator]().next()).rejects.toThrow(/ENOENT/);
});
