import { expect, test } from 'vitest';
import { seamRules } from '../../src/segment/split.ts';
import { drafts, prose } from './made.ts';

const titles = (text: string) => drafts(text).map((d) => d.header.title?.line.text);

test('a byline, a separator or a wider gap makes a heading a title', () => {
  const one = `A bell for the ferry\n\nBy Ann Lee\n\n${prose('ferry')}\n\n${prose('ferry')}`;
  expect(titles(`${one}\n\nOtters in the mill\n\nBy Jo Hill\n\n${prose('otter')}`)).toHaveLength(2);
  expect(titles(`${one}\n\n---\n\nOtters in the mill\n\nBy Jo Hill\n\n${prose('otter')}`)).toHaveLength(2);
});

test('a few words over text on the same thing are a subhead', () => {
  expect(titles(`A bell for the ferry\n\n${prose('ferry')}\n\nThe foundry\n\n${prose('ferry', 26)}`)).toEqual(
    ['A bell for the ferry'],
  );
});

test('`##` below `##` is a title, `###` a subhead', () => {
  const text = `## A bell for the ferry\n\n${prose('ferry')}\n\n### The foundry\n\n${prose('ferry', 26)}\n\n## The otters\n\n${prose('ferry', 28)}`;
  expect(titles(text)).toEqual(['## A bell for the ferry', '## The otters']);
});

test('the parts of a listicle are no articles', () => {
  const text = `Three ways to ring a bell\n\n${prose('ring')}\n\n1. With a rope at dawn\n\n${prose('rope')}\n\n2. With a hammer at noon\n\n${prose('hammer')}`;
  expect(titles(text)).toHaveLength(1);
});

test('every reason has a name', () =>
  expect(new Set(seamRules.map((r) => r.name)).size).toBe(seamRules.length));
