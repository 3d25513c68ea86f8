import { describe, expect, test } from 'vitest';
import { judgeSentences, readWords } from '../../../src/summarize/model/reading.ts';
import { setColumns, setFeatures, setRows, subsetsOf } from '../../../src/summarize/model/set-features.ts';
import { loadModel } from '../../../src/summarize/model/weights.ts';
import { harbour, seen } from './fixture.ts';

const model = await loadModel();
const reading = judgeSentences(readWords(harbour, seen, model), model.sentences);

describe('subsets', () => {
  test.each([
    [
      4,
      2,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    ],
    [3, 3, [[0, 1, 2]]],
    [2, 0, [[]]],
    [2, 3, []],
  ])('of %i, %i at a time', (count, size, sets) => expect(subsetsOf(count, size)).toEqual(sets));
});

describe('set features', () => {
  const of = setFeatures(reading);
  test('a set covers no more than its sentences do, and repeats what they share', () => {
    const [a, b, both] = [[0], [1], [0, 1]].map((set) => of(set).own);
    const words = (f: typeof a): number => f?.['wordsUnion'] ?? 0;
    expect(words(both)).toBeLessThan(words(a) + words(b));
    expect(words(both) + (both?.['wordsTwice'] ?? 0)).toBeCloseTo(words(a) + words(b), 9);
  });
  test('an opener that points outside counts unless the one before is there', () => {
    expect(of([0, 3]).own['dangling']).toBe(1);
    expect(of([2, 3]).own['dangling']).toBe(0);
  });
  test('asking again, in another order, changes nothing', () => {
    const before = JSON.stringify(of([1, 2]));
    of([0, 3]);
    expect(JSON.stringify(of([1, 2]))).toBe(before);
  });
  test('a row a set, as wide as there are columns', () => {
    const rows = setRows(reading, [
      [0, 1],
      [1, 2],
    ]);
    expect([rows.count, rows.width]).toEqual([2, setColumns(of([0])).length]);
    expect(setRows(reading, []).count).toBe(0);
  });
});
