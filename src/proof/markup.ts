/** HTML bytes as the gates look at them: the tree that browsers build, flat, with places. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Issue, Story } from '../types.ts';
import { storiesOf } from './verify.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

export type Doc = {
  /** The bytes it was read from, as text. */
  source: string;
  root: DefaultTreeAdapterTypes.Document;
  /** In the order of the source. */
  elements: Element[];
  comments: DefaultTreeAdapterTypes.CommentNode[];
  ids: ReadonlySet<string>;
  /** The story in which an element stands. */
  storyOf: (element: Element) => string | null;
  /** Of the stories it may tell, by id. */
  titles: ReadonlyMap<string, string>;
};

export function openDoc(html: string, issue: Issue | null): Doc {
  // Mail programs run no scripts: they show what stands in noscript.
  const root = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const elements: Element[] = [];
  const comments: Doc['comments'] = [];
  for (const node of nodesBelow(root)) {
    if (isElement(node)) elements.push(node);
    else if (node.nodeName === '#comment') comments.push(node as Doc['comments'][number]);
  }
  const told = issue ? storiesOf(issue) : [];
  const stories = placeStories(elements, told);
  const titles = new Map(told.map(({ id, title }) => [id, title]));
  const ids = new Set(elements.flatMap((element) => attributeOf(element, 'id') ?? []));
  const storyOf: Doc['storyOf'] = (element) => stories.get(element) ?? null;
  return { source: html, root, elements, comments, ids, storyOf, titles };
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isText(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function parentOf(node: Node): Element | null {
  const parent = 'parentNode' in node ? node.parentNode : null;
  return parent && isElement(parent) ? parent : null;
}

/** The value that holds for an element: its own, or that of the nearest element around it. */
export function inherited(element: Element, name: string): string | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const value = attributeOf(at, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Line in the source, from 1. */
export function lineOf(node: Node): number | null {
  return node.sourceCodeLocation?.startLine ?? null;
}

/** Everything below a node in document order, without recursion: depth is the template's choice. */
export function* nodesBelow(root: Node, enter = (_: Element): boolean => true): Generator<Node> {
  const waiting = [...childrenOf(root)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node) && !enter(node)) continue;
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i -= 1) waiting.push(children[i] as Node);
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

const unseen = new Set(['head', 'style', 'script', 'title', 'template']);

/** What a reader sees of an element, as written. */
export function textIn(root: Node): string {
  let text = '';
  for (const node of seenBelow(root)) if ('value' in node) text += node.value;
  return text;
}

/** Elements and text that a reader sees, in document order. */
export function* seenBelow(root: Node): Generator<Element | TextNode> {
  for (const node of nodesBelow(root, (element) => !unseen.has(element.tagName))) {
    if (isElement(node) || isText(node)) yield node;
  }
}

/** Text without white space and signs without width: how a line is broken is not what it says. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, '');
}

/** The elements of a piece of markup that only some programs see. Its end tags may stand in another piece. */
export function elementsOfPiece(html: string): Element[] {
  return [...nodesBelow(parseFragment(html, { scriptingEnabled: false }))].filter(isElement);
}

/** Its words. Settings of Office are none. */
export function wordsOfPiece(html: string): string {
  if (!/>[^<]*[^\s<]/u.test(`>${html}`)) return '';
  return textIn(parseFragment(html.replace(/<xml\b[\s\S]*?<\/xml>/giu, ''), { scriptingEnabled: false }));
}

const heading = /^h[1-6]$/u;

/** A story begins with its title's heading, and ends with the next heading or the element that heading stands in. */
function placeStories(elements: readonly Element[], told: readonly Story[]): Map<Element, string> {
  const titles = new Map(told.map((story) => [squeeze(story.title), story.id]));
  const places = new Map<Element, string>();
  let story: string | undefined;
  let within = new Set<Element | null>();
  for (const element of elements) {
    if (heading.test(element.tagName)) {
      story = titles.get(squeeze(textIn(element)));
      within = new Set([parentOf(element)]);
    }
    if (story === undefined || !within.has(parentOf(element))) continue;
    within.add(element);
    places.set(element, story);
  }
  return places;
}
