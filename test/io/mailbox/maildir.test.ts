import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FoundMail } from '../../../src/deliver/types.ts';
import { openMaildir } from '../../../src/io/mailbox/maildir.ts';
import { longestMail } from '../../../src/io/mailbox/reading.ts';
import { makeNewsletter } from '../../newsletter.ts';

function make(mails: { [name: string]: string }): string {
  const folder = makeNewsletter(mails);
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  return folder;
}

async function readAll(folder: string): Promise<FoundMail[]> {
  const found: FoundMail[] = [];
  for await (const mail of openMaildir(folder).read(null)) found.push(mail);
  return found;
}

const placesOf = (mails: readonly FoundMail[]): string[] => mails.map(({ place }) => place);

test('mails are read in the order of arrival, wherever they lie', async () => {
  const folder = make({
    'new/300.a.mx': 'c',
    'cur/20.b.mx:2,S': 'a',
    'cur/100.c.mx:2,': 'b',
    'tmp/1.x': 'no',
  });
  const found = await readAll(folder);
  expect(placesOf(found)).toEqual(['cur/20.b.mx:2,S', 'cur/100.c.mx:2,', 'new/300.a.mx']);
  expect(found.map(({ bytes, mark }) => [Buffer.from(bytes ?? []).toString(), mark])).toEqual([
    ['a', null],
    ['b', null],
    ['c', null],
  ]);
});

test('only what was dealt with is shown as read, its other flags stay', async () => {
  const folder = make({ 'new/1.a': 'x', 'new/2.b': 'x', 'cur/3.c:2,FT': 'x', 'cur/4.d': 'x' });
  for (const mail of await readAll(folder)) if (mail.place !== 'new/2.b') await mail.done();
  expect(readdirSync(join(folder, 'new'))).toEqual(['2.b']);
  expect(readdirSync(join(folder, 'cur')).sort()).toEqual(['1.a:2,S', '3.c:2,FST', '4.d:2,S']);
  for (const mail of await readAll(folder)) await mail.done();
  expect(readdirSync(join(folder, 'cur')).sort()).toEqual(['1.a:2,S', '2.b:2,S', '3.c:2,FST', '4.d:2,S']);
});

test('what a mail program moves meanwhile is no fault', async () => {
  const folder = make({ 'new/1.a': 'x', 'new/2.b': 'y', 'new/3.c': 'z' });
  const places: string[] = [];
  for await (const { place, done } of openMaildir(folder).read(null)) {
    places.push(place);
    if (place === 'new/1.a') {
      renameSync(join(folder, 'new/1.a'), join(folder, 'cur/1.a:2,S'));
      renameSync(join(folder, 'new/2.b'), join(folder, 'cur/2.b:2,'));
      await done();
    }
  }
  expect(places).toEqual(['new/1.a', 'new/3.c']);
  expect(placesOf(await readAll(folder))).toEqual(['cur/1.a:2,S', 'cur/2.b:2,', 'new/3.c']);
});

test('of a long mail, the beginning is read; links and folders are none', async () => {
  const folder = make({ 'new/1.a': 'x'.repeat(longestMail + 5), 'new/.hidden': 'x' });
  mkdirSync(join(folder, 'new/2.folder'));
  symlinkSync('/etc/hostname', join(folder, 'new/3.link'));
  writeFileSync(join(folder, 'new/4.empty'), '');
  const found = await readAll(folder);
  expect(found.map(({ place, bytes }) => [place, bytes?.length])).toEqual([
    ['new/1.a', longestMail],
    ['new/4.empty', 0],
  ]);
});

test('a folder that is no Maildir is a fault', async () => {
  await expect(readAll(makeNewsletter({ 'a.txt': '' }))).rejects.toThrow(/ENOENT/);
});
