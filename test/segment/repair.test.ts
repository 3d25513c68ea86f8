import { describe, expect, test } from 'vitest';
import { findClosableSpaces, findDeletions, repairRules } from '../../src/segment/repair.ts';
import { createVocabulary } from '../../src/segment/words.ts';

function mend(text: string, seen = text): string {
  let out = text;
  for (const d of findDeletions(text, createVocabulary(seen)).reverse())
    out = out.slice(0, d.start) + out.slice(d.end);
  return out;
}

test.each([
  ['the global initia-\n\ntive of May', 'the global initiative of May'],
  ['a low-\nwater mark', 'a low-water mark'],
  ['the COVID-\nfree town', 'the COVID-free town'],
  ['high- level talks', 'high-level talks'],
  ['pre- and post-war', 'pre- and post-war'],
  ['Vor- und Nachteile', 'Vor- und Nachteile'],
  ['lique-fied gas', 'liquefied gas'],
  ['a well-being officer', 'a well-being officer'],
  ['the U. S. fleet', 'the U.S. fleet'],
  ['by J. R. Hart', 'by J. R. Hart'],
  ['har\u00adbour', 'harbour'],
  ['har\u200bbour', 'harbour'],
])('%j becomes %j', (text, expected) => expect(mend(text)).toBe(expected));

test('a compound known from elsewhere keeps its hyphen, a word its unity', () => {
  expect(mend('a night-\nshift', 'night-shift night- shift')).toBe('a night-shift');
  expect(mend('the har-\nbour', 'the harbour har- bour')).toBe('the harbour');
});

test('titles close up spaces only', () => {
  const text = 'U. S. low- noise inten-\ntion';
  expect(findClosableSpaces(text, createVocabulary(text)).map((d) => d.rule)).toEqual([
    'abbreviation-space',
    'hyphen-space',
  ]);
});

describe('rules', () => {
  test('have names of their own', () =>
    expect(new Set(repairRules.map((r) => r.name)).size).toBe(repairRules.length));
});
