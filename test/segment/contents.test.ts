import { expect, test } from 'vitest';
import { alignEntries, divideByContents, isAnnounced, mostContents } from '../../src/segment/contents.ts';
import { topicStems } from '../../src/segment/words.ts';
import { drafts, labelled } from './made.ts';

const list = '1. A bell for the ferry\n2. Otters in the mill\n3. Bread at midnight\n\n';

test('paragraphs are given to titles in order, by shared words', () => {
  const titles = ['A bell for the ferry', 'Otters in the mill', 'Bread at midnight'].map(
    (t) => new Set(topicStems(t)),
  );
  const paragraphs = [
    'The ferry of Sandford has waited nine years for its bell, and the foundry sent it on Monday at last.',
    'It was rung eleven times, and the captain wept.',
    'Three otters have moved into the wheel room, and the heirs leave the sluice open for all of them now.',
    'Wardens count them at dawn.',
    'The queue outside the bakery at midnight is real, and the bread is gone by three in the morning each day.',
  ];
  expect(alignEntries(paragraphs, titles)).toEqual([0, 2, 4]);
});

test('a heading is announced when words and number agree', () => {
  const { lines } = labelled(`${list}2. The otters of the mill\n\nThree otters live there now.\n`);
  const contents = lines.filter((l) => l.role === 'contents');
  const [heading, other] = [lines.find((l) => l.rule === 'heading'), lines.at(-1)];
  expect(contents).toHaveLength(3);
  expect(heading && isAnnounced(heading, contents)).toBe(true);
  expect(other && isAnnounced(other, contents)).toBe(false);
});

test('a list that is too long for articles divides nothing', () => {
  const text = 'A bell\n\nThe ferry bell was rung.\n\nThe otters came to the mill.\n\nThe bread was gone.\n';
  const { lines } = labelled(list);
  const many = Array.from({ length: mostContents + 1 }, () => lines[0]).flatMap((l) => l ?? []);
  expect(divideByContents(drafts(text), many)).toHaveLength(1);
});
