import { describe, expect, test } from 'vitest';
import { rouge } from './rouge.ts';

const reference = ['police killed the gunman'];

describe('ROUGE-L of one sentence (Lin 2004, section 3)', () => {
  // Every summary has four words, as the reference: recall, precision and F are alike.
  test.each([
    ['police kill the gunman', 0.75],
    ['the gunman kill police', 0.5],
    ['the gunman police killed', 0.5],
  ])('%s', (summary, wanted) => {
    // Porter's stem makes "kill" and "killed" one word, which the paper's example keeps apart.
    const apart = summary.replace(/\bkill\b/u, 'slew');
    expect(rouge(reference, [apart]).rl).toBeCloseTo(wanted, 9);
  });
  test('the gunman kill police has the same words, hence a perfect ROUGE-1, and one common pair', () => {
    const { r1, r2 } = rouge(reference, ['the gunman kill police']);
    expect(r1).toBe(1);
    expect(r2).toBeCloseTo(1 / 3, 9);
  });
});

test('ROUGE-L of a summary is the union over its sentences (Lin 2004: w1 to w5 against two sentences is 4/5)', () => {
  const { rl } = rouge(['one two three four five'], ['one two six seven eight', 'one three eight nine five']);
  // Recall 4/5, precision 4/10.
  expect(rl).toBeCloseTo((2 * 4) / (5 + 10), 9);
});

test('a repeated word counts as often as the reference has it (clipping of Papineni et al. 2002)', () => {
  const { r1 } = rouge(['the cat is on the mat'], ['the the the the the the the']);
  expect(r1).toBeCloseTo((2 * 2) / (6 + 7), 9);
});

test('counts of a known pair', () => {
  // Common words: the, cat, was, under, the, bed (6 of 6 and 7); pairs: the cat, was under, under the, the bed (4).
  const { r1, r2, rl, words } = rouge(['the cat was under the bed'], ['the cat was found under the bed']);
  expect(r1).toBeCloseTo((2 * 6) / (6 + 7), 9);
  expect(r2).toBeCloseTo((2 * 4) / (5 + 6), 9);
  expect(rl).toBeCloseTo((2 * 6) / (6 + 7), 9);
  expect(words).toBe(7);
});

test('stems words longer than three letters, reads letters and digits alone', () => {
  expect(rouge(['Running dogs, 24 of them!'], ['run dog 24 of them']).r1).toBe(1);
  expect(rouge(['his'], ['hi']).r1).toBe(0);
});

test('nothing in common, or nothing at all, is 0', () => {
  expect(rouge(['one'], ['two'])).toMatchObject({ r1: 0, r2: 0, rl: 0 });
  expect(rouge([], [])).toMatchObject({ r1: 0, r2: 0, rl: 0, words: 0 });
});
