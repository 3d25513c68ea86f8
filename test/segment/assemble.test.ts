import { expect, test } from 'vitest';
import { assemble } from '../../src/segment/assemble.ts';
import { isText } from '../../src/segment/drafts.ts';
import { drafts, labelled, prose } from './made.ts';

test('a headline inside a sentence is lifted out', () => {
  const text = `A bell for the ferry\n\n${prose('ferry').slice(0, -8)}initia-\n\nSport\n\nRowers Take Gold at Kelm\n\ntive of the town. It rang at noon.\n`;
  const { lines, context } = labelled(text);
  const { drafts: made, lifted } = assemble(lines, context);
  expect(made).toHaveLength(1);
  expect(lifted.map((l) => l.line.text)).toEqual(['Rowers Take Gold at Kelm']);
});

test('text between title and byline is the standfirst', () => {
  const [draft] = drafts(
    `A bell for the ferry\n\nNine years of silence are over.\n\nBy Ann Lee\n\n${prose('ferry')}\n`,
  );
  expect(draft?.standfirst.map((l) => l.line.text)).toEqual(['Nine years of silence are over.']);
  expect(draft?.header.bylines).toHaveLength(1);
});

test('comments below a form are no text, until the next title', () => {
  const comment = 'I have been telling you this since the last flood, and nobody ever listens to me.';
  const one = `A bell for the ferry\n\n${prose('ferry', 70)}\n\nLeave a Reply\n\n${comment}\n\n`;
  const two = `Otters in the mill\n\nMay 3, 2024\n\n${prose('otter')}\n`;
  const made = drafts(one + two);
  expect(made.map((d) => d.header.title?.line.text)).toEqual(['A bell for the ferry', 'Otters in the mill']);
  expect(made[0]?.body.filter(isText)).toHaveLength(1);
});

test('three short lines in a row are a list, not subheads', () => {
  const [draft] = drafts(
    `A bell for the ferry\n\n${prose('ferry')}\n\nRopes\nHammers\nClappers\n\n${prose('ferry')}\n`,
  );
  expect([draft?.subheads.size, draft?.items.size]).toEqual([0, 3]);
});
