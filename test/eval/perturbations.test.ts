import { describe, expect, test } from 'vitest';
import { createDice } from './dice.ts';
import { perturbations } from './perturbations.ts';

const text = Array.from(
  { length: 40 },
  (_, i) => `The keeper of lamp ${i} walked to the harbour wall at dusk.`,
).join(' ');
const words = (s: string): string[] => s.split(/\s+/u);
const apply = (name: string, seed = 1): string => perturbations[name]?.(text, createDice(seed)) ?? '';

test('there are seven', () => expect(Object.keys(perturbations)).toHaveLength(7));

describe.each(Object.keys(perturbations))('%s', (name) => {
  test('changes the text, the same way for the same seed', () => {
    expect(apply(name)).not.toBe(text);
    expect(apply(name)).toBe(apply(name));
  });
});

test('each does what it says', () => {
  expect(apply('boilerplate added')).toContain(text);
  expect(text.startsWith(apply('first half only'))).toBe(true);
  expect(words(apply('first half only'))).toHaveLength(words(text).length / 2);
  const kept = words(apply('30% of sentences dropped')).length / words(text).length;
  expect(kept).toBeGreaterThan(0.5);
  expect(kept).toBeLessThan(0.9);
  const changed = (name: string): number =>
    words(apply(name)).filter((word) => !text.includes(word)).length / words(text).length;
  expect(changed('scanned, 3% noise')).toBeLessThan(changed('scanned, 8% noise'));
  const edited = words(apply('10% of words edited')).filter((w, i) => w !== words(text)[i]).length;
  expect(edited / words(text).length).toBeCloseTo(0.1, 1);
  expect(words(apply('sentences shuffled')).sort()).toEqual(words(text).sort());
});
