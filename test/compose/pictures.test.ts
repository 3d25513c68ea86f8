import { expect, test } from 'vitest';
import { choosePicture } from '../../src/compose/pictures.ts';
import type { Picture } from '../../src/types.ts';
import { makeArticle, makePage } from '../made-articles.ts';

const said = (text: string) => ({ text, ranges: [] });
const image: Picture = {
  url: said('https://courier.example/gate.jpg'),
  alt: said('A gate that stands open'),
  credit: said('Ida Pell'),
};

function choose(wanted: { [id: string]: true | string }, change: Partial<Picture> | null = {}) {
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
