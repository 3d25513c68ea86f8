import { encodingOf } from './legacy.ts';

/** How far a declaration is looked for: what HTML asks of browsers, and the most an XML declaration needs. */
const HEAD = 1024;

/**
 * The encoding that a page or an XML file names at its head, by its decoder's name, as written where none knows it;
 * null where it names none.
 */
export function sniffDeclared(bytes: Uint8Array, markup: 'html' | 'xml'): string | null {
  const head = latin1(bytes.subarray(0, HEAD));
  const label = markup === 'xml' ? sniffXml(head) : (sniffMeta(head) ?? sniffXml(head));
  if (label === null) return null;
  const encoding = encodingOf(label) ?? label;
  // The head could be read byte by byte: it is no UTF-16, whatever it says. So HTML has it.
  return /^utf-16/u.test(encoding) ? 'utf-8' : encoding;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function sniffXml(head: string): string | null {
  const match = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([\w.:-]+)\1/u.exec(head);
  return match?.[2] ?? null;
}

/** `<meta charset>` or `<meta http-equiv="Content-Type" content="…charset=…">`, not in a comment. */
function sniffMeta(head: string): string | null {
  const open = head.replace(/<!--[\s\S]*?(?:-->|$)/gu, '');
  for (const [tag] of open.matchAll(/<meta[\s/][^>]*>?/giu)) {
    const label =
      attribute(tag, 'charset') ??
      (/content-type/iu.test(attribute(tag, 'http-equiv') ?? '')
        ? charsetOf(attribute(tag, 'content') ?? '')
        : null);
    if (label !== null) return label;
  }
  return null;
}

function attribute(tag: string, name: string): string | null {
  const attributes = [...tag.matchAll(/[\s/]([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu)];
  const match = attributes.find((m) => m[1]?.toLowerCase() === name);
  return match ? (match[2] ?? match[3] ?? match[4] ?? null) : null;
}

/** The charset of a content type as mails and pages write it: `text/html; charset="koi8-r"`. */
export function charsetOf(contentType: string): string | null {
  const match = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/iu.exec(contentType);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}
