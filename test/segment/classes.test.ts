import { expect, test } from 'vitest';
import { findUnreadable, type Mark, tileClasses } from '../../src/segment/classes.ts';

const mark = (start: number, end: number, kind: Mark['class'], rule: string): Mark => ({
  start,
  end,
  class: kind,
  rule,
});

test('white space goes with the range before it, at the beginning with the first', () => {
  const classes = tileClasses(' a \n b ', [mark(1, 2, 'title', 't'), mark(5, 6, 'body', 'b')], []);
  expect(classes).toEqual([mark(0, 5, 'title', 't'), mark(5, 7, 'body', 'b')]);
});

test('finer marks prevail, white space between them goes with the first', () => {
  const classes = tileClasses(
    'ab cd',
    [mark(0, 5, 'body', 'b')],
    [mark(0, 2, 'title', 't'), mark(3, 4, 'boilerplate', 'x')],
  );
  expect(classes).toEqual([
    mark(0, 3, 'title', 't'),
    mark(3, 4, 'boilerplate', 'x'),
    mark(4, 5, 'body', 'b'),
  ]);
});

test('neighbours of one class and rule become one', () => {
  expect(tileClasses('a b', [mark(0, 1, 'body', 'b'), mark(2, 3, 'body', 'b')], [])).toEqual([
    mark(0, 3, 'body', 'b'),
  ]);
});

test('replacement characters are unreadable whatever lies there', () => {
  const classes = tileClasses('a\ufffdb', [mark(0, 3, 'body', 'b')], [mark(0, 3, 'metadata', 'm')]);
  expect(classes.map((c) => c.class)).toEqual(['metadata', 'unreadable', 'metadata']);
  expect(findUnreadable('\ufffd\ufffdx\ufffd', [{ start: 1, end: 4 }])).toEqual([
    { start: 1, end: 2 },
    { start: 3, end: 4 },
  ]);
});

test('a text without marks is one range, an empty text none', () => {
  expect(tileClasses('  ', [], [])).toEqual([mark(0, 2, 'boilerplate', 'white-space')]);
  expect(tileClasses('', [], [])).toEqual([]);
});
