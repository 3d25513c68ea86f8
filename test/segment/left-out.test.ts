import { expect, test } from 'vitest';
import { segmentDump } from '../../src/segment/dump.ts';
import { readingOf } from './cases.ts';

const first = `A lamp for the duck pond at last
By Sam Orrin

The council of Kettlewick voted five to two on Monday for a street lamp at the duck pond, after three people fell in within one month.

The lamp costs 2,150 crowns and burns until eleven at night. Councillor Mabel Rusk voted against it and said the ducks needed their sleep more than the village needed its lamp.

The council will ask the electricity board for a meter, and hopes to see light by December.

Comments (3)
`;

const honey = `The ring took 412 kilograms of honey from sixty hives this year, the best harvest since 1996.

Chair Ida Marl said the warm September let the heather bloom for five weeks. "I ran out of jars," she said.

The honey is sold at the Saturday market for eight crowns a jar.
`;

const told = (text: string) =>
  segmentDump(readingOf(text)).diagnostics.map((d) => [d.code, d.line, d.message]);

test('prose below a title that no article took is told, with its place and length', () => {
  const { diagnostics } = segmentDump(readingOf(`${first}\nHoney harvest is best\nThe Bee Ring\n\n${honey}`));
  expect(diagnostics).toEqual([
    {
      code: 'prose-left-out',
      severity: 'warning',
      message: 'Prose of 264 characters stands in no article and is left out.',
      file: 'dump.txt',
      line: 15,
      hint: 'Give it a file of its own, or put a title and a line "By <name>" or a date above it.',
    },
  ]);
});

test('what the hint says makes it an article', () => {
  expect(
    told(`${first}\nHoney harvest is best\nBy Ida Quill\n\n${honey.replace('.\n\nChair', '. Chair')}`),
  ).toEqual([]);
});

test('subheads do not part a stretch, and two stretches are told as one', () => {
  const parted = honey.replace('\nChair', '\nA good year\n\nChair');
  const message = 'Prose of 264 characters stands in no article and is left out.';
  expect(told(`${first}\nHoney harvest is best\n\n${parted}`)).toEqual([['prose-left-out', 14, message]]);
  const two = `${first}\nHoney harvest is best\n\n${honey}\nReply\n\nHoney market is best\n\n${honey}`;
  const both = 'Prose of 528 characters in 2 places stands in no article and is left out.';
  expect(told(two)).toEqual([['prose-left-out', 14, both]]);
});

test('what readers comment is not told, unless it is long', () => {
  expect(told(`${first}\nTom Reed\n16 October 2026 at 9:20 am\n\n${honey}`)).toEqual([]);
  expect(told(`${first}\nTom Reed\n\n${honey}\n${honey.replaceAll('the', 'our')}`)).toHaveLength(1);
  const answer = `Honey harvest is best\n\nYes, it is.\n\nReply\n\nTom Reed\n\n${honey}`;
  expect(told(`${first}\n${answer}`)).toEqual([]);
});

test('a short teaser, or what ends no sentence, is not told', () => {
  expect(told(`${first}\nHoney harvest is best\n\nThe ring took 412 kilograms. It is glad.\n`)).toEqual([]);
  expect(told(`${first}\nHoney harvest is best\n\n${'The ring took its honey, and '.repeat(10)}\n`)).toEqual(
    [],
  );
});

test('beside the article of a whole page nothing is told', () => {
  const menu = ['Home', 'News', 'Sport', 'Arts', 'Food', 'Shop', 'Jobs', 'Log in', 'Help', 'About'];
  const page = `${menu.map((m) => `* ${m}\n`).join('')}\n${first}\nHoney harvest is best\n\n${honey}`;
  expect(told(page)).toEqual([]);
});
