import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/ingest/html/blocks.ts';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { open } from './pages.ts';

const cases: [html: string, blocks: string[]][] = [
  ['<p>A <b>be</b>ll &amp; rope</p>', ['paragraph: A bell & rope']],
  ['<div>One<p>two</p>three</div>', ['paragraph: One', 'paragraph: two', 'paragraph: three']],
  ['<div>One<br> <br>two</div>', ['paragraph: One', 'paragraph: two']],
  ['<h2>Rope<a href="#rope">¶</a></h2>', ['heading: Rope']],
  ['<h2>Rope</h2><ol><li>It<br>held</ol>', ['heading: Rope', 'item: It held']],
  ['<blockquote>Ring!</blockquote><pre>x = 1</pre>', ['quote: Ring!', 'code: x = 1']],
  ['<table><tr><td>1<td>2<tr><td>3<td>4</table>', ['table: 1', 'table: 2', 'table: 3', 'table: 4']],
  ['<table role=presentation><tr><td><p>Text</table>', ['paragraph: Text']],
  ['<p class="photo-credit">B. Lens</p>', ['image: B. Lens']],
  ['<p> </p><div></div>', []],
];
test.each(cases)('%s', (html, blocks) => {
  const { tree, page } = open(html);
  const found = blocksOf(makeDocument(tree, page.places).body, page.text);
  expect(found.map((b) => `${b.kind}: ${joinRanges(page.text, b.ranges)}`)).toEqual(blocks);
});

test('a gap that holds words bars the sentence around it', () => {
  const { tree, page } = open('<p>The bell <i>never</i> rang.</p>');
  const document = makeDocument(tree, page.places);
  const p = document.body.firstChild;
  const word = p?.firstChild?.nextSibling;
  if (p && word) p.removeChild(word);
  expect(blocksOf(document.body, page.text)[0]?.unaligned).toEqual([{ start: 8, end: 15 }]);
});

test('link text is counted', () => {
  const { tree, page } = open('<p>See <a href=x>the <b>bell</b></a></p>');
  expect(blocksOf(makeDocument(tree, page.places).body, page.text)[0]?.linked).toBe(7);
});
