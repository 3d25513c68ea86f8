import { parseFragment } from 'parse5';
import { attributeOf, childrenOf, isText, type TreeElement, textIn } from './tree.ts';

type Json = { [key: string]: unknown };

/** What schema.org data of a page says about its article; each list best first, names as written. */
export type LinkedData = {
  headline: string[];
  authors: string[];
  published: string[];
  modified: string[];
  section: string[];
  publisher: string[];
  licence: string[];
  url: string[];
  language: string[];
  images: LinkedImage[];
};

/** A picture, with what it shows and who made it where that is said. */
type LinkedImage = { url: string; caption: string; credit: string };

const articleTypes = /(?:Article|Posting|Report|Review|Recipe|Opinion|Analysis|CreativeWork)/u;
const pageTypes = /(?:WebPage|ItemPage|VideoObject|Product|Event)/u;

/** Reads the JSON-LD of a page; broken scripts are passed over. */
export function readLinkedData(elements: readonly TreeElement[]): LinkedData {
  const scripts = elements.filter(
    (e) => e.tagName === 'script' && /ld\+json/iu.test(attributeOf(e, 'type') ?? ''),
  );
  const nodes = scripts.slice(0, 50).flatMap((script) => flatten(parseScript(script), 0));
  const byId = new Map(nodes.filter((n) => typeof n['@id'] === 'string').map((n) => [n['@id'], n]));
  const resolve = (value: unknown): unknown =>
    isJson(value) && value['@id'] !== undefined && value['name'] === undefined
      ? (byId.get(value['@id']) ?? value)
      : value;
  const about = [...nodes.filter((n) => isA(n, articleTypes)), ...nodes.filter((n) => isA(n, pageTypes))];
  const all = (...keys: string[]): string[] =>
    keys.flatMap((key) => about.flatMap((node) => namesOf(node[key], resolve)));
  const articles = about.filter((n) => isA(n, articleTypes));
  const first = articles.map((n) => namesOf(n['author'] ?? n['creator'], resolve)).find((l) => l.length > 0);
  return {
    headline: articles.flatMap((n) => namesOf(n['headline'] ?? n['name'], resolve)),
    authors: first ?? [],
    published: all('datePublished', 'dateCreated', 'uploadDate'),
    modified: all('dateModified'),
    section: all('articleSection').slice(0, 1),
    publisher: all('publisher', 'sourceOrganization'),
    licence: all('license'),
    url: articles.flatMap((n) => namesOf(n['url'] ?? n['mainEntityOfPage'], resolve)),
    language: articles.flatMap((n) => namesOf(n['inLanguage'], resolve)),
    images: articles.flatMap((n) => imagesOf(n['image'] ?? n['thumbnailUrl'], resolve)),
  };
}

function parseScript(script: TreeElement): unknown {
  const raw = childrenOf(script)
    .map((c) => (isText(c) ? c.value : ''))
    .join('');
  const json = raw.replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)|(?:\/\/)?\s*(?:\]\]>|-->)\s*$/gu, '').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: raw line feeds in strings are the usual fault
  for (const text of [json, json.replace(/[\u0000-\u001f]+/gu, ' ').replace(/;\s*$/u, '')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form may be readable; a script that is not is no statement.
    }
  }
  return null;
}

/** Every object of some depth, the outer ones first. */
function flatten(value: unknown, depth: number): Json[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((v) => flatten(v, depth + 1));
  if (!isJson(value)) return [];
  const below = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'author', 'publisher'];
  return [value, ...below.flatMap((key) => flatten(value[key], depth + 1))];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isA(node: Json, types: RegExp): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && types.test(type));
}

function imagesOf(value: unknown, resolve: (value: unknown) => unknown): LinkedImage[] {
  return [value].flat().flatMap((item) => {
    const found = resolve(item);
    const image: Json = isJson(found) ? found : { url: found };
    const say = (...keys: string[]): string => keys.flatMap((key) => namesOf(image[key], resolve))[0] ?? '';
    const url = say('url', 'contentUrl', '@id');
    const credit = say('creditText', 'creator', 'author', 'copyrightHolder');
    return url === '' ? [] : [{ url, caption: say('caption', 'description'), credit }];
  });
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value].flat().flatMap((item) => {
    const found = resolve(item);
    const name = isJson(found) ? [found['name'] ?? found['@id'] ?? found['url']].flat()[0] : found;
    const text = typeof name === 'string' ? decode(name) : '';
    return text === '' ? [] : [text];
  });
}

/** Some sites write entities into their JSON. */
function decode(text: string): string {
  return text.includes('&') && text.length < 2000
    ? textIn(parseFragment(text))
    : text.replace(/\s+/gu, ' ').trim();
}
