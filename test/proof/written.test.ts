import { expect, test } from 'vitest';
import { openDoc } from '../../src/proof/markup.ts';
import { piecesOf } from '../../src/proof/written.ts';

test('words of a block are one piece, values and comments each one', () => {
  const doc = openDoc(
    '<p class="x">a <b>b</b>&amp;c</p><div>d<p>e</p></div><!--f--><script type="application/ld+json">{"\\u003cg"}</script>',
    null,
  );
  const pieces = piecesOf(doc).filter(({ text }) => text !== '');
  expect(pieces.map(({ text, where }) => [where, text])).toEqual([
    ['<p>', 'a b&c'],
    ['<div>', 'd'],
    ['<p>', 'e'],
    ['<script>', '{"<g"}'],
    ['class', 'x'],
    ['type', 'application/ld+json'],
    ['a comment', 'f'],
  ]);
});
