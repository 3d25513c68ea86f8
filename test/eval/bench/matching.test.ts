import { expect, test } from 'vitest';
import { matchSentences } from './matching.ts';

const sentences = ['The ferry ran aground.', 'Nobody was hurt.', 'The ferry was towed to Tarrow.'];

test('a string that was cut or joined still finds its sentence', () => {
  expect(matchSentences(['ferry was towed to Tarrow', 'the ferry ran aground'], sentences)).toEqual([0, 2]);
});

test('a sentence is taken once, the next best stands in', () => {
  expect(matchSentences(['The ferry ran aground.', 'The ferry ran aground.'], sentences)).toEqual([0, 2]);
});

test('what shares no word stands for nothing', () => {
  expect(matchSentences(['Elsewhere', ''], sentences)).toEqual([]);
});

test('the very sentence goes before another order of its words', () => {
  expect(matchSentences(['hurt was nobody.'], ['Nobody was hurt.', 'hurt was nobody.'])).toEqual([1]);
});
