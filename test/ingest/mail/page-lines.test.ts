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

test('a page without text', () => expect(readShownText('')).toEqual({ text: '', share: 0, blocks: [] }));

test('lines tile a text', () => {
  expect(lineBlocks('a\nb').map((b) => b.span)).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 3 },
  ]);
});

const long = 'The ferry to Sandford was late again on Tuesday, and nobody was surprised by it.';

function kinds(html: string): string[] {
  return readShownText(html).blocks.map((b) => `${b.kind}${b.depth ?? ''}${b.aside ? ` ${b.aside}` : ''}`);
}

test.each([
  ['a heading tag', `<h2>Late ferry</h2><p>${long}</p>`, ['heading2', 'line']],
  ['large words above text', `<div style="font-size:20px">Late ferry</div>${long}`, ['heading3', 'line']],
  ['large words above nothing', '<div style="font-size:20px">Late ferry</div>Ebb', ['line', 'line']],
  ['a bold line', `<p><b>The late ferry</b></p><p>${long}</p>`, ['heading', 'line']],
  ['a bold sentence', `<p><b>The ferry was late.</b></p><p>${long}</p>`, ['line', 'line']],
  ['words in bold', `<p><b>The late ferry</b> came</p><p>${long}</p>`, ['line', 'line']],
  ['hidden words', `<p style="display:none">Late</p><p>${long}</p>`, ['line hidden-text', 'line']],
  [
    'the name of the mail',
    `<h1>The courier</h1>${`<h2>Late ferry</h2><p>${long}</p>`.repeat(2)}`,
    ['line masthead', 'heading2', 'line', 'heading2', 'line'],
  ],
  [
    'one title with parts',
    `<h1>The courier</h1><p>${long}</p>${`<h2>Late ferry</h2><p>${long}</p>`.repeat(2)}`,
    ['heading', 'line', 'heading', 'line', 'heading', 'line'],
  ],
])('%s', (_, html, expected) => expect(kinds(html)).toEqual(expected));
