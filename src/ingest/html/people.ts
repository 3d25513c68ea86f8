import type { Range } from '../../types.ts';
import type { LinkedData } from './json-ld.ts';
import type { PageText } from './page-text.ts';
import {
  isBelow,
  type MetaTable,
  metaValues,
  nearFirst,
  propertyOf,
  type Stated,
  shownBy,
  withClass,
  withoutOthers,
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
  title: Range | null = null,
  address = '',
): People | null {
  const own = withoutOthers(elements);
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
      together(
        nearFirst(
          withClass(own, bylineClass)
            .slice(0, 50)
            .map((e) => shownBy(e, page)),
          title,
        ),
      ),
    () => writtenBy(page),
  ];
  for (const group of groups) {
    const people = namesFrom(group(), { site, host: hostOf(address) });
    if (people) return people;
  }
  return null;
}

/** The first, and those beside it: further away stand the authors of other articles. */
function together(stated: readonly Stated[]): Stated[] {
  const [first] = stated;
  const start = first?.range?.start;
  if (start === undefined) return stated.slice(0, 5);
  return stated.filter((s) => s.range && Math.abs(s.range.start - start) < 300).slice(0, 5);
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

/** The longest label of the host of an address: of www.post.example/light it is `post`. */
function hostOf(address: string): string {
  const labels = URL.parse(address)?.hostname.split('.').slice(0, -1) ?? [];
  return labels.filter((l) => l !== 'www').reduce((a, b) => (b.length > a.length ? b : a), '');
}

/** The names of the publication, which is no author. */
type Site = { site: string; host: string };

function namesFrom(stated: readonly Stated[], { site, host }: Site): People | null {
  const found = new Map<string, string>();
  let range: Stated['range'] = null;
  for (const { value, range: place } of stated) {
    for (const name of splitNames(value)) {
      if (!isName(name, site) || isSite(name, { site, host }, found.size > 0)) continue;
      if (found.has(name.toLowerCase())) continue;
      range ??= place;
      found.set(name.toLowerCase(), name);
    }
  }
  return found.size === 0 ? null : { names: [...found.values()].slice(0, 12), range };
}

/** "RT" at rt.com or of "RT International"; after a person also "Harbour International" at harbourpost.com. */
function isSite(name: string, { site, host }: Site, second: boolean): boolean {
  const [first = ''] = name.split(/\s+/u);
  const folded = first.toLowerCase();
  if (name !== first) return second && folded.length > 4 && host.startsWith(folded);
  const coined = /^\p{Lu}+$|\p{Ll}\p{Lu}/u.test(name);
  return (
    coined && (folded === site.split(/\s+/u)[0]?.toLowerCase() || (host !== '' && folded.startsWith(host)))
  );
}

/** One name each, without "By" and without roles, mails and dates behind them. */
export function splitNames(text: string): string[] {
  const line = text
    .replace(
      /^[\s|\u2022]*(?:(?:written|posted|published|story|words?|reported)\s+)?(?:by|von|par|por|di|door|av|af|author|autor|autorka|auteur|autore|yazar|text|texto|testo|текст|автор|作者|記者|文)(?!\p{L})[\s:]*/iu,
      '',
    )
    .replace(/\s*[(|\u2022\u00b7/].*$|\s+(?:published|posted|updated|on|in|at|for|from)\b.*$/iu, '')
    .replace(/\b\S+@\S+\b.*$|(?<=\s\S*)\s*\d.*$|^\d.*$/u, '');
  const pieces = line
    .split(
      /\s*[,;]\s*|(?<=\p{Ll}{2})(?<!(?<!\p{L})(?:Dr|Mr|Ms|St|Fr|Lt|Col|Maj|Rev|Prof|Hon|Capt|Gov|Sen|Rep|Gen|Sgt|Insp|Supt|Msgr|Mrs|Mme|Mlle|Sra|Dra|Frau|Ing|Dipl|Mag))\.\s+|\s+(?:and|und|et|y|e|i|och|og|en|и|και|&)\s+/iu,
    )
    .map((p) => p.trim());
  const full = /\S\s+\S/u.test(pieces[0] ?? '');
  return pieces.filter(
    (piece, i) => piece !== '' && (i === 0 || !(roles.test(piece) || isOutlet(piece, full))),
  );
}

/** "Ada Quill, Harbourpost": after a full name one word is the paper. */
function isOutlet(piece: string, full: boolean): boolean {
  return full && /^[\p{Script=Latin}\p{N}.'’-]+$/u.test(piece);
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
  if (
    /^the\s/iu.test(name) ||
    /^\p{Lu}.*\s(?!(?:von|van|zu|zur|bin|ibn|dos?|das?|dal|del|dell[ao]|della|den|der|des|di|du|el|la|las|le|los|ten|ter|af|av|y|e|i|of|the)\s)\p{Ll}{4,}(?:\s|$)/u.test(
      name,
    )
  )
    return false;
  return /\p{L}/u.test(name) && name.split(/\s+/u).length <= 6;
}
