import { describe, expect, test } from 'vitest';
import {
  chooseTitle,
  depthOf,
  hasOwnMeta,
  isMeta,
  readHeader,
  scoreTitle,
} from '../../src/segment/header.ts';
import { labelled } from './made.ts';

const body = 'The bell of the ferry was rung at noon by a child, and the whole quay stood still for it.';

function header(head: string) {
  const { lines, context } = labelled(`${head}\n\n${body}\n`);
  return readHeader(lines.slice(0, -1), lines.slice(-1), context);
}

describe('titles', () => {
  test.each([
    ['Opinion\n\nA bell for the ferry\n\nBy Ann Lee', 'A bell for the ferry'],
    ['A bell for the ferry\n\nVoice of the Quay\n\nBy Ann Lee', 'A bell for the ferry'],
    ['HOW WE MADE A DIFFERENCE THIS MONTH\n“QUIET CHAOS”', '“QUIET CHAOS”'],
    [
      'A bell rings for the child at noon\nhttps://quay.example/bell\n\nWhy nobody spoke all day long',
      'Why nobody spoke all day long',
    ],
    ['The Slow River\n\nWhy the bell rings\n\nMay 3, 2024', 'Why the bell rings'],
  ])('%j', (head, title) => expect(header(head).title?.line.text).toBe(title));
});

test('what is not the title is label, deck or meta', () => {
  const read = header(
    'Local\n\nA bell for the old ferry\n\nNine years of silence end with a ring at noon\n\nBy Ann Lee\n\n3 May 2024',
  );
  expect(read.sections.map((l) => l.line.text)).toEqual(['Local']);
  expect(read.decks.map((l) => l.line.text)).toEqual(['Nine years of silence end with a ring at noon']);
  expect([read.bylines.length, read.dates.length]).toEqual([1, 1]);
  expect(hasOwnMeta(read)).toBe(true);
});

test('a date above the title is not its own', () =>
  expect(hasOwnMeta(header('3 May 2024\n\nA bell for the ferry'))).toBe(false));

test('scores and depths', () => {
  const { lines, context } = labelled(`A bell for the ferry\n\n## Bells\n\n${body}`);
  const topic = new Set(lines.at(-1)?.line.topic());
  expect(chooseTitle(lines, topic, context)).toBe(0);
  expect(scoreTitle(lines, 0, topic, context)).toBeGreaterThan(scoreTitle(lines, 1, topic, context));
  expect(depthOf(lines[1] ?? null)).toBe(2);
  expect(lines.some(isMeta)).toBe(false);
});
