import { expect, test } from 'vitest';
import { markMasthead } from '../../../src/ingest/mail/masthead.ts';
import { lineBlocks } from '../../../src/ingest/mail/page-lines.ts';

const rule = '-'.repeat(65);
const asides = (text: string): string[] =>
  markMasthead(text, lineBlocks(text))
    .filter((b) => b.aside)
    .map((b) => text.slice(b.span.start, b.span.end).trim());

test.each(['IN THIS ISSUE', '::: Contents :::', 'In dieser Ausgabe:', 'Sommaire', 'Содержание'])(
  'name and motto above %s are no article',
  (head) => {
    const text = `Ebb Letter\nWhat the tide says\n${rule}\n8 March 2026\n\n${head}\n* THE PIER\n* THE LAMP\n\nTHE PIER\n`;
    expect(asides(text)).toEqual(['Ebb Letter', 'What the tide says', rule, '8 March 2026', head]);
  },
);

test('a text above the contents stays', () => {
  const text = `Ebb Letter\nThe tide came in twice this week, and both times the pier was under water.\nContents\n`;
  expect(asides(text)).toEqual([]);
});

test('without contents there is no masthead', () => {
  expect(asides('Ebb Letter\nWhat the tide says\nThe contents of a boat\n')).toEqual([]);
});
