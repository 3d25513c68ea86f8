import { expect, test } from 'vitest';
import { isInside, outlineOf } from '../../../src/ingest/xml/outline.ts';

test('elements in order, with their words and attributes', () => {
  const found = outlineOf('<n:a n:id=" 1 "><b> ebb\n and <i>flood</i></b></n:a>');
  expect(found.map(({ name, text }) => [name, text])).toEqual([
    ['a', 'ebb and'],
    ['b', 'ebb and flood'],
    ['i', 'flood'],
  ]);
  expect(found[0]?.attribute('id')).toBe('1');
  expect(found[0]?.attribute('none')).toBe('');
});

test('what is around an element', () => {
  const [, , inner] = outlineOf('<a><b><c/></b></a>');
  expect(inner && isInside(inner, (e) => e.name === 'a')).toBe(true);
  expect(inner && isInside(inner, (e) => e.name === 'c')).toBe(false);
});
