import { expect, test } from 'vitest';
import { storyAnchor, viewStory, wholeIssue } from '../../src/render/story-view.ts';
import { stringsFor } from '../../src/render/strings.ts';
import { makeIssue, makeStory } from './fixture.ts';

const url = 'https://lantern.example/2026-05/';
const view = (change: Parameters<typeof makeStory>[1], extent = wholeIssue) =>
  viewStory(makeStory('bell', change), makeIssue(), url, stringsFor('en'), extent);

test('an id of any kind makes a plain anchor', () => {
  expect(storyAnchor('the-bell-1')).toBe('story-the-bell-1');
  expect(storyAnchor('窑')).toMatch(/^story-[0-9a-f]{10}$/);
  expect(storyAnchor('a b')).not.toBe(storyAnchor('a c'));
});

test('what is short and has a figure stays on one line', () => {
  expect(view({ dateLabel: '22 September' }).facts).toEqual(['22\u00a0September', '4\u00a0min']);
});

test('another source of a story without address is named with its title', () => {
  const also = { id: 'x', title: 'The bell', source: 'Herald', url: null };
  expect(view({ alsoIn: [also] }).alsoIn).toEqual([
    { source: 'Herald (The bell)', url: null, separator: '' },
  ]);
});

test('links to sentences go where the extent has no room', () => {
  expect(view({}).highlights[0]?.href).toMatch(/#:~:text=/);
  expect(view({}, { ...wholeIssue, marks: false }).highlights[0]?.href).toBeNull();
});
