import { expect, test } from 'vitest';
import { citeAuthors, citeField } from '../../src/segment/fields.ts';
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
