import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  filters,
  isBareQuote,
  pointsOutside,
  quotesBalance,
  rejectionOf,
} from '../../src/summarize/filters.ts';
import type { Sentence } from '../../src/types.ts';

const title = 'What became of the ferry at Low Reed';

function sentenceOf(text: string): Sentence {
  return { index: 1, paragraph: 0, ordinal: 1, ranges: [], before: [], text, tokens: [] };
}

type Case = { text: string; language: string; first: boolean; expected: string };

/** Blocks of a sentence, a line `.` and the answer; lines with `=` before the sentence set what is not usual. */
function readCases(): Case[] {
  const file = readFileSync(new URL('cases/filters.txt', import.meta.url), 'utf8').replace(/^#.*\n/gmu, '');
  return file
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [input = '', expected = ''] = block.trim().split(/^\.$/mu);
      const marks = [...input.matchAll(/^= (\w+)$/gmu)].map((m) => m[1]);
      const language = marks.find((mark) => mark !== 'first') ?? 'en';
      const text = input.replace(/^= \w+\n/gmu, '').trim();
      return { text, language, first: marks.includes('first'), expected: expected.trim() };
    });
}

const cases = readCases();

test.each(cases)('$language: $text', ({ text, language, first, expected }) => {
  expect(rejectionOf([sentenceOf(text)], { language, first, title }) ?? 'pass').toBe(expected);
});

test('every filter has at least two cases, and names are apart', () => {
  const names = filters.map((f) => f.name);
  expect(new Set(names).size).toBe(names.length);
  const counts = names.map((name) => [name, cases.filter((c) => c.expected === name).length] as const);
  // Damage is no matter of the words: it has its own test below.
  expect(counts.filter(([name, n]) => n < 2 && name !== 'damaged')).toEqual([]);
  expect(cases.filter((c) => c.expected !== 'pass' && !names.includes(c.expected))).toEqual([]);
});

test.each(['column noise', 'unreadable'])(
  'a sentence with %s is damaged, however good it reads',
  (barred) => {
    const sentence = { ...sentenceOf('The ferry carried 340 passengers in its first week.'), barred };
    expect(rejectionOf([sentence], { language: 'en', first: true, title })).toBe('damaged');
  },
);

describe('parts of the filters', () => {
  test.each([
    ['“Ebb” and “flood”', true],
    ['Ebb” and “flood', true],
    ['“Ebb', false],
    ['„Ebbe“ und „Flut”', true],
    ['„Ebbe', false],
    ['"ebb" "', false],
    ['« ebbe »', true],
    ['(ebb', false],
    ['「潮」', true],
    ['（潮', false],
    ["the harbour master's ’tis", true],
  ])('%s balances: %s', (text, balanced) => expect(quotesBalance(text)).toBe(balanced));
  test.each([
    ['“Ebb.”', true],
    ['“Ebb”, said Per.', false],
    ['“Ebb,” he said, “and flood.”', false],
    ['「潮。」', true],
  ])('%s is a bare quote: %s', (text, bare) => expect(isBareQuote(text)).toBe(bare));
  test.each([
    ['(He left.)', 'en', true],
    ['— It left.', 'en-GB', true],
    ['It left.', 'sv', false],
    ['它走了。', 'zh-Hant', true],
    ['Она ушла.', 'ru', true],
    ['Онега ушла.', 'ru', false],
  ])('%s (%s) points outside: %s', (text, language, outside) => {
    expect(pointsOutside(text, language)).toBe(outside);
  });
});
