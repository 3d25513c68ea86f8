import type { Element } from './elements.ts';
import type { FeedContent } from './entry.ts';
import { findAll } from './fields.ts';
import { htmlOfMarkup, looksLikeHtml } from './words.ts';

/** Fields that may be the text of an entry, best first; of those marked, Atom says that they are summaries. */
const order: { name: string; summary: boolean }[] = [
  { name: 'content:encoded', summary: false },
  { name: 'content', summary: false },
  { name: 'fullitem', summary: false },
  { name: 'xhtml:body', summary: false },
  { name: 'body', summary: false },
  { name: 'xhtml:div', summary: false },
  { name: 'description', summary: false },
  { name: 'summary', summary: true },
  { name: 'dc:description', summary: false },
  { name: 'itunes:summary', summary: true },
  { name: 'media:description', summary: true },
];

export const contentNames: readonly string[] = order.map(({ name }) => name);

/** The fields of an entry that hold text, best first. */
export function findContents(entry: Element, source: string): FeedContent[] {
  const media = findAll(entry, 'media:group', 'media:content');
  return order.flatMap(({ name, summary }) => {
    const own = findAll(entry, name);
    const found = own.length === 0 ? media.flatMap((m) => findAll(m, name)) : own;
    return found.flatMap((element) => {
      const content = readContent(element, source, summary);
      return content ? [content] : [];
    });
  });
}

function readContent(element: Element, file: string, summary: boolean): FeedContent | null {
  const field = element.name;
  const raw = file.slice(element.inner.start, element.inner.end);
  const type = (element.attributes['type'] ?? '').toLowerCase().trim();
  if (element.attributes['src'] !== undefined || !isReadable(type)) return null;
  if (element.source !== null)
    return { field, type: 'html', source: htmlOfMarkup(element.source), raw, summary };
  const { text } = element;
  if (text.trim() === '') return null;
  return { field, type: isHtml(type, text) ? 'html' : 'text', source: text, raw, summary };
}

/** Pictures, sounds and data are no text. */
function isReadable(type: string): boolean {
  return /^(?:|x?html|text|text\/.*|application\/(?:octet-stream|xhtml|xml).*|.*\+xml|escaped|plain)$/u.test(
    type,
  );
}

/** Atom states its types; RSS does not, and where one says "text" and writes tags, it is not believed. */
function isHtml(type: string, text: string): boolean {
  if (type.includes('html')) return true;
  if (type === 'text') return false;
  return looksLikeHtml(text);
}
