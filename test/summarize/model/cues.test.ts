import { expect, test } from 'vitest';
import { type Cues, cuesOf } from '../../../src/summarize/model/cues.ts';
import { tokenize } from '../../../src/text/tokens.ts';

const cues = (text: string): Cues =>
  cuesOf(
    text,
    tokenize(text, 'en').map((t) => t.text),
  );

test.each<[string, Partial<Cues>]>([
  ['He said so.', { pronoun: 1, attribution: 1, connective: 0, pointer: 0 }],
  ['But it rained in March 2019.', { connective: 1, date: 1, numbers: 1 }],
  [
    'This is 5% more (about £3 million).',
    { pointer: 1, percent: 1, money: 1, bracket: 1, numbers: 2, present: 1 },
  ],
  [
    '“We wait,” Ane Lund said, “and hope.”',
    { quoted: 1, opensQuoted: 1, we: 1, attribution: 1, commas: 2, unended: 0 },
  ],
  [
    'The pier — new, grey — was open on Monday',
    { article: 1, dash: 1, day: 1, past: 1, unended: 1, commas: 1 },
  ],
  ['After the storm: who pays?', { time: 1, colon: 1, question: 1 }],
  ['Left, the ferry pictured in May.', { caption: 1 }],
  ['', { numbers: 0, longest: 0, unended: 1, shareQuoted: 0 }],
])('%s', (text, expected) => expect(cues(text)).toMatchObject(expected));

test('the quoted share is that of the words between the signs', () => {
  expect(cues('“abcd” efgh').shareQuoted).toBeCloseTo(4 / 11, 9);
});
