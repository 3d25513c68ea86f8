import { type DomNode, domChildren } from './document.ts';
import { linkedLength } from './furniture.ts';

/** Classes and ids by which publishing systems mark the text of an article. */
const bodyName =
  /^(?:[a-z0-9]+[-_]+)*(?:(?:article|entry|post|story|news|blog|single)[-_]*(?:body|content|text|copy)|field-name-body|body-?text|text-?body)$/iu;

/** The element that a page marks as the text of its article: by microdata first, else by name; the longest such. */
export function findMarked(body: DomNode): DomNode | null {
  const [stated, named]: [DomNode[], DomNode[]] = [[], []];
  const todo = domChildren(body);
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.nodeType !== 1) continue;
    if ((node.getAttribute('itemprop') ?? '').split(/\s+/u).includes('articleBody')) stated.push(node);
    else if (namesOf(node).some((name) => bodyName.test(name))) named.push(node);
    else todo.push(...domChildren(node));
  }
  return longest(stated) ?? longest(named);
}

function namesOf(node: DomNode): string[] {
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .split(/\s+/u);
}

function longest(nodes: readonly DomNode[]): DomNode | null {
  let best: { node: DomNode; length: number } | null = null;
  for (const node of nodes) {
    const length = node.textContent.length - linkedLength(node);
    if (length > (best?.length ?? 0)) best = { node, length };
  }
  return best?.node ?? null;
}
