import { describe, expect, test } from 'vitest';
import { cellOf } from '../../../src/summarize/model/columns.ts';
import { judgeSentences, readWords } from '../../../src/summarize/model/reading.ts';
import { setRows, subsetsOf } from '../../../src/summarize/model/set-features.ts';
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
  const of = (set: number[]) => {
    const rows = setRows(reading, [set]);
    return (name: string): number => cellOf(rows, 0, rows.names.indexOf(name));
  };
  test('a set covers no more than its sentences do, and repeats what they share', () => {
    const [a, b, both] = [of([0]), of([1]), of([0, 1])];
    expect(both('wordsUnion')).toBeLessThan(a('wordsUnion') + b('wordsUnion'));
    expect(both('wordsUnion') + both('wordsTwice')).toBeCloseTo(a('wordsUnion') + b('wordsUnion'), 9);
  });
  test('margins from the highest down; a single one is all three', () => {
    const [first, second, both] = [of([0])('margins'), of([2])('margins'), of([0, 2])];
    expect([both('margin1'), both('margin2')]).toEqual([first, second].sort((a, b) => b - a));
    expect(both('margin3')).toBe(both('margin2'));
    expect(of([0])('margin3')).toBe(first);
  });
  test('where they lie', () => {
    const set = of([0, 1, 3]);
    expect(['firstAt', 'lastAt', 'hasFirst', 'hasThird', 'adjacent', 'count'].map(set)).toEqual([
      0, 3, 1, 0, 1, 4,
    ]);
  });
  test('an opener that points outside counts unless the one before is there', () => {
    expect(of([0, 3])('dangling')).toBe(1);
    expect(of([2, 3])('dangling')).toBe(0);
  });
  test('what is summed is what the sentences have', () => {
    expect(of([0, 1])('sum of numbers')).toBe(
      (reading.cues.numbers[0] ?? 0) + (reading.cues.numbers[1] ?? 0),
    );
  });
  test('asking of others too, in another order, changes nothing', () => {
    const alone = setRows(reading, [[1, 2]]);
    const among = setRows(reading, [
      [0, 3],
      [1, 2],
    ]);
    expect(among.names.map((_, c) => cellOf(among, 1, c))).toEqual([...alone.values]);
  });
  test('no set, no row', () => expect(setRows(reading, []).count).toBe(0));
});
