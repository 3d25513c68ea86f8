import type { LinkedData } from './json-ld.ts';
import type { PageText } from './page-text.ts';
import {
  isBelow,
  type MetaTable,
  metaValues,
  propertyOf,
  type Stated,
  shownBy,
  withClass,
  withProperty,
} from './stated.ts';
import { attributeOf, type TreeElement } from './tree.ts';

/** Names of authors, with the place of the byline where the page shows it. */
export type People = { names: string[]; range: Stated['range'] };

const metaNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'authors',
  'og:article:author',
];

const bylineClass =
  /(?:^|[\s_-])(?:byline|by-line|author-?name|author__name|post-author|entry-author|article-author|fn|author|autor|auteur|writer|contributor)(?:$|[\s_-])/iu;

/** Who wrote the article: linked data first, then meta, microdata, links, and last the bylines by class. */
export function findAuthors(
  elements: readonly TreeElement[],
  page: PageText,
  meta: MetaTable,
  data: LinkedData,
  site: string,
): People | null {
  const own = withoutComments(elements);
  const groups: (() => Stated[])[] = [
    () => data.authors.map((value) => ({ value, range: null })),
    () => metaValues(meta, metaNames),
    () => microdata(own, page),
    () =>
      own
        .filter((e) => hasRel(e, 'author'))
        .slice(0, 4)
        .map((e) => shownBy(e, page)),
    () =>
      withClass(own, bylineClass)
        .slice(0, 5)
        .map((e) => shownBy(e, page)),
    () => writtenBy(page),
  ];
  for (const group of groups) {
    const people = namesFrom(group(), site);
    if (people) return people;
  }
  return null;
}

function microdata(elements: readonly TreeElement[], page: PageText): Stated[] {
  const authors = withProperty(elements, 'author');
  const names = withProperty(elements, 'name');
  return authors.slice(0, 5).map((author) => {
    const name = names.find((n) => isBelow(n, author));
    return propertyOf(name ?? author, page);
  });
}

function hasRel(element: TreeElement, name: string): boolean {
  return (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/u).includes(name);
}

/** Elements outside comment parts, whose authors are other people. */
function withoutComments(elements: readonly TreeElement[]): TreeElement[] {
  const outer = new Set(withClass(elements, /\b(?:comments?|respond|disqus|related|recommended)\b/iu));
  const inside = (element: TreeElement): boolean => {
    for (let node: unknown = element; node; node = (node as TreeElement).parentNode)
      if (outer.has(node as TreeElement) && (node as TreeElement).tagName !== 'body') return true;
    return false;
  };
  return elements.filter((e) => !inside(e));
}

/** A line of its own that begins with "By" and a name. */
function writtenBy(page: PageText): Stated[] {
  const line =
    /(?:^|\n)[^\S\n]*(?:By|Von|Par|Por|Di)[ \u00a0]+(\p{Lu}[\p{L}.'\u2019-]+(?:[ \u00a0]+(?:\p{Lu}|de|van|von|al-)[\p{L}.'\u2019-]*){1,3})[^\S\n]*(?=\n|$|[|,])/u;
  const match = line.exec(page.text.slice(0, 200_000));
  const name = match?.[1];
  if (!match || name === undefined) return [];
  const start = match.index + match[0].indexOf(name);
  return [{ value: name, range: { start, end: start + name.length } }];
}

function namesFrom(stated: readonly Stated[], site: string): People | null {
  const found = new Map<string, string>();
  let range: Stated['range'] = null;
  for (const { value, range: place } of stated) {
    for (const name of splitNames(value)) {
      if (!isName(name, site) || found.has(name.toLowerCase())) continue;
      range ??= place;
      found.set(name.toLowerCase(), name);
    }
  }
  return found.size === 0 ? null : { names: [...found.values()].slice(0, 12), range };
}

/** One name each, without "By" and without roles, mails and dates behind them. */
export function splitNames(text: string): string[] {
  const line = text
    .replace(
      /^[\s|\u2022]*(?:(?:written|posted|published|story|words?|reported)\s+)?(?:by|von|par|por|di|author|autor)\b[\s:]*/iu,
      '',
    )
    .replace(/\s*[(|\u2022\u00b7/].*$|\s+(?:published|posted|updated|on|in|at|for|from)\b.*$/iu, '')
    .replace(/\b\S+@\S+\b.*$|\s*\d.*$/u, '');
  const pieces = line.split(/\s*[,;]\s*|\s+(?:and|und|et|y|e|&)\s+/iu).map((p) => p.trim());
  return pieces.filter((piece, i) => i === 0 || !roles.test(piece)).filter((piece) => piece !== '');
}

const roles =
  /\b(?:writer|editor|reporter|correspondent|staff|contributor|columnist|press|news|associated|producer|jr|sr|phd|md|author|journalist|bureau|chief|senior|special|usa|today)\b/iu;

function isName(name: string, site: string): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|[@<>{}]|\.(?:com|org|net)\b/iu.test(name))
    return false;
  if (site !== '' && name.toLowerCase() === site.toLowerCase()) return false;
  if (
    /^(?:admin|administrator|view|email|follow|share|author|by|editor|staff|none|null|undefined|guest)\b/iu.test(
      name,
    )
  )
    return false;
  return /\p{L}/u.test(name) && name.split(/\s+/u).length <= 6;
}
