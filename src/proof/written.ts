/** What is written in the bytes of a document, as programs decode it: words, values of attributes, comments. */
import { type Doc, type Element, isElement, nodesBelow, parentOf } from './markup.ts';

/** `where` says it in words; `element` holds it or stands around it. */
export type Piece = { text: string; where: string; element: Element | null };

const inline = new Set(
  'a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u'.split(' '),
);

/** Words of one block are one piece: tags within it part no words. */
export function piecesOf({ root, elements, comments }: Doc): Piece[] {
  const blocks = new Map<Element | null, string>();
  for (const node of nodesBelow(root)) {
    if (isElement(node) || !('value' in node)) continue;
    let block = parentOf(node);
    while (block && inline.has(block.tagName)) block = parentOf(block);
    const words = block?.tagName === 'script' ? unescapeJson(node.value) : node.value;
    blocks.set(block, (blocks.get(block) ?? '') + words);
  }
  return [
    ...Array.from(blocks, ([element, text]) => ({ text, where: `<${element?.tagName}>`, element })),
    ...elements.flatMap((element) =>
      element.attrs.map(({ name, value }) => ({ text: value, where: name, element })),
    ),
    ...comments.map(({ data, parentNode }) => ({
      text: data,
      where: 'a comment',
      element: parentNode && isElement(parentNode) ? parentNode : null,
    })),
  ];
}

/** Facts for machines: the signs that HTML would take for its own are escaped there. */
function unescapeJson(json: string): string {
  return json.replace(/\\u([\da-f]{4})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
