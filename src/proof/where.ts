/** Where something stands in a document, in words that help to find it. */
import { type Doc, type Element, textIn } from './markup.ts';

/** UTF-16 units: the number of a longer line helps nobody, and a minified mail is a few such lines. */
const longLine = 300;

/** Most of what is shown of words or bytes. */
const shown = 60;

/** `in “A title”, at “some words”` where the line is long, else `line 12, in “A title”`; null: nowhere in the source. */
export function whereIs(doc: Doc, element: Element): string | null {
  const at = element.sourceCodeLocation;
  const title = doc.titles.get(doc.storyOf(element) ?? '');
  const story = title === undefined ? [] : [`in “${shorten(title)}”`];
  if (!at) return story[0] ?? null;
  if (!isLong(doc.source, at.startOffset)) return [`line ${at.startLine}`, ...story].join(', ');
  const words = textIn(element).replace(/\s+/gu, ' ').trim();
  const isShort = words !== '' && words.length <= 2 * shown;
  const place = isShort ? shorten(words) : bytesAt(doc.source, at.startOffset);
  return [...story, `at “${place}”`].join(', ');
}

/** The same of a line and a column, from 1. */
export function whereInSource(source: string, line: number, column: number): string {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = source.indexOf('\n', start) + 1;
  const offset = start + column - 1;
  return isLong(source, offset) ? `at “${bytesAt(source, offset)}”` : `line ${line}`;
}

function isLong(source: string, offset: number): boolean {
  const end = source.indexOf('\n', offset);
  const start = offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
  return (end === -1 ? source.length : end) - start > longLine;
}

function bytesAt(source: string, offset: number): string {
  return shorten(source.slice(offset, offset + 4 * shown).replace(/\s+/gu, ' '));
}

function shorten(words: string): string {
  return words.length > shown ? `${words.slice(0, shown - 1).trimEnd()}…` : words;
}
