import type { Article, Metadata, Part, Range } from '../types.ts';
import { citeAuthors, citeField, citeImage } from './fields.ts';

/** A text with ranges, in order, as blank lines: what stands around them is found as if alone, offsets stay. */
export function hideRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(
      text.slice(at, start),
      text.slice(start, end).replace(/[^\r\n]+/gu, (s) => ' '.repeat(s.length)),
    );
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** What only one article can have: said above several, it says nothing. */
const personal: ReadonlySet<string> = new Set([
  ...['title', 'url', 'id'],
  ...['image', 'imageAlt', 'imageCredit', 'imageCaption'],
]);

/**
 * What the editor wrote above a pasted text holds for every article in it, and prevails over what was found there;
 * title, address, id and picture only when the text is a single article.
 */
export function applyStated(part: Part, articles: readonly Article[], metadata: Metadata): Article[] {
  const alone = articles.length === 1;
  const stated = Object.fromEntries(Object.entries(metadata).filter(([key]) => alone || !personal.has(key)));
  const [title, source, licence, section, url] = ['title', 'source', 'licence', 'section', 'url'].map((key) =>
    citeField(part, stated[key]),
  );
  const authors = citeAuthors(part, stated['authors']);
  const image = citeImage(part, stated);
  return articles.map((article) => ({
    ...article,
    metadata: stated,
    ...(title && { title }),
    ...(source && { source }),
    ...(licence && { licence }),
    ...(section && { section }),
    ...(url && { url }),
    ...(image && { image }),
    ...(authors.length > 0 && { authors }),
  }));
}
