import { expect, test } from 'vitest';
import { giveLiftedTitles } from '../../src/segment/lifted.ts';
import { drafts, labelled, prose } from './made.ts';

test('a lifted headline goes to the article that has a byline and no real title', () => {
  const made = drafts(
    `A bell for the ferry\n\nBy Ann Lee\n\n${prose('ferry')}\n\n---\n\nHi! Tech\n\nBy Jo Hill\n\n${prose('taxi')}\n`,
  );
  const headline = labelled('Air Taxi Unveiled').lines;
  const given = giveLiftedTitles(made, headline);
  expect(given.map((d) => d.header.title?.line.text)).toEqual(['A bell for the ferry', 'Air Taxi Unveiled']);
  expect(given[1]?.header.sections.map((l) => l.line.text)).toContain('Hi! Tech');
});
