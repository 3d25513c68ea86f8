/**
 * Measures the reader of feeds against feedparser's suite: `npm run -s eval:feed-suites -- <its tests folder> [-v]`.
 * Each file of `wellformed` states a condition in feedparser's names; ours and those of @rowanmanning/feed-parser are
 * put into these names first, and a time as written counts as right where ours is the same moment. `-v` lists what
 * fails. With `--throws`, any folder: every file below it is ingested whole, and what throws is named.
 *
 * Left out are folders about what is no feed of today or no field of an article: cdf (a format of 1997), geo, itunes, media-rss, psc (namespaces of
 * podcasts and maps), http and files `http_*` (headers: a saved file has none), sanitize (which tags a browser may be given: a page is rendered from text here,
 * never from the markup of a feed). Fields that Digestif has no use for are counted apart: see `unheld`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import type { Person } from '../../src/ingest/feed/entry.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { decodeText } from '../../src/text/encodings.ts';
import { type Condition, type Names, parseCondition } from './conditions.ts';
import { showFeed } from './feeds.ts';

const leftOut = new Set(['cdf', 'geo', 'itunes', 'media-rss', 'psc', 'http', 'sanitize']);

/** Types, bases and languages of single fields, link relations, and what only players, clouds and forms need. */
const unheld =
  /\b(?:madeup_element|abcdefg|wfw_\w+|prodlink|info|info_detail|image\.(?:title|link|width|height|description)|generator_detail\.(?:url|href))\b|\.(?:type|base|rel|links|src|docs|ttl|cloud|textinput|errorreportsto|guidislink|version|expired\w*|validity\w*|newlocation|namespaces|publisher\w*|itunes\w*|where|thr_\w*)\b|^(?:version|encoding|namespaces|headers|etag|modified\w*|locals)\b|_detail\.(?:type|base|language)/u;

type Check = { file: string; folder: string; condition: Condition | null; source: string };

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function readCheck(file: string): Check {
  const text = decodeText(readFileSync(file), { markup: 'xml' }).text;
  const source = /Description:[\s\S]*?Expect:\s*(.*?)\s*(?:-->|\n)/u.exec(text)?.[1] ?? '';
  try {
    return { file, folder: basename(dirname(file)), source, condition: parseCondition(source) };
  } catch {
    return { file, folder: basename(dirname(file)), source, condition: null };
  }
}

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
type Known = {
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
function feedparserNames(known: Known): Names {
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

function oursIn(bytes: Uint8Array): Names {
  const { feed, entries } = showFeed(bytes);
  const shown = entries.map((e) => feedparserNames(e));
  return {
    feed: feed ? feedparserNames({ ...feed, summary: feed.description }) : {},
    entries: shown,
  };
}

function theirsIn(bytes: Uint8Array): Names {
  try {
    const feed = parseFeed(decodeText(bytes, { markup: 'xml' }).text);
    const common = (item: (typeof feed.items)[number] | typeof feed): Known => ({
      title: item.title,
      link: item.url,
      summary: item.description,
      authors: item.authors,
      updated: item.updated?.toISOString() ?? null,
      published: item.published?.toISOString() ?? null,
      image: item.image?.url ?? null,
      tags: item.categories.map(({ term, label, url }) => ({ term, label, scheme: url })),
    });
    return {
      feed: feedparserNames({
        ...common(feed),
        rights: feed.copyright,
        language: feed.language,
        generator: feed.generator?.label ?? null,
      }),
      entries: feed.items.map((i) => feedparserNames({ ...common(i), id: i.id, content: i.content })),
    };
  } catch {
    return { feed: {}, entries: [] };
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Row = { checks: number; ours: number; theirs: number; apart: number };

function measure(folder: string, verbose: boolean): void {
  const checks = filesBelow(join(folder, 'wellformed'))
    .filter((f) => f.endsWith('.xml') && !basename(f).startsWith('http_'))
    .map(readCheck);
  const rows = new Map<string, Row>();
  let unread = 0;
  for (const { file, folder: name, condition, source } of checks) {
    const row = rows.get(name) ?? { checks: 0, ours: 0, theirs: 0, apart: 0 };
    rows.set(name, row);
    if (!condition) {
      unread += 1;
      if (verbose) print(`not understood  ${name}/${basename(file)}  ${source}`);
      continue;
    }
    const fields = condition.paths.filter((path) => path !== 'bozo');
    if (fields.length === 0 || fields.some((path) => unheld.test(path))) {
      row.apart += 1;
      continue;
    }
    const bytes = readFileSync(file);
    const right = holds(condition, oursIn(bytes));
    row.checks += 1;
    row.ours += right ? 1 : 0;
    row.theirs += holds(condition, theirsIn(bytes)) ? 1 : 0;
    if (verbose && !right && !leftOut.has(name)) print(`${name}/${basename(file)}  ${source}`);
  }
  printTable(rows, unread);
}

function holds(condition: Condition, names: Names): boolean {
  return condition.test({ ...names, bozo: false });
}

function printTable(rows: ReadonlyMap<string, Row>, unread: number): void {
  const line = (name: string, { checks, ours, theirs, apart }: Row) => {
    const share = (n: number) => (checks === 0 ? '-' : `${((100 * n) / checks).toFixed(1)}%`);
    const cells = [checks, ours, share(ours), theirs, share(theirs), apart];
    print([name.padEnd(18), ...cells.map((cell) => String(cell).padStart(7))].join(' '));
  };
  print(
    ['folder'.padEnd(18), ...['checks', 'ours', '', 'rowan', '', 'apart'].map((c) => c.padStart(7))].join(
      ' ',
    ),
  );
  const total: Row = { checks: 0, ours: 0, theirs: 0, apart: 0 };
  for (const [name, row] of rows) {
    if (leftOut.has(name)) continue;
    line(name, row);
    for (const key of ['checks', 'ours', 'theirs', 'apart'] as const) total[key] += row[key];
  }
  line('all', total);
  for (const [name, row] of rows) if (leftOut.has(name)) line(`(${name})`, row);
  print(`conditions not understood: ${unread}`);
}

/** Ingests every file below a folder under its own name, and as a feed where its name says nothing of one. */
async function countThrows(folder: string): Promise<void> {
  const counts = { files: 0, throws: 0, articles: 0, feeds: 0, wrong: 0 };
  for (const file of filesBelow(folder).filter((f) => /\.(?:xml|rss|atom|rdf|json|feed|cdf)$/iu.test(f))) {
    counts.files += 1;
    const bytes = readFileSync(file);
    try {
      const { value, diagnostics } = await ingest({ path: `${basename(file)}.rss`, bytes });
      // What throws inside is told as a file that cannot be read.
      const thrown = diagnostics.find((d) => d.code === 'unreadable-file');
      if (thrown) throw new Error(thrown.message);
      if (!value) continue;
      const { parts, markup, unreadable } = value.bytes;
      counts.feeds += 1;
      counts.articles += value.parts.length;
      counts.wrong += parts + markup + unreadable === bytes.length ? 0 : 1;
    } catch (error) {
      counts.throws += 1;
      print(`${file}: ${String(error)}`);
    }
  }
  print(JSON.stringify(counts));
}

async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (folder === undefined) {
    process.stderr.write('usage: npm run -s eval:feed-suites -- <folder> [-v | --throws]\n');
    return 2;
  }
  if (args.includes('--throws')) await countThrows(folder);
  else measure(folder, args.includes('-v'));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
