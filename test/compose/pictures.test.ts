import { expect, test } from 'vitest';
import type { EditorPage } from '../../src/compose/editor-page.ts';
import { choosePicture } from '../../src/compose/pictures.ts';
import { pictureName } from '../../src/text/pictures.ts';
import type { Picture, ReadPicture } from '../../src/types.ts';
import { makeArticle, makePage } from '../made-articles.ts';
import { makeGif, makeHeavyPng, makePng, svg } from '../made-pictures.ts';

const said = (text: string) => ({ text, ranges: [] });
const image: Picture = {
  url: said('https://courier.example/gate.jpg'),
  alt: said('A gate that stands open'),
  credit: said('Ida Pell'),
};

function choose(wanted: EditorPage['pictures'], change: Partial<Picture> | null = {}) {
  const { article } = makeArticle({ id: 'gate', ...(change && { image: { ...image, ...change } }) });
  return choosePicture(article, makePage({ pictures: wanted, lineOf: () => 4 }), 'Reed Courier');
}

test('none unless the editor asks', () => {
  expect(choose({})).toEqual({ value: null, diagnostics: [] });
  expect(choose({ other: true })).toEqual({ value: null, diagnostics: [] });
});

test('the words are the editor’s, else the article’s; the credit is the maker’s, else the source’s', () => {
  expect(choose({ gate: true }).value).toEqual({
    url: 'https://courier.example/gate.jpg',
    alt: 'A gate that stands open',
    credit: 'Ida Pell',
  });
  expect(choose({ gate: 'The gate at noon' }, { credit: null }).value).toMatchObject({
    alt: 'The gate at noon',
    credit: 'Reed Courier',
  });
});

test.each<[what: string, wanted: true, change: Partial<Picture> | null, message: string]>([
  ['no picture', true, null, 'names no picture'],
  [
    'a picture that anybody on the way can read',
    true,
    { url: said('http://courier.example/gate.jpg') },
    'can be shown, and that of http://courier.example/gate.jpg is none',
  ],
  ['a picture without words', true, { alt: null }, 'does not say what its picture shows'],
])('%s is said with its line', (_, wanted, change, message) => {
  const { value, diagnostics } = choose({ gate: wanted }, change);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'editor-unmatched', line: 4 }]);
  expect(diagnostics[0]?.message).toContain(message);
});

test.each([
  ['quay.png', 'quay.png is a file'],
  [['../img/quay.png', 'other.png'], '../img/quay.png is a file'],
  ['C:\\quay.png', 'C:\\quay.png is a file'],
  ['data:image/png;base64,AAAA', 'that of data:image/png;base64,AAAA is none'],
  ['//courier.example/quay.png', 'that of //courier.example/quay.png is none'],
  ['  ', 'names no picture'],
])('%j in the front matter is said as what it is', (value, message) => {
  const { article } = makeArticle({ id: 'gate', metadata: { image: { value, range: null } } });
  const [diagnostic] = choosePicture(article, makePage({ pictures: { gate: true } }), 'x').diagnostics;
  expect(diagnostic?.message).toContain(message);
  expect(diagnostic?.hint).toMatch(/https:\/\//u);
});

const wall = makePng(40, 30);

function chooseOwn(file: string, read: ReadPicture | undefined, credit?: string) {
  const { article } = makeArticle({ id: 'gate' });
  const lines = new Map([[file, 7]]);
  const own = { file, alt: 'A wall', ...(credit && { credit }) };
  const page = makePage({ pictures: { gate: own }, lineOf: (entry) => lines.get(entry) });
  return choosePicture(article, page, 'Reed Courier', read);
}

test('a picture of the editor’s own needs none of the article’s; its name in out/ comes from its bytes', () => {
  const asked: string[] = [];
  const read: ReadPicture = (file) => {
    asked.push(file);
    return wall;
  };
  expect(chooseOwn('wall.jpg', read)).toEqual({
    value: {
      file: 'wall.jpg',
      name: pictureName(wall, 'png'),
      width: 40,
      height: 30,
      alt: 'A wall',
      credit: 'Reed Courier',
    },
    diagnostics: [],
  });
  expect(asked).toEqual(['wall.jpg']);
  expect(chooseOwn('wall.jpg', read, 'Ann Reed').value).toMatchObject({ credit: 'Ann Reed' });
});

test.each<[what: string, file: string, read: ReadPicture | undefined, message: RegExp]>([
  [
    'a drawing that says it is a PNG',
    'wall.png',
    () => svg,
    /is no PNG, JPEG or GIF, whatever its name says/u,
  ],
  ['an empty file', 'wall.png', () => new Uint8Array(), /is empty/u],
  [
    'a GIF that would fill the memory of whoever looks',
    'b.gif',
    () => makeGif(65_535, 65_535),
    /65535 × 65535 pixels/u,
  ],
  ['a picture of no width', 'b.gif', () => makeGif(0, 5), /0 × 5 pixels/u],
  ['what cannot be read', 'b.gif', () => ({ fault: 'has 9000 KB', hint: 'Smaller.' }), /has 9000 KB/u],
  ['a newsletter without pictures', 'b.gif', undefined, /is not there/u],
])('%s is said with its line, and the story goes without', (_, file, read, message) => {
  const { value, diagnostics } = chooseOwn(file, read);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'picture-unusable', severity: 'warning', line: 7, message: expect.stringMatching(message) },
  ]);
  expect(diagnostics[0]?.hint).toMatch(/\.$/u);
});

test.each(['../../etc/passwd', '/etc/passwd', 'a/b.png', 'a\\b.png', '..', '.hidden.png'])(
  '%s is not even looked for',
  (file) => {
    const read: ReadPicture = () => {
      throw new Error('looked for');
    };
    expect(chooseOwn(file, read).diagnostics).toMatchObject([
      { code: 'picture-unusable', hint: 'Name a file in pictures/, without folders.' },
    ]);
  },
);

test('how heavy a picture may be is for its reader to say', () => {
  expect(chooseOwn('a.png', () => makeHeavyPng(900_000)).value).not.toBeNull();
});
