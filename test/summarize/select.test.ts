import { describe, expect, test } from 'vitest';
import { candidatesOf, type Judgement, type Run, selectRuns } from '../../src/summarize/select.ts';

const worth = [5, 1, 4, 3, 2.5];
const judgement: Judgement = {
  stands: () => true,
  margins: worth,
  valuesOf: (sets) => sets.map((set) => set.reduce((sum, i) => sum + (worth[i] ?? 0), 0)),
  alike: () => false,
  wordsOf: (run) => 10 * (run.last - run.first + 1),
};
const all = [0, 1, 2, 3, 4];
const alone = (i: number): Run => ({ first: i, last: i });

describe('candidates', () => {
  const many = Array.from({ length: 40 }, (_, i) => i);
  test('the best six, and the first three', () => {
    expect(candidatesOf(many, () => true, 0)).toEqual([0, 1, 2, 34, 35, 36, 37, 38, 39]);
  });
  test('only what can be read', () => {
    expect(candidatesOf(many, ({ first }) => first % 2 === 0, 0)).toEqual([0, 2, 4, 28, 30, 32, 34, 36, 38]);
  });
  test('one of the best that needs the one before it brings it along', () => {
    const stands = ({ first, last }: Run): boolean => first !== last || first !== 39;
    expect(candidatesOf(many, stands, 1)).toContain(39);
    expect(candidatesOf(many, stands, 0)).not.toContain(39);
  });
});

describe('selection', () => {
  const limits = { limit: 3, words: 100, lone: true };
  test('the set of highest value, in reading order', () => {
    expect(selectRuns(all, limits, judgement)).toEqual({ runs: [0, 2, 3].map(alone), weighed: 10 });
  });
  test('words are a bound, but one highlight may be longer', () => {
    expect(selectRuns(all, { ...limits, words: 20 }, judgement).runs).toEqual([0, 2].map(alone));
    expect(selectRuns(all, { ...limits, words: 5 }, judgement).runs).toEqual([alone(0)]);
    expect(selectRuns(all, { ...limits, words: 5, lone: false }, judgement).runs).toEqual([]);
  });
  test('two that need each other are no single sentence', () => {
    const stands = ({ first, last }: Run): boolean => first !== last || first !== 1;
    const tight = { ...limits, words: 15 };
    expect(selectRuns([0, 1], tight, { ...judgement, stands }).runs).toEqual([alone(0)]);
  });
  test('the best is not given up for two short ones', () => {
    const wordsOf = ({ first }: Run): number => (first === 0 ? 18 : 8);
    const tight = { ...limits, words: 20 };
    expect(selectRuns(all, tight, { ...judgement, wordsOf }).runs).toEqual([alone(0)]);
  });
  test('two that say the same are not both taken', () => {
    const alike = (a: Run, b: Run): boolean =>
      Math.min(a.first, b.first) === 0 && Math.max(a.first, b.first) === 2;
    expect(selectRuns(all, limits, { ...judgement, alike }).runs).toEqual([0, 3, 4].map(alone));
  });
  test('one that cannot be read alone is told with the one before it', () => {
    const stands = ({ first }: Run): boolean => first !== 2;
    const { runs } = selectRuns(all, limits, { ...judgement, stands });
    expect(runs).toEqual([alone(0), alone(3), alone(4)]);
    expect(selectRuns([0, 1, 2], limits, { ...judgement, stands }).runs).toEqual([
      alone(0),
      { first: 1, last: 2 },
    ]);
  });
  test('one that opens what the next closes too', () => {
    const stands = ({ first, last }: Run): boolean => first !== last || first > 1;
    expect(selectRuns([0, 1], limits, { ...judgement, stands }).runs).toEqual([{ first: 0, last: 1 }]);
  });
  test('never three in one', () => {
    const stands = ({ first, last }: Run): boolean => first !== last || first === 0;
    expect(selectRuns([0, 1, 2], limits, { ...judgement, stands }).runs).toEqual([{ first: 0, last: 1 }]);
  });
  test('nothing when nothing can be read', () => {
    expect(selectRuns(all, limits, { ...judgement, stands: () => false })).toEqual({ runs: [], weighed: 0 });
    expect(selectRuns([], limits, judgement).runs).toEqual([]);
  });
});
