import { expect, test } from 'vitest';
import { areAlike, contentWords, createSaid, saySame, saysAgain } from '../../src/summarize/said.ts';

const words = (text: string): Set<string> => contentWords({ tokens: text.toLowerCase().split(' ') }, 'en');

test('function words say nothing', () => {
  expect([...words('The rents froze on a Monday')]).toEqual(['rents', 'froze', 'monday']);
});

test.each([
  ['rents froze monday', 'rents froze monday early morning', true],
  ['rents froze monday', 'rents doubled tuesday', false],
  ['', 'rents froze', false],
])('in one story "%s" and "%s": %s', (a, b, same) => {
  expect(areAlike(words(a), words(b))).toBe(same);
  expect(areAlike(words(b), words(a))).toBe(same);
  const said = createSaid(saySame);
  said.add(words(a));
  expect(said.has(words(b))).toBe(same);
});

test.each([
  ['rents froze monday', 'rents froze monday', true],
  ['rents froze monday', 'rents froze monday morning', true],
  ['clock reed right', 'library reed opens sundays clock hours readers evening', false],
  [
    'council reed froze harbour rents monday skippers',
    'skippers cheer council reed froze harbour rents until winter years boats berths crowns',
    true,
  ],
])('between stories "%s" and "%s": %s', (a, b, same) => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const said = createSaid(saysAgain);
    said.add(words(one));
    expect(said.has(words(other))).toBe(same);
  }
});

test('what was said is known, whatever was said between', () => {
  const said = createSaid(saySame);
  expect(said.has(words('rents froze'))).toBe(false);
  for (const text of ['gulls circled pier', 'rents froze monday', 'ferry sank']) said.add(words(text));
  expect(said.has(words('monday rents froze council'))).toBe(true);
  expect(said.has(words('ferry rents gulls'))).toBe(false);
});
