import { expect, test } from 'vitest';
import { addAll, isText, wordsOf } from '../../src/segment/drafts.ts';
import type { Labelled } from '../../src/segment/rules/rule.ts';
import { drafts, labelled } from './made.ts';

test('words are those of the text', () => {
  const [draft] = drafts(
    'A bell for the ferry\n\nIt rang at noon.\n\nAdvertisement\n\nIt rang again at three.\n',
  );
  expect(wordsOf(draft)).toBe(9);
  expect(wordsOf(undefined)).toBe(0);
  expect(isText(undefined)).toBe(false);
});

test('very many lines can be added', () => {
  const { lines } = labelled('A bell\n');
  const target: Labelled[] = [];
  addAll(
    target,
    Array.from({ length: 300_000 }, () => lines[0]).flatMap((l) => l ?? []),
  );
  expect(target).toHaveLength(300_000);
});
