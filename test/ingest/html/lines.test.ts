import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/ingest/html/blocks.ts';
import { makeDocument } from '../../../src/ingest/html/document.ts';
import {
  densestRun,
  isLinked,
  isProse,
  type Line,
  proseIn,
  toLines,
} from '../../../src/ingest/html/lines.ts';
import { open, prose } from './pages.ts';

function linesOf(html: string): Line[] {
  const { tree, page } = open(html);
  return toLines(blocksOf(makeDocument(tree, page.places).body, page.text), page.text);
}

test('prose is long and not mostly links, in signs that say more also when shorter', () => {
  const wide = '渡船离开了码头，两位面包师在海湾再次起雾之前数完了九个面包，并把数字写在纸上。';
  const lines = linesOf(`<p>${prose(1)}</p><p>Short.</p><p><a href=x>${prose(2)}</a></p><p>${wide}</p>`);
  expect(lines.map(isProse)).toEqual([true, false, false, true]);
  expect(lines.map(isLinked)).toEqual([false, false, true, false]);
  expect(proseIn(lines)).toBe(prose(1).length + wide.length);
});

test('the densest run has the paragraphs that stand together', () => {
  const menu = '<p><a href=x>A link to a page about ferries</a></p>'.repeat(9);
  const lines = linesOf(`<p>${prose(1)}</p>${menu}<p>${prose(2)}</p><h2>More</h2><p>${prose(3)}</p>${menu}`);
  expect(densestRun(lines).map((l) => l.text)).toEqual([prose(2), 'More', prose(3)]);
  expect(densestRun(linesOf(menu))).toEqual([]);
});
