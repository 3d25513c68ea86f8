import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPictures } from '../../src/io/pictures.ts';
import { makePng } from '../made-pictures.ts';
import { makeNewsletter } from '../newsletter.ts';

const png = makePng(4, 3);

function open(limit = 200_000) {
  const folder = makeNewsletter({ 'pictures/wall.png': png, 'secret.png': png });
  return { folder, read: openPictures(folder, limit), at: (name: string) => join(folder, 'pictures', name) };
}

test('a file is read once', () => {
  const { read, at } = open();
  expect(Buffer.from(read('wall.png') as Uint8Array)).toEqual(Buffer.from(png));
  writeFileSync(at('wall.png'), 'other');
  expect(Buffer.from(read('wall.png') as Uint8Array)).toEqual(Buffer.from(png));
});

test('a link may lead to another picture, but not out of the folder', () => {
  const { folder, read, at } = open();
  symlinkSync('wall.png', at('gate.png'));
  symlinkSync(join(folder, 'secret.png'), at('out.png'));
  symlinkSync('/etc', at('etc'));
  symlinkSync('nowhere.png', at('lost.png'));
  expect(read('gate.png')).toBeInstanceOf(Uint8Array);
  expect(read('out.png')).toMatchObject({ fault: 'leads out of pictures/' });
  expect(read('etc')).toMatchObject({ fault: 'leads out of pictures/' });
  expect(read('lost.png')).toMatchObject({ fault: 'is not there' });
  expect(read('../secret.png')).toMatchObject({ fault: 'leads out of pictures/' });
  expect(read('../../../../../../../../etc/passwd')).toMatchObject({ fault: 'leads out of pictures/' });
});

test('what is no file, not there or too large is said and not read', () => {
  const { read, at } = open();
  mkdirSync(at('folder.png'));
  writeFileSync(at('large.png'), Buffer.alloc(10_000_000));
  writeFileSync(at('empty.png'), '');
  execFileSync('mkfifo', [at('pipe.png')]);
  expect(read('folder.png')).toMatchObject({ fault: 'is no file' });
  expect(read('pipe.png')).toMatchObject({ fault: 'is no file' });
  expect(read('.')).toMatchObject({ fault: 'leads out of pictures/' });
  expect(read('wall.png/x')).toMatchObject({ fault: 'is not there' });
  expect(read('large.png')).toMatchObject({
    fault: 'has 10000 KB, more than the limit of 200',
    hint: expect.stringContaining('limits.pictureKilobytes'),
  });
  expect(read('empty.png')).toHaveLength(0);
  expect(read('gone.png')).toMatchObject({
    fault: 'is not there',
    hint: expect.stringContaining('pictures/'),
  });
});

test('a newsletter without the folder has no pictures', () => {
  expect(openPictures(makeNewsletter({ 'a.md': '' }), 1)('wall.png')).toMatchObject({
    fault: 'is not there',
  });
});
