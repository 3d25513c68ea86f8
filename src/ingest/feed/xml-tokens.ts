import { decodeEntities } from './entities.ts';

export type Attributes = { [name: string]: string };

/** What a scan of XML meets, in order. Offsets are UTF-16 units of the source; `end` is behind the last sign. */
export type XmlHandler = {
  open: (name: string, attributes: Attributes, start: number, end: number, empty: boolean) => void;
  close: (name: string, start: number, end: number) => void;
  text: (text: string) => void;
};

const openTag = /<([\p{L}_][^\s/<>"'=]*)(?=[\s/>"'=])((?:[^<>"']|"[^<"]*"|'[^<']*')*)>/uy;
const looseTag = /<([\p{L}_][^\s/<>"'=]*)(?=[\s/>"'=])([^<>]*)>/uy;
const closeTag = /<\/\s*([^\s<>]+)(?:\s[^<>]*)?>/uy;
const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gu;

/**
 * Reads XML as far as it goes and never fails: a sign that opens nothing is text, what is not closed runs to the
 * end. Declarations are skipped, so that no entity of the file is expanded. One pass, no looking back.
 */
export function scanXml(source: string, handler: XmlHandler): void {
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const end = next === -1 ? source.length : next;
    if (end > at) handler.text(decodeEntities(source.slice(at, end)));
    at = next === -1 ? end : readMarkup(source, next, handler);
  }
}

/** Reads what begins with "<" and returns where it ends. */
function readMarkup(source: string, start: number, handler: XmlHandler): number {
  const second = source.charAt(start + 1);
  if (second === '!') return readDeclaration(source, start, handler);
  if (second === '?') return skipTo(source, '?>', start);
  if (second === '/') return readClose(source, start, handler);
  const tag = matchAt(openTag, source, start) ?? matchAt(looseTag, source, start);
  if (!tag) {
    handler.text('<');
    return start + 1;
  }
  const end = start + tag[0].length;
  const rest = tag[2] ?? '';
  handler.open(tag[1] ?? '', readAttributes(rest), start, end, rest.endsWith('/'));
  return end;
}

function readDeclaration(source: string, start: number, handler: XmlHandler): number {
  if (source.startsWith('<!--', start)) return skipTo(source, '-->', start);
  if (!source.startsWith('<![CDATA[', start)) return skipDoctype(source, start);
  const close = source.indexOf(']]>', start);
  const end = close === -1 ? source.length : close;
  handler.text(source.slice(start + 9, end));
  return close === -1 ? end : end + 3;
}

/** A document type with its own declarations in brackets, none of which is believed. */
function skipDoctype(source: string, start: number): number {
  const end = skipTo(source, '>', start);
  const bracket = source.slice(start, end).indexOf('[');
  if (bracket === -1) return end;
  const close = /\]\s*>/u.exec(source.slice(start + bracket, start + bracket + 100_000));
  return close ? start + bracket + close.index + close[0].length : end;
}

function readClose(source: string, start: number, handler: XmlHandler): number {
  const tag = matchAt(closeTag, source, start);
  if (!tag) {
    handler.text('<');
    return start + 1;
  }
  handler.close(tag[1] ?? '', start, start + tag[0].length);
  return start + tag[0].length;
}

function skipTo(source: string, sign: string, start: number): number {
  const at = source.indexOf(sign, start);
  return at === -1 ? source.length : at + sign.length;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function readAttributes(text: string): Attributes {
  const found: Attributes = {};
  if (!text.includes('=')) return found;
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    if (!Object.hasOwn(found, name)) found[name] = decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}
