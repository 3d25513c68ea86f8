import { findContents } from './contents.ts';
import { type Element, readElements } from './elements.ts';
import type { Feed, FeedEntry, FeedHead } from './entry.ts';
import { findAll, findFirst, findLicence, findLink, linkOf, readWords, resolveLink } from './fields.ts';
import { nameOf, uniqueNames } from './people.ts';

/** Reads RSS of every version, RDF and Atom alike: what differs is the name of a field. */
export function readXmlFeed(source: string): Feed | null {
  const entries: FeedEntry[] = [];
  const { root, broken } = readElements(source, (element) => entries.push(readEntry(element, source)));
  const channel = (root && findAll(root, 'channel')[0]) ?? root;
  if (!root || !channel || (entries.length === 0 && !feedRoots.has(root.name))) return null;
  const head = readHead(channel, root);
  for (const entry of entries) completeLinks(entry, head.link);
  return { head, entries, broken };
}

export const feedRoots: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'feed', 'channel']);

function readHead(channel: Element, root: Element): FeedHead {
  const link = findLink(channel, null);
  return {
    kind: kindOf(root),
    title: readWords(findFirst(channel, 'title', 'dc:title')),
    link,
    description: readWords(
      findFirst(channel, 'description', 'subtitle', 'tagline', 'dc:description', 'itunes:summary'),
    ),
    language: textOf(channel, 'language', 'dc:language') ?? channel.language,
    authors: readAuthors(channel),
    licence: findLicence(channel, link),
    updated: textOf(channel, 'updated', 'modified', 'lastbuilddate', 'pubdate', 'dc:date'),
    id: textOf(channel, 'id') ?? channel.attributes['rdf:about'] ?? null,
  };
}

function kindOf(root: Element): string {
  const version = root.attributes['version'] ?? '';
  if (root.name === 'rss') return `RSS ${version}`.trim();
  if (root.name === 'feed') return `Atom ${version || '1.0'}`;
  return root.name === 'rdf:rdf' ? 'RDF' : 'RSS';
}

function readEntry(entry: Element, source: string): FeedEntry {
  const origin = findAll(entry, 'source')[0];
  const contents = findContents(entry, source);
  const id = findFirst(entry, 'id', 'guid', 'dc:identifier');
  const updated = textOf(entry, 'updated', 'modified', 'dcterms:modified');
  return {
    start: entry.start,
    title: readWords(findFirst(entry, 'title', 'dc:title', 'media:title', 'itunes:title')),
    link: findLink(entry, null) ?? permalinkOf(entry),
    id: id?.text.trim() ?? entry.attributes['rdf:about'] ?? null,
    published: textOf(entry, ...publishedNames),
    updated,
    authors: readAuthors(entry, origin),
    categories: categoriesOf(entry),
    section: sectionOf(entry),
    source: originOf(origin),
    licence: findLicence(entry, null),
    language: languageOf(entry),
    enclosures: enclosuresOf(entry),
    summary: readWords(findFirst(entry, 'summary', 'description', 'dc:description', 'itunes:summary')),
    contents,
  };
}

const publishedNames = [
  'published',
  'pubdate',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
  'date',
];

function textOf(element: Element, ...names: string[]): string | null {
  return findFirst(element, ...names)?.text.trim() ?? null;
}

/** An identifier that is an address leads to the entry unless the feed denies it. */
function permalinkOf(entry: Element): string | null {
  const guid = findFirst(entry, 'guid');
  const denied = guid?.attributes['ispermalink']?.trim().toLowerCase() === 'false';
  const address = guid && !denied ? guid.text.trim() : (entry.attributes['rdf:about'] ?? '');
  return /^https?:\/\//iu.test(address) ? address : null;
}

/** Links that only the feed's own address makes whole. */
function completeLinks(entry: FeedEntry, base: string | null): void {
  if (entry.link) entry.link = resolveLink(entry.link, base);
  if (entry.licence && /^[./]/u.test(entry.licence)) entry.licence = resolveLink(entry.licence, base);
}

function readAuthors(element: Element, origin?: Element): string[] {
  const stated = [
    ...findAll(element, 'author').map(personOf),
    ...findAll(element, 'dc:creator', 'dc:author').map((e) => nameOf(readWords(e))),
  ];
  const names = uniqueNames(stated);
  if (names.length > 0) return names;
  const others = uniqueNames(findAll(element, 'itunes:author').map((e) => nameOf(readWords(e))));
  return others.length > 0 || !origin ? others : readAuthors(origin);
}

function personOf(author: Element): string | null {
  const name = findFirst(author, 'name', 'foaf:name');
  return nameOf(readWords(name ?? author));
}

function originOf(origin: Element | undefined): string | null {
  if (!origin) return null;
  const title = findFirst(origin, 'title');
  return readWords(title ?? origin) || null;
}

function categoriesOf(entry: Element): string[] {
  const stated = findAll(entry, 'category', 'dc:subject', 'media:category');
  return uniqueNames(stated.map((c) => c.attributes['term'] ?? readWords(c)));
}

const noSection = /^(?:uncategori[sz]ed|allgemein|general|blog|posts?|news)$/iu;

/** The first category with its name for people. */
function sectionOf(entry: Element): string | null {
  const stated = findAll(entry, 'category', 'dc:subject').map(
    (c) => c.attributes['label'] ?? c.attributes['term'] ?? readWords(c),
  );
  return stated.find((name) => name.trim() !== '' && !noSection.test(name.trim())) ?? null;
}

function languageOf(entry: Element): string | null {
  const content = findAll(entry, 'content', 'summary', 'description')[0];
  return textOf(entry, 'dc:language', 'language') ?? content?.language ?? entry.language;
}

function enclosuresOf(entry: Element): string[] {
  const links = findAll(entry, 'link').filter((l) => l.attributes['rel'] === 'enclosure');
  const stated = [...findAll(entry, 'enclosure', 'media:content').map((e) => e.attributes['url'] ?? '')];
  return uniqueNames([...stated, ...links.map((l) => linkOf(l, null))]);
}
