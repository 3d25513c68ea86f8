import { expect, test } from 'vitest';
import { pickOracle } from './oracle.ts';

const sentences = [
  'It rained all day.',
  'The ferry Anselm ran aground.',
  'Ninety were saved near Tarrow.',
  'Tea was served.',
];

test('picks what the reference says, in the order of the article', () => {
  expect(pickOracle(['Ninety saved near Tarrow', 'Ferry Anselm ran aground'], sentences, 3)).toEqual([1, 2]);
});

test('keeps to the limit and takes nothing that does not help', () => {
  expect(pickOracle(['Ninety saved near Tarrow', 'Ferry Anselm ran aground'], sentences, 1)).toHaveLength(1);
  expect(pickOracle(['Zebra'], sentences, 3)).toEqual([]);
  expect(pickOracle(['Zebra'], [], 3)).toEqual([]);
});
