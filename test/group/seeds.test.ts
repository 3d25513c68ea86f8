import { expect, test } from 'vitest';
import { findSeeds, readSeeds } from '../../src/group/seeds.ts';
import { readWords } from '../../src/group/words.ts';
import { draft } from './articles.ts';

const themes = [
  { name: 'Sea', seeds: ['boat', 'lifeboat crew', 'water', '', 'boats'] },
  { name: 'Town', seeds: ['Council', 'water'] },
];
const table = readSeeds(themes, 'en');
const find = (title: string, text: string) => findSeeds(readWords(draft({ id: 'a', title, text })), table, 2);

test('forms of a seed meet, and the title counts more', () => {
  expect(find('Boats', 'A boat and the councils.')).toEqual([
    { theme: 0, seed: table.themes.keys().next().value, count: 3 },
    { theme: 1, seed: expect.stringContaining('council'), count: 1 },
  ]);
});

test('a phrase matches as a whole, inside one sentence', () => {
  expect(find('', 'The lifeboat crews slept.')).toHaveLength(1);
  expect(find('', 'The lifeboat.\nCrews slept.')).toEqual([]);
});

test('a seed of two themes speaks for both', () => {
  expect(find('', 'Water rose.').map(({ theme }) => theme)).toEqual([0, 1]);
});

test('empty seeds and repeated ones are none', () => {
  expect(table.themes.size).toBe(4);
  expect(findSeeds(readWords(draft({ id: 'a' })), readSeeds([], 'en'), 2)).toEqual([]);
});
