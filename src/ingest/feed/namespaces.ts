import type { Attributes } from './xml-tokens.ts';

/** Prefixes in force, as the file binds them to namespaces. */
export type Scope = ReadonlyMap<string, string>;

/** Prefix by which the house knows a namespace; the formats themselves (RSS, Atom) go without. */
const known: { prefix: string; uris: string[] }[] = [
  {
    prefix: '',
    uris: [
      'http://www.w3.org/2005/atom',
      'http://purl.org/atom/ns#',
      'http://purl.org/atom/ns',
      'http://purl.org/rss/1.0/',
      'http://my.netscape.com/rdf/simple/0.9/',
      'http://channel.netscape.com/rdf/simple/0.9/',
      'http://backend.userland.com/rss',
      'http://backend.userland.com/rss2',
      'http://blogs.law.harvard.edu/tech/rss',
      'http://my.netscape.com/publish/formats/rss-0.91.dtd',
      'http://purl.org/rss/1.0',
    ],
  },
  { prefix: 'dc', uris: ['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/elements/1.0/'] },
  { prefix: 'dcterms', uris: ['http://purl.org/dc/terms/'] },
  { prefix: 'content', uris: ['http://purl.org/rss/1.0/modules/content/'] },
  { prefix: 'rdf', uris: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'] },
  {
    prefix: 'cc',
    uris: [
      'http://web.resource.org/cc/',
      'http://creativecommons.org/ns#',
      'http://backend.userland.com/creativecommonsrssmodule',
      'http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
    ],
  },
  { prefix: 'xhtml', uris: ['http://www.w3.org/1999/xhtml'] },
  { prefix: 'itunes', uris: ['http://www.itunes.com/dtds/podcast-1.0.dtd'] },
  { prefix: 'media', uris: ['http://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss'] },
  { prefix: 'geo', uris: ['http://www.w3.org/2003/01/geo/wgs84_pos#'] },
  {
    prefix: 'feedburner',
    uris: ['http://rssnamespace.org/feedburner/ext/1.0'],
  },
];

const prefixes = new Map(known.flatMap(({ prefix, uris }) => uris.map((uri) => [uri, prefix] as const)));

/** Prefixes that files use without saying what they mean. */
const undeclared = new Map([
  ['atom', ''],
  ['atom10', ''],
  ['rss', ''],
  ['creativecommons', 'cc'],
]);

/** A file with more is made to hurt: each scope is a copy. */
const MOST_PREFIXES = 100;

/** The scope of an element that has these attributes. */
export function extendScope(scope: Scope, attributes: Attributes): Scope {
  let extended: Map<string, string> | null = null;
  for (const [name, uri] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name.slice('xmlns:'.length);
    const meant = uri.trim().toLowerCase();
    if ((extended ?? scope).get(prefix) === meant) continue;
    extended ??= new Map(scope);
    if (extended.size < MOST_PREFIXES) extended.set(prefix, meant);
  }
  return extended ?? scope;
}

/** The name as the house writes it: lower case, with the house's prefix whatever the file's is. */
export function nameIn(scope: Scope, written: string): string {
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon).toLowerCase();
  const local = written.slice(colon + 1).toLowerCase();
  const meant = prefixOf(scope.get(colon === -1 ? '' : written.slice(0, colon)), prefix);
  return meant === '' ? local : `${meant}:${local}`;
}

function prefixOf(uri: string | undefined, written: string): string {
  const meant = uri === undefined ? undefined : prefixes.get(uri);
  return meant ?? undeclared.get(written) ?? written;
}
