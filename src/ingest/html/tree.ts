import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { limitDepth } from './depth.ts';

export type Tree = DefaultTreeAdapterTypes.Document;
export type TreeNode = DefaultTreeAdapterTypes.Node;
export type TreeElement = DefaultTreeAdapterTypes.Element;
export type TreeText = DefaultTreeAdapterTypes.TextNode;

/** The tree of a page, no matter how broken: scripts are not run, nothing is fetched. */
export function parsePage(source: string): Tree {
  return parse(limitDepth(source), { sourceCodeLocationInfo: true });
}

export function isElement(node: TreeNode): node is TreeElement {
  return 'tagName' in node;
}

export function isText(node: TreeNode): node is TreeText {
  return node.nodeName === '#text';
}

export function childrenOf(node: TreeNode): TreeNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attributeOf(element: TreeElement, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value;
}

/** Visits a node and all below it in document order without recursion; `enter` says whether to go below. */
export function walk(
  root: TreeNode,
  enter: (node: TreeNode) => boolean,
  leave: (node: TreeNode) => void = () => {},
): void {
  const open: { node: TreeNode; next: number }[] = enter(root) ? [{ node: root, next: 0 }] : [];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next];
    top.next += 1;
    if (!child) {
      leave(top.node);
      open.pop();
    } else if (enter(child)) open.push({ node: child, next: 0 });
  }
}

/** All elements below a node, in document order. */
export function elementsIn(root: TreeNode): TreeElement[] {
  const found: TreeElement[] = [];
  walk(root, (node) => {
    if (isElement(node)) found.push(node);
    return true;
  });
  return found;
}

/** The text below a node, white space folded. */
export function textIn(root: TreeNode): string {
  const texts: string[] = [];
  walk(root, (node) => {
    if (isText(node)) texts.push(node.value);
    return !isElement(node) || !unseen.has(node.tagName);
  });
  return texts.join('').replace(/\s+/gu, ' ').trim();
}

/** Elements whose text no reader of the page sees. */
export const unseen: ReadonlySet<string> = new Set(
  'head script style noscript template svg iframe noframes noembed object audio video canvas title'.split(
    ' ',
  ),
);

const blockNames = `address article aside blockquote body button caption center dd details dialog dir div dl dt
 fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
 optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul`;

/** Elements that begin and end a line. */
export const blockElements: ReadonlySet<string> = new Set(blockNames.split(/\s+/u));
