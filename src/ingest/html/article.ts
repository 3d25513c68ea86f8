import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomNode, keepPlacesOnRestore } from './document.ts';

/** The element that holds the article of a page, its nodes with their places; null where there is none. */
export function findArticle(document: DomDocument): DomNode | null {
  keepPlacesOnRestore(document.body);
  const reader = new Readability<DomNode>(document as never, {
    serializer: (node) => node as unknown as DomNode,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 125,
  });
  return reader.parse()?.content ?? null;
}
