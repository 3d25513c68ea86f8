import { describe, expect, test } from 'vitest';
import { createApart, keepKnown, pairSplits, uniteMerges } from '../../src/group/editor-rules.ts';

describe('splits', () => {
  test('part every two of a list, in both directions', () => {
    const apart = createApart(pairSplits([['a', 'b', 'c'], ['x']]));
    expect([apart('a', 'b'), apart('c', 'a'), apart('b', 'c'), apart('a', 'x')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('merges', () => {
  test('that overlap become one', () => {
    const { together, contradictions } = uniteMerges([['a', 'b'], ['c', 'd'], ['b', 'c'], []], () => false);
    expect(together.map((set) => set.toSorted())).toEqual([['a', 'b', 'c', 'd']]);
    expect(contradictions).toEqual([]);
  });
  test('give way to splits, through others too', () => {
    const apart = createApart([['a', 'c']]);
    const { together, contradictions } = uniteMerges(
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      apart,
    );
    expect(together).toEqual([['a', 'b']]);
    expect(contradictions).toEqual([['b', 'c']]);
  });
  test('of an id with itself are none', () => {
    expect(uniteMerges([['a', 'a']], () => false)).toEqual({ together: [], contradictions: [] });
  });
});

test('ids that do not exist are taken out', () => {
  const ids = new Set(['a', 'b']);
  expect(keepKnown([['a', 'ghost', 'b', 'a']], ids)).toEqual([['a', 'b']]);
});
