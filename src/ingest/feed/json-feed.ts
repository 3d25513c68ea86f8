import { foldSpace } from '../../text/ranges.ts';
import type { EntryImage, Feed, FeedContent, FeedEntry, FeedHead, Person } from './entry.ts';
import { resolveLink } from './fields.ts';
import { readGhostExport } from './ghost.ts';
import { isObject, type Json, words } from './json.ts';
import { uniquePeople, uniqueWords } from './people.ts';

/** Reads a JSON Feed, or what a blog system exports as JSON; null when the text is other data, or none. */
export function readJsonFeed(source: string): Feed | null {
  const whole = parseJson(source);
  const data = whole ?? (source.includes('jsonfeed.org/version/') ? parseCutOff(source) : null);
  const exported = readGhostExport(data);
  if (exported) return exported;
  if (!isObject(data) || !/jsonfeed\.org\/version\//iu.test(words(data['version']))) return null;
  const head = readHead(data);
  const items = Array.isArray(data['items']) ? data['items'].filter(isObject) : [];
  return {
    head,
    entries: items.map((item) => readItem(item, head.link)),
    broken: whole === null ? source.length : null,
  };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

/** A feed that breaks off, up to its last whole item. */
function parseCutOff(source: string): unknown {
  let at = source.lastIndexOf('}');
  for (let tries = 0; tries < 20 && at > 0; tries += 1) {
    const data = parseJson(`${source.slice(0, at + 1)}]}`);
    if (data !== null) return data;
    at = source.lastIndexOf('}', at - 1);
  }
  return null;
}

function readHead(data: Json): FeedHead {
  const language = foldSpace(words(data['language']));
  return {
    kind: `JSON Feed ${words(data['version']).replace(/^.*\//u, '')}`,
    title: foldSpace(words(data['title'])),
    link: resolveLink(words(data['home_page_url']), null),
    description: foldSpace(words(data['description'])),
    language: language || null,
    authors: readAuthors(data),
    contributors: [],
    editor: null,
    licence: null,
    rights: '',
    generator: null,
    image: words(data['icon']) || words(data['favicon']) || null,
    categories: [],
    published: null,
    updated: null,
    id: words(data['feed_url']) || null,
  };
}

function readItem(item: Json, base: string | null): FeedEntry {
  const link = words(item['url']) || words(item['external_url']);
  const id = words(item['id']);
  const tags = Array.isArray(item['tags']) ? uniqueWords(item['tags'].map((t) => foldSpace(words(t)))) : [];
  const attachments = Array.isArray(item['attachments']) ? item['attachments'].filter(isObject) : [];
  return {
    start: 0,
    title: foldSpace(words(item['title'])),
    link: resolveLink(link, base) ?? (/^https?:\/\//iu.test(id) ? id : null),
    id: id || null,
    published: words(item['date_published']) || null,
    updated: words(item['date_modified']) || null,
    created: null,
    authors: readAuthors(item),
    contributors: [],
    categories: tags.map((term) => ({ term, scheme: null, label: null })),
    section: tags[0] ?? null,
    source: null,
    licence: null,
    language: foldSpace(words(item['language'])) || null,
    enclosures: attachments.map((a) => ({
      url: words(a['url']),
      type: words(a['mime_type']) || null,
      length: words(a['size_in_bytes']) || null,
    })),
    picture: readImage(item, attachments, base),
    comments: null,
    rights: '',
    summary: foldSpace(words(item['summary'])),
    contents: readContents(item),
  };
}

/** The main picture, else the banner, else an attached one. The format has no words for who made it. */
function readImage(item: Json, attachments: readonly Json[], base: string | null): EntryImage | null {
  const attached = attachments.find((a) => words(a['mime_type']).startsWith('image/'));
  const stated = words(item['image']) || words(item['banner_image']) || words(attached?.['url']);
  const url = resolveLink(stated, base);
  return url ? { url, alt: null, credit: null } : null;
}

const order = [
  { field: 'content_html', type: 'html', summary: false },
  { field: 'content_text', type: 'text', summary: false },
  { field: 'summary', type: 'text', summary: true },
] as const;

function readContents(item: Json): FeedContent[] {
  return order.flatMap(({ field, type, summary }) => {
    const source = words(item[field]);
    // The reader of JSON keeps no places: a string is measured as it is commonly written.
    return source.trim() === ''
      ? []
      : [{ field, type, source, raw: JSON.stringify(source).slice(1, -1), summary }];
  });
}

/** Version 1.1 has a list, version 1.0 one author. */
function readAuthors(data: Json): Person[] {
  const listed = Array.isArray(data['authors']) ? data['authors'] : [];
  const people = [...listed, data['author']].filter(isObject);
  return uniquePeople(
    people.map((person) => {
      const name = foldSpace(words(person['name'])) || null;
      return { name, email: null, url: words(person['url']) || null };
    }),
  );
}
