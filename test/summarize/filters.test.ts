import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filters, isBareQuote, quotesBalance, rejectionOf } from '../../src/summarize/filters.ts';
import type { Sentence } from '../../src/types.ts';

const title = 'What became of the ferry at Low Reed';

function sentenceOf(text: string): Sentence {
  return { index: 1, paragraph: 0, ordinal: 1, ranges: [], before: [], text, tokens: [] };
}

type Case = { text: string; context: Context; expected: string };

type Context = Parameters<typeof rejectionOf>[1];

const usual: Context = {
  language: 'en',
  first: false,
  title,
  quoted: false,
  item: false,
  lowered: false,
  before: () => '',
};

/** Blocks of a sentence, a line `.` and the answer; lines with `=` before the sentence set what is not usual. */
function readCases(): Case[] {
  const file = readFileSync(new URL('cases/filters.txt', import.meta.url), 'utf8').replace(/^#.*\n/gmu, '');
  return file
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [input = '', expected = ''] = block.trim().split(/^\.$/mu);
      const marks = [...input.matchAll(/^= (\w+)(?: (.*))?$/gmu)];
      const settings = marks.map(([, mark = '', words]) => settingOf(mark, words));
      const context: Context = Object.assign({}, usual, ...settings);
      return { text: input.replace(/^= .*\n/gmu, '').trim(), context, expected: expected.trim() };
    });
}

function settingOf(mark: string, words = ''): Partial<Context> {
  if (mark === 'before') return { before: () => words };
  return mark in usual ? { [mark]: true } : { language: mark };
}

const cases = readCases();

test.each(cases)('$context.language: $text', ({ text, context, expected }) => {
  expect(rejectionOf([sentenceOf(text)], context) ?? 'pass').toBe(expected);
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
    expect(rejectionOf([sentence], { ...usual, first: true })).toBe('damaged');
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
    ['‘Ebb and flood.’', true],
    ['“Ebb,” “flood.”', true],
    ["The skippers' ebb.", false],
  ])('%s is a bare quote: %s', (text, bare) => expect(isBareQuote(text)).toBe(bare));
});
