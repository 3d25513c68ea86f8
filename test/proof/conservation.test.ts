import { describe, expect, test } from 'vitest';
import { checkBytes, checkClasses, sumClasses } from '../../src/proof/conservation.ts';
import type { ClassedRange, FileReading, RangeClass } from '../../src/types.ts';
import { makeArticle } from '../made-articles.ts';

const { part } = makeArticle({ id: 'ebb', title: { text: '0123456789', ranges: [] } });

function classed(...stretches: [start: number, end: number, kind?: RangeClass][]): ClassedRange[] {
  return stretches.map(([start, end, kind = 'body']) => ({ start, end, class: kind, rule: 'r' }));
}

describe('checkClasses', () => {
  test('classes tile their part', () => {
    expect(checkClasses({ part, classes: classed([0, 4], [4, 10]) })).toBeNull();
    expect(checkClasses({ part: { ...part, text: '' }, classes: [] })).toBeNull();
  });
  const faults: [what: string, classes: ClassedRange[], message: RegExp][] = [
    ['a gap', classed([0, 4], [5, 10]), /class at 5 should begin at 4/u],
    ['a gap at the start', classed([1, 10]), /class at 1 should begin at 0/u],
    ['an overlap', classed([0, 5], [4, 10]), /class at 4 should begin at 5/u],
    ['an empty range', classed([0, 4], [4, 4], [4, 10]), /class at 4/u],
    ['a short end', classed([0, 9]), /9 of 10 units/u],
    ['a long end', classed([0, 11]), /11 of 10 units/u],
    ['nothing', [], /0 of 10 units/u],
  ];
  test.each(faults)('%s is found', (_, classes, message) => {
    expect(checkClasses({ part, classes })).toMatch(message);
  });
});

describe('checkBytes', () => {
  const cases: [size: number, bytes: FileReading['bytes'], message: string | null][] = [
    [10, { parts: 6, markup: 3, unreadable: 1 }, null],
    [10, { parts: 6, markup: 3, unreadable: 0 }, '9 of 10 bytes are accounted for'],
    [10, { parts: 12, markup: 0, unreadable: -2 }, '10 of 10 bytes are accounted for'],
  ];
  test.each(cases)('%i of %j', (size, bytes, message) => {
    expect(checkBytes({ file: 'a', sha256: '', size, bytes })).toBe(message);
  });
});

test('units are summed by class', () => {
  expect(sumClasses(classed([0, 2, 'title'], [2, 3, 'metadata'], [3, 7], [7, 10]))).toEqual({
    title: 2,
    metadata: 1,
    body: 7,
    boilerplate: 0,
    duplicate: 0,
    unreadable: 0,
  });
});
