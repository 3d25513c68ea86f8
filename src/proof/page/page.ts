/** What a public page must satisfy: its links, its language, what it fetches and what it tells machines. */
import { type Finding, finding, findingAt } from '../gate.ts';
import { faultOf, idOf, linksOf, requestsOf } from '../links.ts';
import { attributeOf, type Doc, type Element, textIn } from '../markup.ts';

/** A page of out/. `paths` are all that lie there, where they are known. */
export type Page = { path: string; doc: Doc; paths: ReadonlySet<string> | null };

/** Anything; only paths below it matter. */
const root = 'https://out.invalid/';

/** Links are absolute, or lead to a place on the page or to a file of out/. */
export function findBadLinks({ path, doc, paths }: Page): Finding[] {
  return linksOf(doc.elements).flatMap(({ element, address }) => {
    const fault = faultOfLink(address, path, doc, paths);
    const shown = address.length > 80 ? `${address.slice(0, 77)}…` : address;
    return fault === null ? [] : [findingAt(doc, element, `“${shown}” ${fault}`)];
  });
}

function faultOfLink(address: string, path: string, doc: Doc, paths: Page['paths']): string | null {
  if (address.startsWith('#')) {
    const id = idOf(address);
    return id === null || doc.ids.has(id) ? null : 'leads to a place that is not on the page';
  }
  if (URL.canParse(address)) return faultOf(address);
  if (!URL.canParse(address, root + path)) return 'is no address';
  if (/^(?:\/|[\w+.-]+:)/u.test(address)) return 'leads out of out/';
  const { pathname } = new URL(address, root + path);
  const up = address.split('/').filter((part) => part === '..').length;
  if (up > path.split('/').length - 1) return 'leads out of out/';
  const file = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/u, '$1index.html');
  return paths === null || paths.has(file) ? null : `leads to out/${file}, which is not there`;
}

/** A page fetches nothing but pictures that the editor chose. */
export function findRequests(doc: Doc, listed: ReadonlySet<string>): Finding[] {
  return requestsOf(doc.elements)
    .filter(({ address }) => !listed.has(address))
    .map(({ element, address, by }) => {
      const message = `“${address.slice(0, 80)}” would be fetched (${by})`;
      return element ? findingAt(doc, element, message) : finding(message);
    });
}

/** Title, width and charset, and no script that runs. */
export function findBadHead(doc: Doc): Finding[] {
  const titles = doc.elements.filter((e) => e.tagName === 'title');
  const scripts = doc.elements.filter(
    (e) => e.tagName === 'script' && attributeOf(e, 'type') !== 'application/ld+json',
  );
  return [
    ...(titles.length === 1 ? [] : [finding(`${titles.length} titles, not one`)]),
    ...titles.filter((e) => rawText(e).trim() === '').map((e) => findingAt(doc, e, 'the title is empty')),
    ...(meta(doc, 'viewport') === null ? [finding('there is no viewport: phones show it tiny')] : []),
    ...(meta(doc, 'description') ? [] : [finding('there is no description')]),
    ...scripts.map((e) => findingAt(doc, e, 'a script; pages need none')),
  ];
}

/** Open Graph, canonical address, feed and JSON-LD, each there and saying the same. */
export function findBadFacts(doc: Doc, address: string): Finding[] {
  const wanted = ['og:type', 'og:site_name', 'og:title', 'og:description', 'og:url'];
  const missing = wanted.filter((name) => !meta(doc, name));
  const canonical = linkOf(doc, 'canonical');
  const feed = doc.elements.find(
    (e) => e.tagName === 'link' && attributeOf(e, 'type') === 'application/atom+xml',
  );
  return [
    ...missing.map((name) => finding(`${name} is missing`)),
    ...(canonical === address
      ? []
      : [finding(`the canonical address is ${canonical ?? 'missing'}, not ${address}`)]),
    ...(meta(doc, 'og:url') === canonical ? [] : [finding('og:url is not the canonical address')]),
    ...(feed && URL.canParse(attributeOf(feed, 'href') ?? '')
      ? []
      : [finding('readers of feeds cannot find the feed')]),
    ...findBadJson(doc),
  ];
}

function findBadJson(doc: Doc): Finding[] {
  const scripts = doc.elements.filter((e) => attributeOf(e, 'type') === 'application/ld+json');
  if (scripts.length === 0) return [finding('there is no JSON-LD')];
  return scripts.flatMap((script) => {
    const fault = faultOfJson(rawText(script));
    return fault === null ? [] : [findingAt(doc, script, `JSON-LD ${fault}`)];
  });
}

function faultOfJson(text: string): string | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'cannot be parsed';
  }
  if (typeof data !== 'object' || data === null) return 'is no object';
  const keys = ['@context', '@type', 'name', 'url'];
  const missing = keys.filter((key) => typeof (data as { [key: string]: unknown })[key] !== 'string');
  return missing.length === 0 ? null : `lacks ${missing.join(', ')}`;
}

function meta(doc: Doc, name: string): string | null {
  const found = doc.elements.find(
    (e) => e.tagName === 'meta' && (attributeOf(e, 'name') ?? attributeOf(e, 'property')) === name,
  );
  return (found && attributeOf(found, 'content')) ?? null;
}

function linkOf(doc: Doc, rel: string): string | null {
  const found = doc.elements.find((e) => e.tagName === 'link' && attributeOf(e, 'rel') === rel);
  return (found && attributeOf(found, 'href')) ?? null;
}

/** Text of an element that readers do not see. */
function rawText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : textIn(node))).join('');
}
