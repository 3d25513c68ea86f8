import { expect, test } from 'vitest';
import { damageRules, findDamage, findLooseEnds } from '../../src/segment/damage.ts';
import { createVocabulary } from '../../src/segment/words.ts';

const rulesOf = (text: string, seen = text) => findDamage(text, createVocabulary(seen)).map((d) => d.rule);

test.each([
  ['in the hull,”said Ann', ['lost-space']],
  ['It rang.The captain wept', ['lost-space']],
  ['mockery and derisionin the press', ['glued-words']],
  ['a winwin outcome', ['lost-hyphen']],
  ['the Prime Mininterested. ister said', ['interleaved']],
  ['it r\ufffdng', ['unreadable']],
  ['“It rang,” said Ann. It cost 1,200 crowns at 3.50 each.', []],
  ['See www.example.org for more', []],
])('%s', (text, rules) => expect(rulesOf(text)).toEqual(rules));

test('a hyphen is missed where the word is written with one elsewhere', () => {
  expect(rulesOf('a stateowned yard', 'a stateowned yard, a state- owned mill')).toEqual(['lost-hyphen']);
});

test('ends without the other part of the sentence', () => {
  expect(findLooseEnds('of the river.').map((d) => d.rule)).toEqual(['no-beginning']);
  expect(findLooseEnds('It rang in the').map((d) => d.rule)).toEqual(['no-end']);
  expect(findLooseEnds('It rang.')).toEqual([]);
});

test('patterns find all places', () => expect(damageRules.every((r) => r.pattern.global)).toBe(true));
