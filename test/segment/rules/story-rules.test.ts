import { expect, test } from 'vitest';
import { storyRules } from '../../../src/segment/rules/story-rules.ts';
import { nameRules } from '../cases.ts';

const names = new Set(storyRules.map((r) => r.name));

test.each([
  'The study was published in 1911 and nobody on the quay has read it to this day.',
  'I recommend subscribing to the bell, as the captain likes to say to his guests.',
  'Let us know what the river knows, the poet wrote on the wall of the mill.',
])('prose is left alone: %s', (text) =>
  expect(nameRules(text).filter((n) => names.has(n) && n !== 'text')).toEqual([]),
);
