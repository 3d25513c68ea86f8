import { type Attributes, scanXml } from '../feed/xml-tokens.ts';

/** An element while it is open. `name` is without prefix; `end` is behind its opening tag. */
export type XmlNode = {
  name: string;
  written: string;
  attributes: Attributes;
  parent: XmlNode | null;
  end: number;
};

export type XmlVisitor = {
  enter: (node: XmlNode) => void;
  /** `at` is where its closing tag begins, or what ended it. */
  leave: (node: XmlNode, at: number) => void;
  text: (text: string, inside: XmlNode) => void;
};

/**
 * Walks through XML leniently, in one pass and without recursion: a closing tag ends what was left open inside, one
 * that closes nothing is passed over. The formats that are read so have no two names that differ by prefix alone.
 */
export function walkXml(source: string, visitor: XmlVisitor): void {
  let top: XmlNode | null = null;
  const open = new Map<string, number>();
  const pop = (at: number): void => {
    if (!top) return;
    open.set(top.written, (open.get(top.written) ?? 1) - 1);
    visitor.leave(top, at);
    top = top.parent;
  };
  scanXml(source, {
    open: (written, attributes, _start, end, empty) => {
      top = { name: localName(written), written, attributes, parent: top, end };
      open.set(written, (open.get(written) ?? 0) + 1);
      visitor.enter(top);
      if (empty) pop(end);
    },
    close: (written, start) => {
      if ((open.get(written) ?? 0) === 0) return;
      while (top && top.written !== written) pop(start);
      pop(start);
    },
    text: (text) => {
      if (top) visitor.text(text, top);
    },
  });
  while (top) pop(source.length);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, whatever its prefix. */
export function attributeOf(node: Pick<XmlNode, 'attributes'>, name: string): string | undefined {
  const { attributes } = node;
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}
