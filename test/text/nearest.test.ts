import { describe, expect, test } from 'vitest';
import { editDistance, nearest, sameName } from '../../src/text/nearest.ts';

describe('nearest', () => {
  const keys = ['title', 'url', 'timeZone', 'themes', 'templates', 'highlights'];
  test('a name is the same in small letters, one written alike first', () => {
    expect(sameName('sea', ['Field', 'Sea'])).toBe('Sea');
    expect(sameName('sea', ['Sea', 'sea'])).toBe('sea');
    expect(sameName('seas', ['Sea'])).toBeUndefined();
  });

  test.each([
    ['tilte', 'title'],
    ['timezone', 'timeZone'],
    ['theme', 'themes'],
    ['hilights', 'highlights'],
    ['template', 'templates'],
  ])('%s is meant to be %s', (word, right) => expect(nearest(word, keys)).toBe(right));
  test.each(['colour', 'publish', 'subscribers'])('%s is none of them', (word) =>
    expect(nearest(word, keys)).toBeUndefined(),
  );
  test('nothing is near when there is nothing', () => expect(nearest('title', [])).toBeUndefined());
  test('the first of equals is named', () => expect(nearest('ab', ['ax', 'ay'])).toBe('ax'));
});

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['flaw', 'lawn', 2],
])('from %j to %j', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
