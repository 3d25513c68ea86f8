/** Where a document leads, and what it would fetch. */
import { attributeOf, type Element } from './markup.ts';

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
  const bare = fragment.slice(1).replace(/:~:.*$/u, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** Elements and attributes that make a program fetch something by itself. */
const fetching: { [attribute: string]: RegExp } = {
  src: /./u,
  srcset: /./u,
  poster: /./u,
  background: /./u,
  data: /^object$/u,
  href: /^(?:link|image|use|base)$/u,
  'xlink:href': /./u,
  action: /./u,
  formaction: /./u,
  ping: /./u,
  manifest: /^html$/u,
  codebase: /./u,
  lowsrc: /./u,
  dynsrc: /./u,
};

/** A link element that only names an address. */
const naming = /^(?:canonical|alternate|prev|next|license|author|me|help|search)$/u;

export type Request = { element: Element | null; address: string; by: string };

/** Everything that elements and styles among these would fetch; data of their own is none. */
export function requestsOf(elements: readonly Element[]): Request[] {
  return elements
    .flatMap((element) => [
      ...element.attrs.flatMap(({ name, value, prefix }) => {
        const full = prefix ? `${prefix}:${name}` : name;
        if (full === 'style')
          return addressesInCss(value).map((address) => ({ element, address, by: 'style' }));
        if (!fetching[full]?.test(element.tagName) || namesOnly(element)) return [];
        const addresses = full === 'srcset' ? addressesInSet(value) : [value.trim()];
        return addresses.map((address) => ({ element, address, by: full }));
      }),
      ...refreshOf(element).map((address) => ({ element, address, by: 'refresh' })),
      ...(element.tagName === 'style'
        ? addressesInCss(textOf(element)).map((address) => ({ element, address, by: 'style sheet' }))
        : []),
    ])
    .filter(({ address }) => address !== '' && !/^(?:data|cid):/iu.test(address) && !address.startsWith('#'));
}

function namesOnly(element: Element): boolean {
  const rel = attributeOf(element, 'rel') ?? '';
  return element.tagName === 'link' && rel.split(/\s+/u).every((word) => naming.test(word.toLowerCase()));
}

function refreshOf(element: Element): string[] {
  if (attributeOf(element, 'http-equiv')?.toLowerCase() !== 'refresh') return [];
  return [/url\s*=\s*['"]?([^'"]*)/iu.exec(attributeOf(element, 'content') ?? '')?.[1] ?? ''];
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function addressesInSet(value: string): string[] {
  return value.split(/,\s+/u).map((entry) => entry.trim().split(/\s+/u)[0] ?? '');
}

/** Addresses that a style sheet or a style attribute loads: url(), image-set() and @import. */
export function addressesInCss(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/\\([0-9a-f]{1,6})\s?/giu, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  const urls = bare.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))|@import\s+(?:"([^"]*)"|'([^']*)')|image-set\(\s*(?:"([^"]*)"|'([^']*)')/giu,
  );
  return Array.from(urls, (match) => match.slice(1).find((part) => part !== undefined) ?? '');
}
