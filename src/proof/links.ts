/** Where a document leads, and what it would fetch. */
import { textOf } from './css.ts';
import { addressesInCss } from './css-addresses.ts';
import { attributeOf, type Element, openDoc } from './markup.ts';

const protocols = new Set(['http:', 'https:', 'mailto:']);

/** Addresses of the links among these elements, as written. */
export function linksOf(elements: readonly Element[]): { element: Element; address: string }[] {
  return elements.flatMap((element) => {
    const address = attributeOf(element, 'href');
    const follows = element.tagName === 'a' || element.tagName === 'area' || element.tagName.startsWith('v:');
    return follows && address !== undefined ? [{ element, address }] : [];
  });
}

/** What is wrong with an absolute link, or null. */
export function faultOf(address: string): string | null {
  if (address.trim() !== address || address === '') return 'is empty or has spaces around it';
  if (!URL.canParse(address)) return 'is not absolute';
  const { protocol, hostname } = new URL(address);
  if (!protocols.has(protocol)) return 'is neither http, https nor mailto';
  if (protocol !== 'mailto:' && hostname === '') return 'names no host';
  // Mail programs end a link there, each at another sign.
  return /^[!#-;=?-[\]_a-z~]+$/u.test(address) ? null : 'holds signs that must be encoded';
}

/** The id that a fragment leads to; null for one that names words of a text. */
export function idOf(fragment: string): string | null {
  if (fragment.startsWith('#:~:')) return null;
  return decoded(fragment.slice(1).replace(/:~:.*$/u, ''));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Attributes that make a program fetch something by itself, and the elements on which they do. */
const fetching: { [attribute: string]: RegExp } = {
  src: /./u,
  srcset: /./u,
  imagesrcset: /./u,
  poster: /./u,
  background: /./u,
  data: /^object$/u,
  // Of a drawing, whatever is no link of its own.
  href: /^(?!a$|area$|v:)/u,
  'o:href': /./u,
  'xlink:href': /^(?!a$)/u,
  action: /./u,
  formaction: /./u,
  ping: /./u,
  manifest: /^html$/u,
  codebase: /./u,
  lowsrc: /./u,
  dynsrc: /./u,
};

/** Attributes of drawings that are read like styles. */
const painting = /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-start|-mid|-end)?)$/u;

/** Data are no request, unless they may name more to fetch. */
const ownData = /^\s*(?:cid:|data:(?!text\/(?:css|html)|application\/xhtml))/iu;

/** A link element that only names an address. */
const naming = /^(?:canonical|alternate|prev|next|license|author|me|help|search)$/u;

export type Request = { element: Element | null; address: string; by: string };

/** Everything that elements and styles among these would fetch; data of their own is none. */
export function requestsOf(elements: readonly Element[]): Request[] {
  return showsOf(elements).filter(
    ({ address }) => address !== '' && !ownData.test(address) && !address.startsWith('#'),
  );
}

/** What elements and styles among these show of the other parts of their mail: ids without `cid:`. */
export function embeddedOf(elements: readonly Element[]): Request[] {
  return showsOf(elements).flatMap(({ address, ...request }) => {
    const id = /^\s*cid:(.*)$/isu.exec(address)?.[1];
    return id === undefined ? [] : [{ ...request, address: decoded(id) }];
  });
}

/** All they need beside themselves, wherever it comes from. */
function showsOf(elements: readonly Element[]): Request[] {
  return elements.flatMap((element) => [
    ...element.attrs.flatMap(({ name, value, prefix }) => {
      const by = prefix ? `${prefix}:${name}` : name;
      return addressesIn(element, by, value).map((address) => ({ element, address, by }));
    }),
    ...refreshOf(element).map((address) => ({ element, address, by: 'refresh' })),
    ...(element.tagName === 'style'
      ? addressesInCss(textOf(element)).map((address) => ({ element, address, by: 'style sheet' }))
      : []),
  ]);
}

function addressesIn(element: Element, attribute: string, value: string): string[] {
  if (attribute === 'style' || painting.test(attribute)) return addressesInCss(value);
  if (attribute === 'srcdoc')
    return requestsOf(openDoc(value, null).elements).map((request) => request.address);
  if (!fetching[attribute]?.test(element.tagName) || namesOnly(element)) return [];
  return attribute.endsWith('srcset') ? addressesInSet(value) : [value.trim()];
}

function namesOnly(element: Element): boolean {
  const rel = attributeOf(element, 'rel') ?? '';
  return element.tagName === 'link' && rel.split(/\s+/u).every((word) => naming.test(word.toLowerCase()));
}

function refreshOf(element: Element): string[] {
  if (attributeOf(element, 'http-equiv')?.toLowerCase() !== 'refresh') return [];
  const content = attributeOf(element, 'content') ?? '';
  return [/^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?['"]?([^'"]*)/iu.exec(content)?.[1] ?? ''];
}

/** Candidates of a set: an address goes on to white space, what is said of it to the next comma. */
function addressesInSet(set: string): string[] {
  const candidates = set.matchAll(/[\s,]*(\S*[^\s,])(?:,+|\s+(?:\([^)]*\)|[^(),])*,?|$)/gu);
  return Array.from(candidates, ([, address = '']) => address);
}
