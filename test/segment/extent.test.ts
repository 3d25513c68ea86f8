import { expect, test } from 'vitest';
import { findExtent, weighLine } from '../../src/segment/extent.ts';
import { labelled, prose } from './made.ts';

test('the stretch of highest value', () => {
  expect(findExtent([-3, 5, -2, 6, -9, 4])).toEqual({ from: 1, to: 4 });
  expect(findExtent([-1, -2])).toEqual({ from: 0, to: 0 });
  expect(findExtent([])).toEqual({ from: 0, to: 0 });
});

test('text counts its words, site lines cost', () => {
  const { lines } = labelled(`${prose('bell')}\n\nShare this:\n\nMost read\n\nLeave a Reply\n`);
  const weights = lines.map((l) => weighLine(l, false));
  expect(weights[0]).toBe(24);
  expect(weights.slice(1).every((w) => w < 0)).toBe(true);
  expect(weights[3]).toBeLessThan(weights[1] ?? 0);
});
