import { expect, test } from 'vitest';
import { citeAuthors, citeField, citeImage } from '../../src/segment/fields.ts';
import type { Part } from '../../src/types.ts';

const text = 'title: "The ebb"\nauthor: Ida Pell and Hanna Moss\n';
const part: Part = { key: '', file: '', sha256: '', reader: '', name: '', text };

test('a field is cited without the quotes around it', () => {
  const cited = citeField(part, { value: 'The ebb', range: { start: 7, end: 16 } });
  expect(cited).toEqual({ text: 'The ebb', ranges: [{ start: 8, end: 15 }] });
  expect(citeField(part, { value: ' ', range: { start: 0, end: 1 } })).toBeNull();
  expect(citeField(part, undefined)).toBeNull();
});

test.each([['Ida Pell and Hanna Moss'], [['Ida Pell', 'Hanna Moss']]])(
  'names are told apart: %j',
  (value) => {
    const authors = citeAuthors(part, { value, range: { start: 25, end: text.length } });
    expect(authors.map((a) => text.slice(a.ranges[0]?.start, a.ranges[0]?.end))).toEqual([
      'Ida Pell',
      'Hanna Moss',
    ]);
  },
);

test('a picture has a web address; its caption stands in for a credit', () => {
  const field = (value: string | string[]) => ({ value, range: null });
  const words = { imageAlt: field('The ebb'), imageCaption: field('Photo: B. Lens') };
  expect(citeImage(part, { image: field(['https://e.example/a.jpg', 'b.jpg']), ...words })).toEqual({
    url: { text: 'https://e.example/a.jpg', ranges: [] },
    alt: { text: 'The ebb', ranges: [] },
    credit: { text: 'Photo: B. Lens', ranges: [] },
  });
  expect(
    citeImage(part, { image: field('https://e.example/a.jpg'), ...words, imageCredit: field('B. Lens') }),
  ).toMatchObject({
    credit: { text: 'B. Lens' },
  });
  for (const url of ['/a.jpg', 'javascript:x', 'data:image/png;base64,AA', 'ftp://e.example/a.jpg'])
    expect(citeImage(part, { image: field(url), ...words })).toBeNull();
});
