import { attributeOf, walkXml, type XmlNode } from './walk.ts';

/** An element of a small XML file, with the text in it and in its children. */
export type XmlElement = {
  name: string;
  text: string;
  parent: XmlElement | null;
  attribute: (name: string) => string;
};

/** More elements than any list of styles or chapters has. */
const mostElements = 200_000;

/** All elements of an XML file in order: for lists and metadata, not for documents. */
export function outlineOf(source: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open: { node: XmlNode; element: XmlElement; pieces: string[] }[] = [];
  walkXml(source, {
    enter: (node) => {
      const attribute = (name: string): string => attributeOf(node, name)?.trim() ?? '';
      const element = { name: node.name, text: '', parent: open.at(-1)?.element ?? null, attribute };
      if (found.length < mostElements) found.push(element);
      open.push({ node, element, pieces: [] });
    },
    leave: () => {
      const last = open.pop();
      if (!last) return;
      last.element.text = last.pieces.join('').replace(/\s+/gu, ' ').trim();
    },
    text: (text) => {
      // Words of an element and of the one around it: a label stands in `<text>` or in `<a>`.
      open.at(-1)?.pieces.push(text);
      open.at(-2)?.pieces.push(text);
    },
  });
  return found;
}

/** Whether one of the elements around it passes: the nearest fifty are looked at. */
export function isInside(element: XmlElement, test: (outer: XmlElement) => boolean): boolean {
  let up = element.parent;
  for (let i = 0; up && i < 50; i += 1, up = up.parent) if (test(up)) return true;
  return false;
}
