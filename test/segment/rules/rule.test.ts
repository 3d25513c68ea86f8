import { expect, test } from 'vitest';
import { neighbour, phraseRule } from '../../../src/segment/rules/rule.ts';
import { labelled } from '../made.ts';

test('a phrase rule looks at the words of the line', () => {
  const { lines, context } = labelled('A bell\n\nA boat\n');
  const rule = phraseRule('bell', 'junk', [/bell/u], 20);
  expect(lines.map((l) => rule.test(l.line, context))).toEqual([true, false]);
  expect(rule.class).toBe('boilerplate');
});

test('neighbours', () => {
  const { lines, context } = labelled('A bell\n\nA boat\n');
  const [first] = lines;
  expect(first && neighbour(first.line, context, 1)?.text).toBe('A boat');
  expect(first && neighbour(first.line, context, -1)).toBeUndefined();
});
