import type { Article, Metadata, Part, Range } from '../types.ts';
import { citeAuthors, citeField } from './fields.ts';

/** A text with its front matter as blank lines: what stands below is found as if alone, offsets stay. */
export function hideFrontMatter(text: string, span: Range): string {
  return (
    text.slice(span.start, span.end).replace(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)) +
    text.slice(span.end)
  );
}

/** What only one article can have: said above several, it says nothing. */
const personal: ReadonlySet<string> = new Set(['title', 'url', 'id']);

/**
 * What the editor wrote above a pasted text holds for every article in it, and prevails over what was found there;
 * title, address and id only when the text is a single article.
 */
export function applyStated(part: Part, articles: readonly Article[], metadata: Metadata): Article[] {
  const alone = articles.length === 1;
  const stated = Object.fromEntries(Object.entries(metadata).filter(([key]) => alone || !personal.has(key)));
  const [title, source, licence, section, url] = ['title', 'source', 'licence', 'section', 'url'].map((key) =>
    citeField(part, stated[key]),
  );
  const authors = citeAuthors(part, stated['authors']);
  return articles.map((article) => ({
    ...article,
    metadata: stated,
    ...(title && { title }),
    ...(source && { source }),
    ...(licence && { licence }),
    ...(section && { section }),
    ...(url && { url }),
    ...(authors.length > 0 && { authors }),
  }));
}
