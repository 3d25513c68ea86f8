import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  contentId,
  isPictureFile,
  isPictureName,
  measurePicture,
  ownPicturesOf,
  pictureName,
  pictureType,
  readPictures,
} from '../../src/text/pictures.ts';
import type { OwnPicture } from '../../src/types.ts';
import { makeGif, makeJpegHead, makePng, svg } from '../made-pictures.ts';
import { makeIssue, makeStory, makeTheme } from '../render/fixture.ts';

test('the kind and the size are what the bytes say', () => {
  expect(measurePicture(makePng(7, 5))).toEqual({ kind: 'png', width: 7, height: 5 });
  expect(measurePicture(makeGif(300, 2))).toEqual({ kind: 'gif', width: 300, height: 2 });
  for (const frame of [0xc0, 0xc2, 0xcf])
    expect(measurePicture(makeJpegHead(640, 480, frame))).toEqual({ kind: 'jpg', width: 640, height: 480 });
  // Within a larger buffer, as a file may come.
  const larger = Buffer.concat([Buffer.alloc(9), makePng(7, 5)]);
  expect(
    measurePicture(new Uint8Array(larger.buffer, larger.byteOffset + 9, larger.length - 9)),
  ).toMatchObject({
    width: 7,
  });
});

test.each<[what: string, bytes: Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['a drawing', svg],
  ['a page behind the sign of a GIF of another age', Buffer.from('GIF90a<script>')],
  ['half a PNG', makePng(7, 5).subarray(0, 20)],
  ['half a GIF', makeGif(1, 1).subarray(0, 9)],
  ['a JPEG without a frame', makeJpegHead(1, 1).subarray(0, 18)],
  [
    'a JPEG whose segments lead past its end',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0]),
  ],
  ['a JPEG whose segments lead nowhere', Uint8Array.from([0xff, 0xd8, ...Array(40).fill(0xff)])],
  ['a WebP', Buffer.from('RIFF....WEBPVP8 ........................')],
])('%s is no picture', (_, bytes) => {
  expect(measurePicture(bytes)).toBeNull();
});

test('names come from the bytes, and from nothing else', () => {
  const png = makePng(7, 5);
  const name = pictureName(png, 'png');
  expect(name).toBe(`${createHash('sha256').update(png).digest('hex').slice(0, 32)}.png`);
  expect(contentId(name)).toBe(`${name.slice(0, 32)}@digestif`);
  expect(['png', 'jpg', 'gif'].map((kind) => pictureType(`${name.slice(0, 32)}.${kind}`))).toEqual([
    'image/png',
    'image/jpeg',
    'image/gif',
  ]);
  expect(isPictureName(name)).toBe(true);
  for (const other of [
    `../${name}`,
    `${name}x`,
    'wall.png',
    name.toUpperCase(),
    `${name}\n`,
    name.replace('png', 'svg'),
  ])
    expect(isPictureName(other), other).toBe(false);
});

test('a file is named without folders', () => {
  for (const file of ['wall.jpg', 'the wall.JPG', '水门.png', 'a..b.gif'])
    expect(isPictureFile(file), file).toBe(true);
  for (const file of [
    '',
    '.',
    '..',
    '.hidden',
    '../a.png',
    '/etc/passwd',
    'a/b.png',
    'a\\b.png',
    'a\0.png',
    'a\n.png',
  ])
    expect(isPictureFile(file), file).toBe(false);
});

const png = makePng(7, 5);
const wall: OwnPicture = {
  file: 'wall.png',
  name: pictureName(png, 'png'),
  width: 7,
  height: 5,
  alt: 'A wall',
  credit: 'Ann Reed',
};
const hosted = { url: 'https://a.example/b.png', alt: 'x', credit: 'y' };
const issue = makeIssue({
  lead: { ...makeStory('bell', { picture: wall }), theme: 'Tide' },
  themes: [makeTheme('Tide', [makeStory('bell', { picture: wall }), makeStory('eel', { picture: hosted })])],
});

test('an issue shows each of the editor’s own once, and hosted ones are not among them', () => {
  expect(ownPicturesOf(issue)).toEqual([wall]);
});

test('bytes are those of the name, or none', () => {
  expect(readPictures([issue], () => png)).toEqual(new Map([[wall.name, png]]));
  expect(readPictures([issue], () => makePng(7, 6)).size).toBe(0);
  expect(readPictures([issue], () => svg).size).toBe(0);
  expect(readPictures([issue], () => ({ fault: 'is not there', hint: '' })).size).toBe(0);
  expect(readPictures([issue], undefined).size).toBe(0);
});
