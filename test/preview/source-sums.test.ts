import { expect, test } from 'vitest';
import { sumByRule, totalOf } from '../../src/preview/source-sums.ts';
import type { ClassedRange } from '../../src/types.ts';

const classes: ClassedRange[] = [
  { start: 0, end: 10, class: 'title', rule: 'title' },
  { start: 10, end: 14, class: 'metadata', rule: 'byline' },
  { start: 14, end: 20, class: 'boilerplate', rule: 'share-bar' },
  { start: 20, end: 70, class: 'body', rule: 'text' },
  { start: 70, end: 90, class: 'boilerplate', rule: 'comment-form' },
  { start: 90, end: 91, class: 'boilerplate', rule: 'share-bar' },
];

test('units by class and rule, the greater rule first; title and metadata are one', () => {
  expect(sumByRule(classes)).toEqual([
    { name: 'body', units: 50, rules: [{ rule: 'text', units: 50 }] },
    {
      name: 'title',
      units: 14,
      rules: [
        { rule: 'title', units: 10 },
        { rule: 'byline', units: 4 },
      ],
    },
    {
      name: 'boilerplate',
      units: 27,
      rules: [
        { rule: 'comment-form', units: 20 },
        { rule: 'share-bar', units: 7 },
      ],
    },
    { name: 'duplicate', units: 0, rules: [] },
    { name: 'unreadable', units: 0, rules: [] },
  ]);
  expect(totalOf(sumByRule(classes))).toBe(91);
});
