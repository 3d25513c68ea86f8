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

test('in languages without stems forms meet that begin alike, other words do not', () => {
  const told = (language: string, seed: string, text: string) =>
    findSeeds(
      readWords(draft({ id: 'a', language, text })),
      readSeeds([{ name: 'A', seeds: ['xyz', seed] }], language),
      2,
    );
  expect(told('ru', 'гавань', 'В гавани было тихо, и гаванью гордились.')).toEqual([
    { theme: 0, seed: 'гавань', count: 2 },
  ]);
  expect(told('es', 'precio', 'Los precios suben.')).toHaveLength(1);
  expect(told('ru', 'столица', 'За столиком сидели двое.')).toEqual([]);
  expect(told('fr', 'ministre', 'Le ministère est fermé.')).toEqual([]);
  expect(told('de', 'Bank', 'Die Banken schliessen.')).toEqual([]);
  expect(told('en', 'harbour', 'The harbourer slept.')).toEqual([]);
});
