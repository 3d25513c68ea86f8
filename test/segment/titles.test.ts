import { expect, test } from 'vitest';
import { around, cleanTitle } from '../../src/segment/titles.ts';
import { createVocabulary } from '../../src/segment/words.ts';

const clean = (text: string) => cleanTitle(text, { start: 0, end: text.length }, createVocabulary(text));

test.each([
  ['1. A bell for the ferry', 'A bell for the ferry'],
  ['“QUIET CHAOS”', 'QUIET CHAOS'],
  ['U. S. Bells Ring', 'U.S. Bells Ring'],
  ['## A bell', 'A bell'],
  ['Subject: Fwd: A bell for the ferry', 'A bell for the ferry'],
  ['A bell for the ferry | Northern Herald (Sept. 20)', 'A bell for the ferry'],
  ['Trade grows – Brenn', 'Trade grows – Brenn'],
  ['1.', '1.'],
])('%s', (text, title) => expect(clean(text).title.text).toBe(title));

test('what was cut off is known', () => {
  const { suffix, cuts } = clean('2. A bell for the ferry | Northern Herald (Sept. 20)');
  expect(suffix?.text).toBe('Northern Herald (Sept. 20)');
  expect(cuts.map((c) => c.rule)).toEqual(['list-number']);
});

test('ranges around holes', () => {
  expect(around({ start: 0, end: 9 }, [{ start: 2, end: 3 }])).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 9 },
  ]);
});
