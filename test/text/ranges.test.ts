import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foldSpace,
  joinRanges,
  lengthOf,
  lineOf,
  mergeTouching,
  overlaps,
  rawText,
  sliceRanges,
  subtractRanges,
  trimRange,
} from '../../src/text/ranges.ts';
import type { Range } from '../../src/types.ts';

const text = 'The ebb  took\n> the buoy.';

/** Ascending ranges within 0 to about 80, touching ones among them. */
const ranges = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })), { maxLength: 8 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]): Range => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
const letters = Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');

test('a join folds white space and inserts nothing', () => {
  expect(
    joinRanges(text, [
      { start: 0, end: 14 },
      { start: 16, end: 25 },
    ]),
  ).toBe('The ebb took the buoy.');
  expect(
    joinRanges(text, [
      { start: 4, end: 7 },
      { start: 20, end: 24 },
    ]),
  ).toBe('ebbbuoy');
  expect(joinRanges(text, [])).toBe('');
  expect(foldSpace('\u00a0 a\t\r\n\u3000b \uFEFF')).toBe('a b');
  expect(foldSpace('e\u200Bb\uFEFFb\u0000 \u202Eand\u0085flood\rtide')).toBe('ebb and flood tide');
});

test('a slice of ranges is the slice of their raw text', () => {
  fc.assert(
    fc.property(ranges, fc.nat(50), fc.nat(50), (all, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      expect(rawText(letters, sliceRanges(all, start, end))).toBe(rawText(letters, all).slice(start, end));
      expect(sliceRanges(all, start, end)).toEqual(mergeTouching(sliceRanges(all, start, end)));
      expect(lengthOf(all)).toBe(rawText(letters, all).length);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('merging keeps the text and leaves no two that touch; its input stays', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const before = structuredClone(all);
      const merged = mergeTouching(all);
      expect(rawText(letters, merged)).toBe(rawText(letters, all));
      expect(merged.every((r, i) => i === 0 || (merged[i - 1]?.end ?? 0) < r.start)).toBe(true);
      expect(all).toEqual(before);
    }),
    { seed: 7 },
  );
});

test('what is subtracted is gone, the rest stays', () => {
  fc.assert(
    fc.property(ranges, ranges, (all, holes) => {
      const isIn = (list: readonly Range[], i: number): boolean =>
        list.some((r) => r.start <= i && i < r.end);
      const rest = subtractRanges(all, holes);
      for (let i = 0; i < 90; i += 1) expect(isIn(rest, i)).toBe(isIn(all, i) && !isIn(holes, i));
    }),
    { seed: 7 },
  );
});

test.each([
  [0, 5, 5, 9, false],
  [0, 6, 5, 9, true],
  [5, 9, 0, 5, false],
  [3, 4, 0, 9, true],
])('%i-%i and %i-%i', (start, end, from, to, shared) => {
  expect(overlaps({ start, end }, { start: from, end: to })).toBe(shared);
});

test('trimRange leaves the words', () => {
  expect(trimRange('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  expect(lengthOf([trimRange(' \n ', { start: 0, end: 3 })])).toBe(0);
});

describe('lineOf', () => {
  test.each([
    [0, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [99, 3],
  ])('offset %i', (offset, line) => expect(lineOf('ab\nc\nd', offset)).toBe(line));
});

test('holes and ranges in any order, overlapping and empty ones among them', () => {
  const any = fc.array(
    fc.tuple(fc.nat(80), fc.nat(9)).map(([start, length]): Range => ({ start, end: start + length })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(any, any, (all, holes) => {
      const isIn = (list: readonly Range[], i: number): boolean =>
        list.some((r) => r.start <= i && i < r.end);
      const rest = subtractRanges(all, holes);
      for (let i = 0; i < 90; i += 1) expect(isIn(rest, i)).toBe(isIn(all, i) && !isIn(holes, i));
    }),
    { seed: 7 },
  );
});

test('a text full of holes is walked through once', () => {
  const holes = Array.from({ length: 300_000 }, (_, i) => ({ start: 2 * i + 1, end: 2 * i + 2 }));
  expect(subtractRanges([{ start: 0, end: 600_000 }], holes)).toHaveLength(300_000);
  const ranges = holes.map(({ start }) => ({ start: start - 1, end: start + 1 }));
  expect(subtractRanges(ranges, holes)).toHaveLength(300_000);
});
