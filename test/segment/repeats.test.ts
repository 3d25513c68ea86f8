import { expect, test } from 'vitest';
import { findGarbles } from '../../src/segment/repeats.ts';
import { labelled } from './made.ts';

test('a broken end that the next line repeats whole', () => {
  const text =
    'The kite flies four hundred metres above the water and is steered by a small motor of brsas\n\nmetres above the water and is steered by a small motor of brass that was built in town.\n';
  const { lines } = labelled(text);
  const [garble] = [...findGarbles(text, lines).values()];
  expect(garble && text.slice(garble.at, garble.at + 12)).toBe('metres above');
});

test('a phrase that comes again is not broken', () => {
  const text =
    'The bell of the ferry was rung at noon by a child.\n\nThe bell of the ferry was rung at noon by a child of nine years.\n';
  expect(findGarbles(text, labelled(text).lines).size).toBe(0);
});
