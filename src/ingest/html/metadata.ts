import { parseStatedDate } from '../../text/dates/stated.ts';
import { splitLines } from '../../text/lines.ts';
import { trimRange } from '../../text/ranges.ts';
import type { Field, Metadata, Range } from '../../types.ts';
import { findImage } from './image.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import type { PageText } from './page-text.ts';
import { findAuthors } from './people.ts';
import {
  type MetaTable,
  metaValues,
  nearFirst,
  propertyOf,
  readMetaTable,
  type Stated,
  shownBy,
  withClass,
  withoutOthers,
  withProperty,
} from './stated.ts';
import { findTitle } from './title.ts';
import { attributeOf, elementsIn, type Tree, type TreeElement } from './tree.ts';

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'published_at',
  'published-date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'article_date_original',
  'originalpublicationdate',
  'release_date',
  'date',
  'displaydate',
  'ptime',
  'pdate',
  'created',
];

const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
];

/** What a page states about its article. First come machine-readable statements, last what its text shows. */
export function readMetadata(tree: Tree, page: PageText): Metadata {
  const elements = elementsIn(tree);
  const meta = readMetaTable(elements);
  const data = readLinkedData(elements);
  const source = first([
    ...metaValues(meta, ['og:site_name', 'application-name', 'dc.publisher', 'article:publisher_name']),
    ...outside(data.publisher.filter((p) => !isAddress(p))),
  ]);
  const site = source?.value ?? '';
  const title = findTitle(elements, page, meta, data, site);
  const section = first([
    ...outside(data.section),
    ...metaValues(meta, ['article:section', 'parsely-section', 'section']),
  ]);
  const url = findUrl(elements, meta, data);
  const address = url?.value ?? '';
  const authors = findAuthors(elements, page, meta, data, site, title?.range ?? null, address);
  const image = findImage(elements, page, meta, data, address);
  const stated = definedOnly({
    title,
    authors: authors && { value: authors.names, range: authors.range },
    date: findDate(withoutOthers(elements), page, meta, data, title?.range ?? null),
    updated: first(
      [
        ...outside(data.modified),
        ...metaValues(meta, modifiedNames),
        ...withProperty(elements, 'dateModified').map((e) => propertyOf(e, page)),
      ].filter(looksDated),
    ),
    section,
    source,
    url,
    language: findLanguage(elements, meta, data),
    licence: findLicence(elements, data),
  });
  return { ...stated, ...image };
}

function definedOnly(fields: { [key: string]: Field | null }): Metadata {
  const metadata: Metadata = {};
  for (const [key, field] of Object.entries(fields)) if (field) metadata[key] = field;
  return metadata;
}

function outside(values: readonly string[]): Stated[] {
  return values.map((value) => ({ value, range: null }));
}

function first(stated: readonly Stated[]): Stated | null {
  return stated.find((s) => s.value !== '' && s.value.length < 300) ?? null;
}

function findDate(
  elements: readonly TreeElement[],
  page: PageText,
  meta: MetaTable,
  data: LinkedData,
  title: Range | null,
): Stated | null {
  const times = elements.filter((e) => e.tagName === 'time');
  const marked = times.filter(
    (e) =>
      attributeOf(e, 'pubdate') !== undefined ||
      /publish|entry-date|posted/iu.test(attributeOf(e, 'class') ?? ''),
  );
  const groups: (() => Stated[])[] = [
    () => outside(data.published),
    () => metaValues(meta, publishedNames),
    () => withProperty(elements, 'datePublished').map((e) => propertyOf(e, page)),
    () => timesOf(marked, page, title),
    () => timesOf(times, page, title),
    () =>
      nearFirst(
        withClass(elements, dateClass)
          .slice(0, 40)
          .map((e) => shownBy(e, page)),
        title,
      ),
    () => (title ? linesBelow(page, title) : []),
  ];
  for (const group of groups) {
    const found = group().find((s) => s.value.length < 120 && looksDated(s));
    if (found) return found;
  }
  return null;
}

/** What `time` elements state, the one next to the title first. */
function timesOf(times: readonly TreeElement[], page: PageText, title: Range | null): Stated[] {
  const shown = times.map((element) => ({ ...shownBy(element, page), stated: propertyOf(element, page) }));
  return nearFirst(shown, title).map((s) => ('stated' in s ? (s.stated as Stated) : s));
}

/** Units below the title within which a page without better signs states its date. */
const nearTitle = 500;

/** Short lines below the title that are a date and little else. */
function linesBelow(page: PageText, title: Range): Stated[] {
  const below = page.text.slice(title.end, title.end + nearTitle);
  return splitLines(below)
    .map(({ start, end }) => trimRange(page.text, { start: title.end + start, end: title.end + end }))
    .filter(({ start, end }) => end - start <= 60)
    .map((range) => ({ value: page.text.slice(range.start, range.end), range }))
    .filter(({ value }) => parseStatedDate(value) !== null);
}

const dateClass =
  /(?:^|[\s_-])(?:date|datum|fecha|data|published|pubdate|posted|timestamp|time|dateline|postmetadata|meta)(?:$|[\s_-])/iu;

/** A year, and something beside it; the editor's tools read the rest. */
function looksDated({ value }: Stated): boolean {
  return /\b(?:19|20)\d\d\b|\b(?:19|20)\d{6}/u.test(value) && /\d/u.test(value.replace(/(?:19|20)\d\d/u, ''));
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s"'<>]+$/iu.test(value);
}

function findUrl(elements: readonly TreeElement[], meta: MetaTable, data: LinkedData): Stated | null {
  const links = elements.filter((e) => e.tagName === 'link' && hasRel(e, 'canonical'));
  const canonical = links.map((e) => attributeOf(e, 'href')?.trim() ?? '');
  const stated = [
    ...outside(canonical),
    ...metaValues(meta, ['og:url', 'twitter:url', 'parsely-link']),
    ...outside(data.url),
  ];
  return stated.find((s) => isAddress(s.value) && s.value.length < 2000) ?? null;
}

function hasRel(element: TreeElement, name: string): boolean {
  return (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/u).includes(name);
}

function findLanguage(elements: readonly TreeElement[], meta: MetaTable, data: LinkedData): Stated | null {
  const root = elements.find((e) => e.tagName === 'html');
  const own = root && (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang'));
  const stated = [
    ...outside(own ? [own] : []),
    ...metaValues(meta, ['content-language', 'og:locale', 'dc.language']),
    ...outside(data.language),
  ];
  const found = stated.find((s) => /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/iu.test(s.value.trim()));
  return found ? { value: found.value.trim().replaceAll('_', '-'), range: null } : null;
}

function findLicence(elements: readonly TreeElement[], data: LinkedData): Stated | null {
  const links = elements.filter((e) => hasRel(e, 'license') || hasRel(e, 'licence'));
  return first(outside([...links.map((e) => attributeOf(e, 'href')?.trim() ?? ''), ...data.licence]));
}
