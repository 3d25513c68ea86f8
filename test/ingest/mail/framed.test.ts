import { expect, test } from 'vitest';
import { markFramed } from '../../../src/ingest/mail/framed.ts';
import { lineBlocks } from '../../../src/ingest/mail/page-lines.ts';

const row = '='.repeat(40);
const heads = (text: string): string[] =>
  markFramed(text, lineBlocks(text))
    .filter((b) => b.kind === 'heading')
    .map((b) => text.slice(b.span.start, b.span.end).trim());

test('lines between two rows are headings where there are several', () => {
  const pier = `${row}\nTHE PIER\n${row}\nThe pier stands.\n`;
  expect(heads(`${pier}${row}\nTHE LAMP\n${row}\nThe lamp burns.\n${row}\nSTAFF\n${row}\n`)).toEqual([
    'THE PIER',
    'THE LAMP',
  ]);
  expect(heads(pier)).toEqual([]);
});

test('texts and pairs of lines between rows are none', () => {
  const ad = `${row}\nThe harbour has lamps.\nBuy a lamp.\n${row}\n`;
  expect(heads(`${ad}${row}\n${'The pier stands. '.repeat(9)}\n${row}\n8\n${row}\n`)).toEqual([]);
});
