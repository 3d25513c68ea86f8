import { contentNames, findContents } from './contents.ts';
import { type Element, isEntry, readElements } from './elements.ts';
import type { Category, Enclosure, Feed, FeedEntry, FeedHead, Person } from './entry.ts';
import { findAll, findFirst, findLicence, findLink, linkOf, readWords, resolveLink } from './fields.ts';
import { findImage } from './image.ts';
import { readPerson, uniquePeople } from './people.ts';
import { htmlOfMarkup } from './words.ts';

/** Reads RSS of every version, RDF and Atom alike: what differs is the name of a field. */
export function readXmlFeed(source: string): Feed | null {
  const entries: FeedEntry[] = [];
  const { root, broken } = readElements(source, (element) => {
    if (isPublished(element)) entries.push(readEntry(element, source));
  });
  const channel = (root && findAll(root, 'channel')[0]) ?? root;
  if (!root || !channel || (entries.length === 0 && !feedRoots.has(root.name))) return null;
  const head = isEntry(root.name) ? headless : readHead(channel, root);
  for (const entry of entries) completeLinks(entry, head.link);
  return { head, entries, broken };
}

/** WordPress exports drafts, pages, menus and pictures as items too. Feeds do not say what an item is. */
function isPublished(entry: Element): boolean {
  const [type, status] = [textOf(entry, 'wp:post_type'), textOf(entry, 'wp:status')];
  return (type === null || type === 'post') && (status === null || status === 'publish');
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
    language: languageTag(textOf(channel, 'language', 'dc:language') ?? channel.language),
    authors: readAuthors(channel),
    contributors: readContributors(channel),
    editor: readPerson(readWords(findFirst(channel, 'managingeditor'))),
    licence: findLicence(channel, link),
    rights: readWords(findFirst(channel, 'rights', 'copyright', 'dc:rights')),
    generator: textOf(channel, 'generator'),
    image: imageOf(channel) ?? imageOf(root),
    categories: categoriesOf(channel),
    published: textOf(channel, 'pubdate', 'published', 'dcterms:issued', 'dc:date'),
    updated: textOf(channel, 'updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'dc:date'),
    id: textOf(channel, 'id') ?? channel.attributes['rdf:about'] ?? null,
  };
}

/** An entry saved alone. */
const headless: FeedHead = {
  kind: 'entries',
  title: '',
  link: null,
  description: '',
  language: null,
  authors: [],
  contributors: [],
  editor: null,
  licence: null,
  rights: '',
  generator: null,
  image: null,
  categories: [],
  published: null,
  updated: null,
  id: null,
};

function imageOf(channel: Element): string | null {
  const image = findAll(channel, 'image')[0];
  const address = image ? textOf(image, 'url') : textOf(channel, 'logo', 'icon');
  return resolveLink(address ?? findAll(channel, 'itunes:image')[0]?.attributes['href'] ?? '', channel.base);
}

function kindOf(root: Element): string {
  const version = root.attributes['version'] ?? '';
  if (root.name === 'rss') return `RSS ${version}`.trim();
  if (root.name === 'feed') return `Atom ${version || '1.0'}`;
  return root.name === 'rdf:rdf' ? 'RDF' : 'RSS';
}

function readEntry(entry: Element, source: string): FeedEntry {
  const origin = readOrigin(findAll(entry, 'source')[0]);
  const categories = categoriesOf(entry);
  const authors = readAuthors(entry);
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
    created: textOf(entry, 'created', 'dcterms:created'),
    authors: authors.length > 0 ? authors : (origin?.authors ?? []),
    contributors: readContributors(entry),
    categories,
    section: sectionOf(categories),
    source: origin,
    licence: findLicence(entry, null),
    language: languageOf(entry),
    enclosures: enclosuresOf(entry),
    picture: findImage(entry),
    comments: textOf(entry, 'comments'),
    rights: readWords(findFirst(entry, 'rights', 'copyright', 'dc:rights')),
    summary: sourceOf(findFirst(entry, 'summary', 'description', 'dc:description', 'itunes:summary')),
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

function readAuthors(element: Element): Person[] {
  const stated = [
    ...findAll(element, 'author').map(personOf),
    ...findAll(element, 'dc:creator', 'dc:author').map((e) => readPerson(readWords(e))),
  ];
  const people = uniquePeople(stated);
  if (people.length > 0) return people;
  return uniquePeople(findAll(element, 'itunes:author').map((e) => readPerson(readWords(e))));
}

function readContributors(element: Element): Person[] {
  return uniquePeople(findAll(element, 'contributor', 'dc:contributor').map(personOf));
}

/** Atom has an element for each thing it knows of a person; RSS has one line. */
function personOf(author: Element): Person | null {
  if (author.children.length === 0) return readPerson(readWords(author));
  const name = readWords(findFirst(author, 'name', 'foaf:name'));
  const url = findFirst(author, 'uri', 'url', 'homepage');
  const person = { name: name || null, email: textOf(author, 'email'), url: url ? linkOf(url, null) : null };
  const told = readPerson(name);
  return { ...person, name: told ? told.name : null, email: person.email ?? told?.email ?? null };
}

/** Atom repeats the head of the other feed; RSS names it and gives its address. */
function readOrigin(origin: Element | undefined): FeedHead | null {
  if (!origin) return null;
  if (origin.children.length > 0) return readHead(origin, origin);
  const link = resolveLink(origin.attributes['url'] ?? '', origin.base);
  return { ...headless, title: readWords(origin), link };
}

function categoriesOf(entry: Element): Category[] {
  const stated = findAll(entry, 'category', 'dc:subject', 'media:category').map((c): Category => {
    const { term, scheme, domain, label } = c.attributes;
    return { term: (term ?? readWords(c)).trim(), scheme: scheme ?? domain ?? null, label: label ?? null };
  });
  const known = new Set<string>();
  return stated.filter(({ term, scheme }) => {
    const key = `${scheme} ${term}`;
    return term !== '' && !known.has(key) && known.add(key);
  });
}

const noSection = /^(?:uncategori[sz]ed|allgemein|general|blog|posts?|news)$/iu;

/** The first category with its name for people. */
function sectionOf(categories: readonly Category[]): string | null {
  const names = categories.map(({ term, label }) => label?.trim() || term);
  return names.find((name) => !noSection.test(name)) ?? null;
}

function languageOf(entry: Element): string | null {
  const content = findAll(entry, ...contentNames)[0];
  return languageTag(textOf(entry, 'dc:language', 'language') ?? content?.language ?? entry.language);
}

/** Systems that write `en_US` mean `en-US`. */
function languageTag(words: string | null): string | null {
  return words?.replace(/_/gu, '-') ?? null;
}

function enclosuresOf(entry: Element): Enclosure[] {
  const links = findAll(entry, 'link').filter((l) => l.attributes['rel'] === 'enclosure');
  const stated = [...links, ...findAll(entry, 'enclosure', 'media:content')];
  return stated.flatMap(({ attributes: a, base }) => {
    const url = resolveLink(a['href'] ?? a['url'] ?? '', base);
    return url ? [{ url, type: a['type'] ?? null, length: a['length'] ?? a['filesize'] ?? null }] : [];
  });
}

/** A field with its markup, as the feed has it. */
function sourceOf(element: Element | null): string {
  if (!element) return '';
  return (element.source === null ? element.text : htmlOfMarkup(element.source)).trim();
}
