import type { Element } from './elements.ts';
import { htmlOfMarkup, plainWords, wordsOf, wordsOfHtml } from './words.ts';

/** The children of these names: all of the first name, then of the next. */
export function findAll(element: Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  for (const name of names) for (const child of element.children) if (child.name === name) found.push(child);
  return found;
}

/** The first child of these names that says something. */
export function findFirst(element: Element, ...names: string[]): Element | null {
  const says = (child: Element) => child.source !== null || child.text.trim() !== '';
  return findAll(element, ...names).find(says) ?? null;
}

/** The words of a field, without tags; '' if there is none. */
export function readWords(element: Element | null): string {
  if (!element) return '';
  const { type = '', mode = '' } = element.attributes;
  if (element.source !== null) return wordsOfHtml(htmlOfMarkup(element.source));
  const stated = type.toLowerCase();
  if (stated === 'text' || (stated === 'text/plain' && mode !== 'escaped')) return plainWords(element.text);
  return stated.includes('html') ? wordsOfHtml(element.text) : wordsOf(element.text);
}

/** The address a field states, absolute by the base in force; as written where there is none. */
export function resolveLink(address: string, base: string | null): string | null {
  const written = address.replace(/[\t\n\r]/gu, '').trim();
  if (written === '') return null;
  if (/^[a-z][a-z\d+.-]*:/iu.test(written)) return written;
  return URL.parse(written, base ?? undefined)?.href ?? written;
}

/** The address of an element: its `href`, else its words. */
export function linkOf(element: Element, fallback: string | null): string | null {
  const written = element.attributes['href'] ?? element.attributes['rdf:resource'] ?? element.text;
  return resolveLink(written, element.base ?? fallback);
}

/**
 * The page that a feed or an entry stands for: the words of an RSS link, else an Atom link to a page; Atom's other
 * kinds of link (`rel`) lead elsewhere.
 */
export function findLink(element: Element, base: string | null): string | null {
  const pages = findAll(element, 'link').filter((l) => {
    const { rel = 'alternate', href = l.text } = l.attributes;
    return href.trim() !== '' && rel.toLowerCase().replace(/^.*[#/]/u, '') === 'alternate';
  });
  const page = pages.find((l) =>
    /^(?:|text\/html|application\/xhtml\+xml)$/iu.test(l.attributes['type'] ?? ''),
  );
  const stated = pages.find((l) => l.attributes['href'] === undefined);
  const chosen = stated ?? page ?? pages[0];
  return chosen ? linkOf(chosen, base) : null;
}

/** Licence links first, then words that name one; a plain copyright line is no licence. */
export function findLicence(element: Element, base: string | null): string | null {
  const rel = findAll(element, 'link').find((l) =>
    /(?:^|\s)license(?:$|\s)/iu.test(l.attributes['rel'] ?? ''),
  );
  const linked = rel ?? findAll(element, 'cc:license')[0];
  const address = linked ? linkOf(linked, base) : null;
  if (address) return address;
  const words = findAll(element, 'rights', 'dc:rights', 'copyright', 'dcterms:license').map(readWords);
  return (
    words.find((w) => /creative\s*commons|\bCC[ -](?:BY|0)|\blicen[cs]ed?\b|public domain/iu.test(w)) ?? null
  );
}
