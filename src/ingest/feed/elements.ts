import { decodeStrictly } from '../../text/encodings/legacy.ts';
import { extendScope, nameIn, type Scope } from './namespaces.ts';
import { type Attributes, scanXml } from './xml-tokens.ts';

/**
 * An element of a feed. `name` has the house's prefix; `text` is its own text, decoded; `source` what stands between
 * its tags, if that holds markup; `inner` where that is. `base` and `language` are those in force.
 */
export type Element = {
  name: string;
  attributes: Attributes;
  children: Element[];
  text: string;
  source: string | null;
  start: number;
  inner: { start: number; end: number };
  base: string | null;
  language: string | null;
};

/** Elements outside entries, in one tree, and where the markup first breaks a rule, if it does. */
export type Outline = { root: Element | null; broken: number | null };

type Open = { written: string; scope: Scope; element: Element | null; pieces: string[]; markup: boolean };

/** Elements that may hold markup of a page: what is in them is not a field of the feed. */
const textual = new Set([
  ...['title', 'description', 'summary', 'content', 'content:encoded', 'subtitle', 'tagline', 'info'],
  ...[
    'rights',
    'copyright',
    'dc:title',
    'dc:description',
    'dc:rights',
    'xhtml:body',
    'xhtml:div',
    'body',
    'fullitem',
  ],
  ...['itunes:summary', 'itunes:subtitle', 'media:description', 'media:title'],
]);

/** Elements that hold words alone: another field inside one means that it was not closed. */
const leaves = new Set([
  ...['title', 'link', 'guid', 'id', 'pubdate', 'published', 'updated', 'dc:date'],
  ...['enclosure', 'comments', 'category', 'dc:creator'],
]);

/** Fields that no page has an element for. */
const ownFields = new Set([
  ...['item', 'entry', 'description', 'content:encoded', 'pubdate', 'guid', 'published', 'updated'],
  ...['dc:date', 'dc:creator', 'category', 'author', 'channel'],
]);
const fields = new Set([...ownFields, ...leaves, 'summary', 'content', 'source', 'comments', 'enclosure']);

export function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry';
}

/** Reads a feed leniently; each entry is handed over as soon as it ends, and forgotten. */
export function readElements(source: string, onEntry: (entry: Element) => void): Outline {
  const stack: Open[] = [];
  const counts = new Map<string, number>();
  let root: Element | null = null;
  let broken: number | null = null;
  let entries = 0;

  const pop = (at: number) => {
    const open = stack.pop();
    if (!open) return;
    counts.set(open.written, (counts.get(open.written) ?? 1) - 1);
    if (!open.element) return;
    finish(open, open.element, source, at);
    if (!isEntry(open.element.name)) return;
    entries -= 1;
    if (entries === 0) onEntry(open.element);
  };
  const breakAt = (at: number) => {
    broken ??= at;
  };

  scanXml(source, {
    open: (written, attributes, start, end, empty) => {
      const scope = extendScope(stack.at(-1)?.scope ?? new Map(), attributes);
      const name = nameIn(scope, written);
      const unclosed = findUnclosed(stack, name, entries > 0);
      if (unclosed !== -1) breakAt(start);
      while (unclosed !== -1 && stack.length > unclosed) pop(start);
      const parent = stack.at(-1);
      const inText = parent !== undefined && isText(parent);
      if (parent && inText) parent.markup = true;
      const element = inText ? null : elementOf(name, scope, attributes, parent?.element ?? null, start, end);
      if (element && !parent) root ??= element;
      if (element && isEntry(name)) entries += 1;
      else if (element) parent?.element?.children.push(element);
      stack.push({ written, scope, element, pieces: [], markup: false });
      counts.set(written, (counts.get(written) ?? 0) + 1);
      if (empty) pop(end);
    },
    close: (written, start) => {
      if ((counts.get(written) ?? 0) === 0) {
        const top = stack.at(-1);
        if (!top || !isText(top)) breakAt(start);
        return;
      }
      while (stack.at(-1)?.written !== written) {
        if (stack.at(-1)?.element) breakAt(start);
        pop(start);
      }
      pop(start);
    },
    text: (text) => {
      stack.at(-1)?.pieces.push(text);
    },
  });
  if (stack.some((open) => open.element)) breakAt(source.length);
  while (stack.length > 0) pop(source.length);
  return { root, broken };
}

/** Whether what comes now is text of a field and not an element of the feed. */
function isText(open: Open): boolean {
  return open.element === null || textual.has(open.element.name);
}

/** Place in the stack of the element that must have ended before an element of this name, or -1. */
function findUnclosed(stack: readonly Open[], name: string, inEntry: boolean): number {
  if (!fields.has(name)) return -1;
  const top = stack.length - 1;
  const open = stack[top];
  if (!open) return -1;
  if (open.element && leaves.has(open.element.name)) return inEntry && isEntry(name) ? findEntry(stack) : top;
  if (!ownFields.has(name)) return -1;
  if (inEntry && isEntry(name)) return findEntry(stack);
  return isText(open) ? stack.findLastIndex((o) => o.element && textual.has(o.element.name)) : -1;
}

function findEntry(stack: readonly Open[]): number {
  return stack.findLastIndex((open) => open.element && isEntry(open.element.name));
}

function elementOf(
  name: string,
  scope: Scope,
  written: Attributes,
  parent: Element | null,
  start: number,
  end: number,
): Element {
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(written)) {
    if (!key.startsWith('xmlns'))
      attributes[key.includes(':') ? nameIn(scope, key) : key.toLowerCase()] = value;
  }
  const base = attributes['xml:base'];
  const language = attributes['xml:lang'];
  return {
    name,
    attributes,
    children: [],
    text: '',
    source: null,
    start,
    inner: { start: end, end },
    base: base === undefined ? (parent?.base ?? null) : joinBase(base, parent?.base ?? null),
    language: language || parent?.language || null,
  };
}

/** Atom 0.3 has a mode for it; Atom 1.0 writes so what is of no type of text, unknown bytes among it. */
function isBase64({ mode = '', type = '' }: Attributes): boolean {
  return mode.toLowerCase() === 'base64' || type.toLowerCase() === 'application/octet-stream';
}

/** The text in base64; nothing where it is none. */
function undoBase64(text: string): string {
  return decodeStrictly(Buffer.from(text, 'base64'), 'utf-8') ?? '';
}

function joinBase(address: string, base: string | null): string | null {
  return URL.parse(address.trim(), base ?? undefined)?.href ?? base;
}

function finish(open: Open, element: Element, source: string, at: number): void {
  element.inner.end = Math.max(element.inner.start, at);
  const text = open.pieces.join('');
  element.text = isBase64(element.attributes) ? undoBase64(text) : text;
  if (open.markup) element.source = source.slice(element.inner.start, element.inner.end);
}
