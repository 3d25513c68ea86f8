/** Which elements a selector means, and how much it weighs. */
import { compile, type Options } from 'css-select';
import { parse, type Selector } from 'css-what';
import { attributeOf, type Element, isElement, type Node, parentOf, textIn } from './markup.ts';

/** `subject` is a tag or `.class` that every element has which it means; null where that is not plain. */
export type Matcher = { matches: (element: Element) => boolean; weight: number; subject: string | null };

function isOrHolds(test: (element: Element) => boolean, nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) =>
    isElement(node) ? [...(test(node) ? [node] : []), ...isOrHolds(test, node.childNodes)] : [],
  );
}

function siblingsOf(node: Node): Node[] {
  const parent = 'parentNode' in node ? node.parentNode : null;
  return parent && 'childNodes' in parent ? parent.childNodes : [node];
}

/** css-select walks any tree that can answer these. */
const options: Options<Node, Element> = {
  adapter: {
    isTag: isElement,
    getName: (element) => element.tagName,
    getAttributeValue: attributeOf,
    hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
    getChildren: (node) => ('childNodes' in node ? node.childNodes : []),
    getParent: parentOf,
    getSiblings: siblingsOf,
    getText: textIn,
    existsOne: (test, nodes) => isOrHolds(test, nodes).length > 0,
    findAll: isOrHolds,
    findOne: (test, nodes) => isOrHolds(test, nodes)[0] ?? null,
    removeSubsets: (nodes) => [...new Set(nodes)],
  },
};

/** States that a document which is only looked at is not in. */
const states = new Set(['hover', 'active', 'focus', 'focus-visible', 'focus-within', 'visited', 'target']);

/**
 * One matcher for each selector of a list. Selectors that never hold at rest are left out; null when one cannot be
 * understood, or means something that is no element.
 */
export function readSelectors(list: string): Matcher[] | null {
  try {
    return parse(list).flatMap((selector) => {
      if (selector.some((s) => s.type === 'pseudo' && states.has(s.name))) return [];
      if (selector.some((s) => s.type === 'pseudo-element')) throw new SyntaxError(list);
      return [
        { matches: compile([selector], options), weight: weigh(selector), subject: subjectOf(selector) },
      ];
    });
  } catch {
    return null;
  }
}

/** Of what stands after the last combinator the class, else the tag. */
function subjectOf(selector: readonly Selector[]): string | null {
  const last = selector.slice(selector.findLastIndex(({ type }) => type in combinators) + 1);
  for (const part of last) {
    if (part.type === 'attribute' && part.name === 'class' && part.action === 'element')
      return `.${part.value}`;
  }
  const tag = last.find((part) => part.type === 'tag');
  return tag?.type === 'tag' ? tag.name : null;
}

const combinators = { descendant: 1, child: 1, adjacent: 1, sibling: 1, parent: 1, 'column-combinator': 1 };

/** What an element could be the subject of. */
export function subjectsOf(element: Element): string[] {
  const classes = attributeOf(element, 'class')?.split(/\s+/u) ?? [];
  return [element.tagName, ...classes.map((name) => `.${name}`)];
}

/** Specificity as one number: ids before classes before types, each below a thousand. */
function weigh(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => sum + weighPart(part), 0);
}

function weighPart(part: Selector): number {
  if (part.type === 'attribute') return part.name === 'id' && part.action === 'equals' ? 1e6 : 1e3;
  if (part.type === 'tag' || part.type === 'pseudo-element') return 1;
  if (part.type !== 'pseudo') return 0;
  if (part.name === 'where') return 0;
  return Array.isArray(part.data) ? Math.max(0, ...part.data.map(weigh)) : 1e3;
}
