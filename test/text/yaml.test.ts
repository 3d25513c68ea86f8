import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { dataOf, parseYaml } from '../../src/text/yaml.ts';

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

test.each([
  ['title: "Ebb\nsource: Reed\n', '"Ebb'],
  // The parser takes the next quote for the end of it.
  ['title: "Ebb\nsource: "Reed"\n', '"Ebb'],
  ["a: 'x'\ntitle: 'Ebb\nsource: it's\n", "'Ebb"],
  ['a: "x\n  y"\nb: {c: "d\ne: f}\n', '"d'],
  ['no: 1\nbad: "Ebb', '"Ebb'],
  ['\uFEFFbad: "Ebb', '"Ebb'],
  ['a: 1\r\nbad: "Ebb\r\nsource: "Reed"\r\n', '"Ebb'],
])('%j: a quote that is never closed is a fault where it is opened', (yaml, place) => {
  const { fault } = parseYaml(yaml);
  expect(fault).toEqual({
    message: 'a quote that is opened on this line is never closed',
    offset: yaml.indexOf(place),
  });
});

test('a quote that goes on below is none of them', () => {
  const { fault } = parseYaml('a: "x\n  y"\n\nb: [z\n');
  expect(fault?.message).not.toMatch(/quote/u);
  expect(parseYaml('a: "x\n  note: y"\n').fault).toBeNull();
});

test('a colon in a value is named', () => {
  expect(parseYaml('a: 1\ntitle: Colon: in a title\n').fault).toEqual({
    message: 'a value with a colon needs quotes',
    offset: 12,
  });
});

test('a half-written document is not told to the terminal', async () => {
  const said: string[] = [];
  const hear = (warning: Error) => void said.push(warning.message);
  process.on('warning', hear);
  expect(dataOf(parseYaml('? {a: 1}\n: b\n').document).fault).toBeNull();
  dataOf(parseYaml('{{x}}: 1\n').document);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  expect(said).toEqual([]);
});
