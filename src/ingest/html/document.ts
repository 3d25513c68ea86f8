import { parseHTML } from 'linkedom';
import type { Range } from '../../types.ts';
import { childrenOf, isElement, isText, type Tree, type TreeElement, type TreeNode, unseen } from './tree.ts';

/** What we use of a DOM; linkedom's own types want the browser's. */
export type DomNode = {
  nodeType: number;
  localName?: string;
  parentNode: DomNode | null;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  textContent: string;
  appendChild: (child: DomNode) => DomNode;
  removeChild: (child: DomNode) => DomNode;
  getAttribute: (name: string) => string | null;
  setAttribute: (name: string, value: string) => void;
  cloneNode: (deep: boolean) => DomNode;
  place?: Range | undefined;
};

export type DomDocument = {
  documentElement: DomNode;
  head: DomNode;
  body: DomNode;
  createElement: (name: string) => DomNode;
  createTextNode: (text: string) => DomNode;
};

/** Attributes that say what an element is for; the rest only cost memory. */
const kept: ReadonlySet<string> = new Set(
  'class id role rel itemprop itemtype href src alt style hidden aria-hidden aria-modal lang dir data-testid'.split(
    ' ',
  ),
);

const omitted: ReadonlySet<string> = new Set([...unseen].filter((name) => name !== 'head'));

/** The page as a document for Readability; each text node and line break carries its place in the part's text. */
export function makeDocument(tree: Tree, places: ReadonlyMap<TreeNode, Range>): DomDocument {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>') as unknown as {
    document: DomDocument;
  };
  const root = childrenOf(tree).filter(isElement)[0];
  if (!root) return document;
  copyAttributes(root, document.documentElement);
  for (const child of childrenOf(root).filter(isElement)) {
    if (child.tagName === 'head') copyTitle(child, document);
    else fill(child, document.body, document, places);
  }
  return document;
}

function copyTitle(head: TreeElement, document: DomDocument): void {
  const title = childrenOf(head)
    .filter(isElement)
    .find((e) => e.tagName === 'title');
  if (!title) return;
  const element = document.head.appendChild(document.createElement('title'));
  element.textContent = childrenOf(title)
    .filter(isText)
    .map((t) => t.value)
    .join('');
}

function fill(
  from: TreeElement,
  to: DomNode,
  document: DomDocument,
  places: ReadonlyMap<TreeNode, Range>,
): void {
  copyAttributes(from, to);
  const todo: { from: TreeElement; to: DomNode }[] = [{ from, to }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const child of childrenOf(next.from)) {
      if (isText(child)) {
        const text = next.to.appendChild(document.createTextNode(child.value));
        text.place = places.get(child);
      } else if (isElement(child) && !omitted.has(child.tagName)) {
        const element = document.createElement(nameFor(child.tagName));
        copyAttributes(child, element);
        element.place = places.get(child);
        todo.push({ from: child, to: next.to.appendChild(element) });
      }
    }
  }
}

/** Names that no document takes stand for nothing we know. */
function nameFor(tagName: string): string {
  return /^[a-z][a-z0-9-]*$/u.test(tagName) ? tagName : 'span';
}

function copyAttributes(from: TreeElement, to: DomNode): void {
  for (const { name, value } of from.attrs) if (kept.has(name)) to.setAttribute(name, value);
}

/**
 * Readability tries again with the page as it was, by writing `innerHTML` back: here that puts back a copy whose
 * text nodes still carry their places.
 */
export function keepPlacesOnRestore(body: DomNode): void {
  let saved: DomNode | null = null;
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      saved = copyWithPlaces(body);
      return '';
    },
    set: () => {
      while (body.firstChild) body.removeChild(body.firstChild);
      if (!saved) return;
      const copy = copyWithPlaces(saved);
      while (copy.firstChild) body.appendChild(copy.firstChild);
    },
  });
}

function copyWithPlaces(node: DomNode): DomNode {
  const copy = node.cloneNode(true);
  const pairs: [DomNode, DomNode][] = [[node, copy]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [original, twin] = pair;
    twin.place = original.place;
    let [a, b] = [original.firstChild, twin.firstChild];
    for (; a && b; a = a.nextSibling, b = b.nextSibling) pairs.push([a, b]);
  }
  return copy;
}

export function domChildren(node: DomNode): DomNode[] {
  const children: DomNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
