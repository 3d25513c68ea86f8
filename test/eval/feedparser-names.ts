/** What a reader of feeds knows, in the names that feedparser gives it, synonyms included. */
import type { Person } from '../../src/ingest/feed/entry.ts';
import type { Names } from './conditions.ts';

function tupleOf(iso: string | null | undefined): number[] | null {
  if (!iso || !/^\d{4}-/u.test(iso)) return null;
  const time = new Date(iso);
  const start = Date.UTC(time.getUTCFullYear(), 0, 0);
  const midnight = Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate());
  return [
    ...[time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()],
    ...[time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()],
    ...[(time.getUTCDay() + 6) % 7, (midnight - start) / 86_400_000, 0],
  ];
}

function personNames(person: Person): Names {
  return Object.fromEntries(
    Object.entries({ name: person.name, email: person.email, href: person.url }).filter(
      ([, value]) => value !== null,
    ),
  );
}

/** What both readers know of a feed, an entry or a source, before feedparser's synonyms. */
export type Known = {
  title?: string | null;
  link?: string | null;
  id?: string | null;
  summary?: string | null;
  description?: string | null;
  content?: string | null;
  authors?: readonly Person[];
  contributors?: Person[];
  rights?: string | null;
  licence?: string | null;
  language?: string | null;
  updated?: string | null;
  published?: string | null;
  created?: string | null;
  image?: string | null;
  generator?: string | null;
  comments?: string | null;
  tags?: readonly { term: string; scheme?: string | null; label?: string | null }[];
  source?: Known | null;
  enclosures?: { url: string; type: string | null; length: string | null }[];
};

/** In the names of feedparser, synonyms included; what is not known is left out. */
export function feedparserNames(known: Known): Names {
  const { title, summary, content, rights, authors = [], contributors = [], tags = [] } = known;
  const [author] = authors;
  const { name, email } = author ?? { name: null, email: null };
  const byline = name && email ? `${name} (${email})` : (name ?? email);
  const about = summary || content || null;
  const names: Names = {
    ...{ title, title_detail: title && { value: title } },
    ...{ link: known.link, href: known.link, id: known.id, guid: known.id },
    ...Object.fromEntries(
      ['summary', 'description', 'subtitle', 'tagline'].flatMap((key) => [
        [key, about],
        [`${key}_detail`, about && { value: about }],
      ]),
    ),
    content: content ? [{ value: content, language: known.language }] : null,
    ...{ rights, copyright: rights, rights_detail: rights && { value: rights } },
    copyright_detail: rights && { value: rights },
    ...{ license: known.licence, language: known.language, comments: known.comments },
    ...{ generator: known.generator, image: known.image && { href: known.image } },
    ...{ icon: known.image, logo: known.image },
    generator_detail: known.generator && { name: known.generator },
    ...{ author: byline, author_detail: author && personNames(author) },
    authors: authors.length > 0 ? authors.map(personNames) : null,
    contributors: contributors.length > 0 ? contributors.map(personNames) : null,
    ...{ tags: tags.length > 0 ? tags : null, category: tags[0]?.term },
    categories: tags.map((tag) => [tag.scheme ?? null, tag.term]),
    source: known.source && feedparserNames({ ...known.source, summary: known.source.description ?? null }),
    enclosures: known.enclosures?.map(({ url, type, length }) => ({ href: url, type, length })),
  };
  for (const [key, value] of [
    ...[
      ['updated', known.updated],
      ['modified', known.updated],
      ['date', known.updated ?? known.published],
    ],
    ...[
      ['published', known.published],
      ['issued', known.published],
      ['created', known.created],
    ],
  ] as [string, string | null | undefined][]) {
    names[key] = value;
    names[`${key}_parsed`] = tupleOf(value);
  }
  return Object.fromEntries(
    Object.entries(names).filter(([, v]) => v !== null && v !== undefined && v !== ''),
  );
}
