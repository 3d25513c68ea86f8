import { expect, test } from 'vitest';
import { shapeRules } from '../../../src/segment/rules/shape-rules.ts';
import { nameRules } from '../cases.ts';

const names = new Set(shapeRules.map((r) => r.name));

test('names are unlike', () => expect(names.size).toBe(shapeRules.length));

test.each([
  'By 2042 the bell will have rung a million times.',
  'On 3 May 2024 the bell was rung by a child.',
])('prose is left alone: %s', (text) =>
  expect(nameRules(text).filter((n) => names.has(n) && n !== 'text')).toEqual([]),
);
