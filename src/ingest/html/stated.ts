import { trimRange } from '../../text/ranges.ts';
import type { Range } from '../../types.ts';
import type { PageText } from './page-text.ts';
import { attributeOf, isElement, isText, type TreeElement, type TreeNode, textIn, walk } from './tree.ts';

/** Words that a page states, with their place where it shows them. */
export type Stated = { value: string; range: Range | null };

/** What the head of a page states in `meta`, by lower-case name, in order. */
export type MetaTable = ReadonlyMap<string, string[]>;

export function readMetaTable(elements: readonly TreeElement[]): MetaTable {
  const table = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const content = attributeOf(element, 'content')?.replace(/\s+/gu, ' ').trim();
    if (!content) continue;
    for (const name of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = attributeOf(element, name)?.toLowerCase();
      if (key) table.set(key, [...(table.get(key) ?? []), content]);
    }
  }
  return table;
}

/** All that `meta` states under these names, best name first. */
export function metaValues(table: MetaTable, names: readonly string[]): Stated[] {
  return names.flatMap((name) => (table.get(name) ?? []).map((value) => ({ value, range: null })));
}

/** The text that an element shows, with its place. */
export function shownBy(element: TreeElement, page: PageText): Stated {
  let [start, end] = [-1, -1];
  walk(element, (node) => {
    const place = isText(node) ? page.places.get(node) : undefined;
    if (place && page.text.slice(place.start, place.end).trim() !== '') {
      if (start === -1) start = place.start;
      end = place.end;
    }
    return true;
  });
  const range = start === -1 ? null : trimRange(page.text, { start, end });
  return { value: textIn(element), range };
}

/** Microdata: what the attribute states, else what the element shows. */
export function propertyOf(element: TreeElement, page: PageText): Stated {
  const value = attributeOf(element, 'content') ?? attributeOf(element, 'datetime');
  return value?.trim() ? { value: value.trim(), range: null } : shownBy(element, page);
}

/** Elements with a microdata property. */
export function withProperty(elements: readonly TreeElement[], name: string): TreeElement[] {
  return elements.filter((e) => (attributeOf(e, 'itemprop') ?? '').split(/\s+/u).includes(name));
}

/** Elements whose class or id says what they are. */
export function withClass(elements: readonly TreeElement[], pattern: RegExp): TreeElement[] {
  return elements.filter((e) =>
    pattern.test(`${attributeOf(e, 'class') ?? ''} ${attributeOf(e, 'id') ?? ''}`),
  );
}

/** Elements below others of the list are left out. */
export function isBelow(element: TreeElement, outer: TreeElement): boolean {
  for (let node = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null)
    if (isElement(node) && node === outer) return true;
  return false;
}

/** Elements outside comments and lists of other articles, whose authors and dates are other people's. */
export function withoutOthers(elements: readonly TreeElement[]): TreeElement[] {
  const outer = new Set(
    withClass(elements, /\b(?:comments?|respond|disqus|related|recommended|teasers?)\b/iu),
  );
  const inside = new Set<TreeNode>();
  return elements.filter((element) => {
    const own = outer.has(element) && element.tagName !== 'body' && element.tagName !== 'html';
    const apart = own || (element.parentNode !== null && inside.has(element.parentNode));
    if (apart) inside.add(element);
    return !apart;
  });
}

/** Statements by their distance from the title, those below it before those above; the rest last. */
export function nearFirst(stated: readonly Stated[], title: Range | null): Stated[] {
  if (!title) return [...stated];
  const distance = ({ range }: Stated): number => {
    if (!range) return Number.MAX_SAFE_INTEGER;
    return range.start >= title.end ? range.start - title.end : 4 * (title.start - range.end);
  };
  return [...stated].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)));
}
