import { expect, test } from 'vitest';
import { lineBlocks, readShownText, unwrapLines } from '../../../src/ingest/mail/page-lines.ts';

test('lines are those a reader sees, not those of the source', () => {
  const { text, share } = readShownText('<p>The ferry\r\nwas late.<br>Again.</p>\n<td>Ebb</td>');
  expect(text.split('\n').map((l) => l.replace(/\s+/gu, ' ').trim())).toEqual([
    'The ferry was late.',
    'Again.',
    'Ebb',
  ]);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(1);
});

test('line ends keep their length, and those of preformatted text stay', () => {
  expect(unwrapLines('a\r\nb<pre>c\nd</pre>e\nf')).toBe('a  b<pre>c\nd</pre>e f');
});

test('a page without text', () => expect(readShownText('')).toEqual({ text: '', share: 0 }));

test('lines tile a text', () => {
  expect(lineBlocks('a\nb').map((b) => b.span)).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 3 },
  ]);
});
