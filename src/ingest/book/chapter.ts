import { lengthOf } from '../../text/ranges.ts';
import type { Block } from '../../types.ts';
import { htmlOfMarkup } from '../feed/words.ts';
import { blocksOf } from '../html/blocks.ts';
import { makeDocument } from '../html/document.ts';
import { readText } from '../html/page-text.ts';
import { attributeOf, elementsIn, parsePage, type TreeElement, textIn } from '../html/tree.ts';

/** The text of a file of a book. `types`: what it says of itself; `share`: how much of its source is text. */
export type Chapter = { text: string; blocks: Block[]; types: string[]; title: string; share: number };

/** A mark that leads to a note, as the page shows it amid the words. */
const noteMark =
  /<a\b[^<>]{0,2000}\b(?:epub:type|role)\s*=\s*["'](?:doc-)?noteref["'][^<>]{0,2000}>(?:<(?:sup|span|small)\b[^<>]{0,200}>){0,3}[^<]{0,12}(?:<\/(?:sup|span|small)>){0,3}<\/a\s*>/giu;
const notes = new Set([
  'footnote',
  'footnotes',
  'endnote',
  'endnotes',
  'rearnote',
  'rearnotes',
  'note',
  'pagebreak',
  'toc',
]);

/** Reads a page of a book: all that it shows is its text, notes stand beside it, marks that lead to them are markup. */
export function readChapter(source: string): Chapter {
  const html = htmlOfMarkup(withoutProlog(source).replace(noteMark, ''));
  const tree = parsePage(html);
  const page = readText(tree);
  const elements = elementsIn(tree);
  const title = elements.find((e) => e.tagName === 'title');
  const types = elements.filter((e) => e.tagName === 'body' || isOuter(e)).flatMap(typesOf);
  for (const element of elements.filter((e) => typesOf(e).some((t) => notes.has(t)))) element.childNodes = [];
  const blocks = blocksOf(makeDocument(tree, page.places).body, page.text);
  return {
    text: page.text,
    blocks: blocks.map(({ linked: _, ...block }) => block),
    types,
    title: title ? textIn({ ...title, tagName: 'span' } as TreeElement) : '',
    share: Math.min(1, lengthOf(page.sources) / Math.max(1, source.length)),
  };
}

/** The declarations of XML are none of HTML. */
function withoutProlog(source: string): string {
  return source.replace(/^[\s\uFEFF]*<\?xml[^<>]*\?>/u, '');
}

/** The element that holds all of a page. */
function isOuter({ parentNode }: TreeElement): boolean {
  if (!parentNode || !('childNodes' in parentNode)) return false;
  const siblings = parentNode.childNodes.filter((n) => 'tagName' in n);
  return siblings.length === 1 && 'tagName' in parentNode && parentNode.tagName !== 'html';
}

function typesOf(element: TreeElement): string[] {
  const said = `${attributeOf(element, 'epub:type') ?? ''} ${(attributeOf(element, 'role') ?? '').replace(/^doc-/u, '')}`;
  return said.split(/\s+/u).filter((type) => type !== '');
}
