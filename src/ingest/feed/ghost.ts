import { foldSpace } from '../../text/ranges.ts';
import type { Feed, FeedEntry, FeedHead } from './entry.ts';
import { resolveLink } from './fields.ts';
import { isObject, type Json, words } from './json.ts';
import { uniquePeople, uniqueWords } from './people.ts';

/**
 * Reads what the blog system Ghost exports, `{"db":[{"data":{"posts":[…]}}]}`; null when it is other data. Only posts
 * that are published are entries: drafts and pages are nobody's articles yet.
 */
export function readGhostExport(data: unknown): Feed | null {
  const tables = tablesOf(data);
  if (!tables || !Array.isArray(tables['posts'])) return null;
  const head = readHead(tables);
  const posts = rowsOf(tables, 'posts').filter(isPublished);
  const names = namesIn(tables);
  return { head, entries: posts.map((post) => readPost(post, names)), broken: null };
}

function tablesOf(data: unknown): Json | null {
  if (!isObject(data)) return null;
  const base = Array.isArray(data['db']) ? data['db'].find(isObject) : data;
  const tables = isObject(base) ? base['data'] : null;
  return isObject(tables) ? tables : null;
}

function rowsOf(tables: Json, name: string): Json[] {
  const rows = tables[name];
  return Array.isArray(rows) ? rows.filter(isObject) : [];
}

function isPublished(post: Json): boolean {
  const status = words(post['status']);
  return (status === '' || status === 'published') && words(post['type']) !== 'page' && post['page'] !== 1;
}

function readHead(tables: Json): FeedHead {
  const settings = new Map(rowsOf(tables, 'settings').map((s) => [words(s['key']), words(s['value'])]));
  const setting = (key: string): string => foldSpace(settings.get(key) ?? '');
  return {
    kind: 'Ghost export',
    title: setting('title'),
    link: null,
    description: setting('description'),
    language: setting('locale') || setting('lang') || null,
    authors: [],
    contributors: [],
    editor: null,
    licence: null,
    rights: '',
    generator: 'Ghost',
    image: null,
    categories: [],
    published: null,
    updated: null,
    id: null,
  };
}

function readPost(post: Json, names: Names): FeedEntry {
  const tags = uniqueWords(names.tags(post));
  const picture = resolveLink(words(post['feature_image']), null);
  const html = words(post['html']);
  const text = words(post['plaintext']);
  const contents = [
    { field: 'html', type: 'html' as const, source: html },
    { field: 'plaintext', type: 'text' as const, source: text },
  ];
  return {
    start: 0,
    title: foldSpace(words(post['title'])),
    link: words(post['canonical_url']) || null,
    id: words(post['uuid']) || words(post['id']) || null,
    published: words(post['published_at']) || null,
    updated: words(post['updated_at']) || null,
    created: words(post['created_at']) || null,
    authors: uniquePeople(names.authors(post).map((name) => ({ name, email: null, url: null }))),
    contributors: [],
    categories: tags.map((term) => ({ term, scheme: null, label: null })),
    section: tags[0] ?? null,
    source: null,
    licence: null,
    language: words(post['locale']) || null,
    enclosures: [],
    picture: picture ? { url: picture, alt: null, credit: null } : null,
    comments: null,
    rights: '',
    summary: foldSpace(words(post['custom_excerpt'])),
    // The reader of JSON keeps no places: a string is measured as it is commonly written.
    contents: contents
      .filter(({ source }) => source.trim() !== '')
      .map((content) => ({ ...content, raw: JSON.stringify(content.source).slice(1, -1), summary: false })),
  };
}

/** The names that belong to a post. */
type Names = { tags: (post: Json) => string[]; authors: (post: Json) => string[] };

function namesIn(tables: Json): Names {
  const users = nameById(rowsOf(tables, 'users'));
  const authors = joinedNames(rowsOf(tables, 'posts_authors'), 'author_id', users);
  return {
    tags: joinedNames(rowsOf(tables, 'posts_tags'), 'tag_id', nameById(rowsOf(tables, 'tags'))),
    // Newer exports join posts and authors by a table, older ones name one author.
    authors: (post) => {
      const joined = authors(post);
      return joined.length > 0 ? joined : [users.get(words(post['author_id'])) ?? ''].filter(Boolean);
    },
  };
}

function nameById(rows: readonly Json[]): Map<string, string> {
  return new Map(rows.map((row) => [words(row['id']), foldSpace(words(row['name']))]));
}

function joinedNames(
  pairs: readonly Json[],
  key: string,
  names: ReadonlyMap<string, string>,
): (post: Json) => string[] {
  const byPost = Map.groupBy(pairs, (pair) => words(pair['post_id']));
  return (post) => (byPost.get(words(post['id'])) ?? []).flatMap((pair) => names.get(words(pair[key])) || []);
}
