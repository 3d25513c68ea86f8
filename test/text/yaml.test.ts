import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { dataOf } from '../../src/text/yaml.ts';

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`;

test('data, aliases included', () => {
  expect(dataOf(parseDocument('a: &x [1]\nb: *x\n'))).toEqual({ data: { a: [1], b: [1] }, fault: null });
  expect(dataOf(parseDocument(''))).toEqual({ data: null, fault: null });
});

test.each([
  ['a: 1\nb: *x\n', 8],
  ['a: &x 1\nb: *x\nc: *y\n', 17],
  [bomb, bomb.indexOf('*a')],
])('a fault and its place', (yaml, offset) => {
  expect(dataOf(parseDocument(yaml)).fault?.offset).toBe(offset);
});
