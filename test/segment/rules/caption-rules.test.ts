import { expect, test } from 'vitest';
import { captionRules } from '../../../src/segment/rules/caption-rules.ts';
import { nameRules } from '../cases.ts';

const names = new Set(captionRules.map((r) => r.name));

test('names are unlike', () => expect(names.size).toBe(captionRules.length));

test.each([
  'The paper said that the photo was an image of the boat.',
  'She posted photos of their kisses.',
  'The bell rang at noon, said the agency.',
])('prose is left alone: %s', (text) =>
  expect(nameRules(text).filter((n) => names.has(n) && n !== 'text')).toEqual([]),
);
