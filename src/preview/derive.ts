import { type DefaultTreeAdapterTypes, parse, type Token } from 'parse5';
import type { Range } from '../types.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The email as a client shows it that loads no images: their addresses are cut out, all other bytes stay. */
export function cutImages(html: string): string {
  return cut(html, (element) =>
    attributesOf(element, (name) => /^(?:src|srcset|background|poster)$/u.test(name)),
  );
}

/** The email as a client shows it that drops styles: style elements and attributes are cut out, all other bytes stay. */
export function cutStyles(html: string): string {
  return cut(html, (element) => {
    const { sourceCodeLocation: place } = element;
    const isSheet = element.tagName === 'style' || (element.tagName === 'link' && isStyleLink(element));
    if (isSheet && place) return [{ start: place.startOffset, end: place.endOffset }];
    return attributesOf(element, (name) => name === 'style' || name === 'class');
  });
}

function isStyleLink({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'rel' && /\bstylesheet\b/iu.test(value));
}

function cut(html: string, rangesOf: (element: Element) => Range[]): string {
  const ranges: Range[] = [];
  visit(parse(html, { sourceCodeLocationInfo: true }), (element) => ranges.push(...rangesOf(element)));
  ranges.sort((a, b) => a.start - b.start);
  let [out, at] = ['', 0];
  for (const { start, end } of ranges) {
    if (start < at) continue;
    out += html.slice(at, start);
    at = end;
  }
  return out + html.slice(at);
}

/** Places of attributes, with the space before each. */
function attributesOf(element: Element, isWanted: (name: string) => boolean): Range[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return Object.entries(places)
    .filter(([name]) => isWanted(name))
    .map(([, place]: [string, Token.Location]) => ({ start: place.startOffset - 1, end: place.endOffset }));
}

function visit(root: Node, see: (element: Element) => void): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) see(node);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
}
