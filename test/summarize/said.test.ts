import { expect, test } from 'vitest';
import { contentWords, createSaid, saySame } from '../../src/summarize/said.ts';

const words = (text: string): Set<string> => contentWords({ tokens: text.toLowerCase().split(' ') }, 'en');

test('function words say nothing', () => {
  expect([...words('The rents froze on a Monday')]).toEqual(['rents', 'froze', 'monday']);
});

test.each([
  ['rents froze monday', 'rents froze monday early morning', true],
  ['rents froze monday', 'rents doubled tuesday', false],
  ['', 'rents froze', false],
])('"%s" and "%s": %s', (a, b, same) => {
  expect(saySame(words(a), words(b))).toBe(same);
  expect(saySame(words(b), words(a))).toBe(same);
  const said = createSaid();
  said.add(words(a));
  expect(said.has(words(b))).toBe(same);
});

test('what was said is known, whatever was said between', () => {
  const said = createSaid();
  expect(said.has(words('rents froze'))).toBe(false);
  for (const text of ['gulls circled pier', 'rents froze monday', 'ferry sank']) said.add(words(text));
  expect(said.has(words('monday rents froze council'))).toBe(true);
  expect(said.has(words('ferry rents gulls'))).toBe(false);
});
