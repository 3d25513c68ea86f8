import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupInput, groupArticles } from '../../src/group/group.ts';
import { createDice } from '../eval/dice.ts';
import { draft, shuffled } from './articles.ts';

/** Words of six invented subjects; the first two of each are the seeds of its theme. */
const subjects: { [name: string]: string } = {
  Sea: 'harbour ferry captain tide nets quay sailors lighthouse',
  Field: 'farmer barley orchard cattle harvest barn plough meadow',
  Court: 'judge trial lawyer verdict appeal jury witness prison',
  Stage: 'theatre actor audience curtain playwright rehearsal scene comedy',
  Clinic: 'doctor hospital nurse patients vaccine surgery ward medicine',
  Bees: 'beekeeper hive honey swarm queen nectar pollen wax',
};
const known = Object.keys(subjects).slice(0, 5);
const themes = known.map((name) => ({ name, seeds: (subjects[name] ?? '').split(' ').slice(0, 2) }));
const filler =
  `autumn village neighbours evening market bridge window letter garden winter river summer stone road
  corner kitchen bicycle morning ladder village paper table rain`.split(/\s+/u);

type Dice = (sides: number) => number;
const pick = (words: readonly string[], dice: Dice): string => words[dice(words.length)] ?? '';

/** Years lie between the articles of a subject: they are no story. The year is the number at the end of the id. */
function write(id: string, words: readonly string[], dice: Dice, own: number): GroupInput {
  const line = () =>
    `The ${Array.from({ length: 8 }, (_, i) => pick(i < own ? words : filler, dice)).join(' and the ')}.`;
  const date = `${2000 + Number(id.split('-')[1])}-06-15`;
  return draft({ id, date, title: 'A note', text: Array.from({ length: 5 }, line).join('\n') });
}

/** Articles of the five themes, which the config knows. */
function knownArticles(dice: Dice): GroupInput[] {
  return known.flatMap((name) =>
    Array.from({ length: 8 }, (_, i) => write(`${name}-${i}`, (subjects[name] ?? '').split(' '), dice, 4)),
  );
}

/** Each with words that no other has. */
function strays(count: number, dice: Dice): GroupInput[] {
  return Array.from({ length: count }, (_, i) => {
    const own = Array.from(
      { length: 12 },
      (__, k) => `zor${'abcdefghij'[i % 10]}${'klmnopqrstuv'[k]}${dice(99)}x`,
    );
    return write(`stray-${i}`, own, dice, 4);
  });
}

function suggest(articles: readonly GroupInput[]) {
  return groupArticles(articles, { themes, merges: [], splits: [] });
}

describe('a subject without a theme', () => {
  const bees = (count: number, dice: Dice): GroupInput[] =>
    Array.from({ length: count }, (_, i) => write(`bees-${i}`, (subjects['Bees'] ?? '').split(' '), dice, 6));

  test('is suggested with its words, whatever the order', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 9, max: 14 }), (seed, count) => {
        const dice = createDice(seed);
        const articles = [...knownArticles(dice), ...bees(count, dice), ...strays(4, dice)];
        const { value, diagnostics } = suggest(articles);
        expect(value.suggestions).toHaveLength(1);
        const [{ words = [], articles: ids = [] } = {}] = value.suggestions;
        expect(words.length).toBeGreaterThanOrEqual(3);
        for (const word of words) expect(subjects['Bees']).toContain(word);
        for (const id of ids) expect(id).toMatch(/^bees-/u);
        expect(ids.length).toBeGreaterThanOrEqual(5);
        const notes = diagnostics.filter(({ code }) => code === 'theme-suggested');
        expect(notes).toMatchObject([{ severity: 'note' }]);
        expect(notes[0]?.message).toContain(words[0]);
        expect(suggest(shuffled(articles, seed)).value.suggestions).toEqual(value.suggestions);
      }),
      { seed: 5, numRuns: 15 },
    );
  });
  test('of four articles is none', () => {
    const dice = createDice(1);
    expect(suggest([...knownArticles(dice), ...bees(4, dice)]).value.suggestions).toEqual([]);
  });
  test('is none when the editor put its articles there', () => {
    const dice = createDice(1);
    const pinned = bees(8, dice).map((article) => ({
      ...article,
      metadata: { theme: { value: 'Other', range: { start: 0, end: 0 } } },
    }));
    expect(suggest([...knownArticles(dice), ...pinned]).value.suggestions).toEqual([]);
  });
});

test('a scattered pile gives no suggestion', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const dice = createDice(seed);
      const { suggestions, groups } = suggest([...knownArticles(dice), ...strays(10, dice)]).value;
      expect(groups.filter(({ articles: [id = ''] }) => id.startsWith('stray')).length).toBeGreaterThan(4);
      expect(suggestions).toEqual([]);
    }),
    { seed: 6, numRuns: 15 },
  );
});
