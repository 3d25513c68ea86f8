/**
 * Measures the reader of feeds against feedparser's suite: `npm run -s eval:feed-suites -- <its tests folder> [-v]`.
 * Each file of `wellformed` states a condition in feedparser's names, which ours and those of
 * @rowanmanning/feed-parser are put into. Markup is compared by its words, a time as written with the same moment;
 * "not bozo" is taken as true. `-v` lists what fails. With `--throws`, any folder: every file below it is ingested
 * as a feed, what throws is named, and the bytes are added up.
 *
 * Left out: cdf (a format of 1997); geo, itunes, media-rss, psc (maps and podcasts); http and files `http_*` (headers:
 * a saved file has none); sanitize (which tags a browser may be given: no markup of a feed is ever published here).
 * Checks of fields that Digestif has no use for (`unheld`) are counted apart.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { ingest } from '../../src/ingest/ingest.ts';
import { decodeText } from '../../src/text/encodings.ts';
import { type Condition, type Names, parseCondition } from './conditions.ts';
import { feedparserNames, type Known } from './feedparser-names.ts';
import { showFeed } from './feeds.ts';

const leftOut = new Set(['cdf', 'geo', 'itunes', 'media-rss', 'psc', 'http', 'sanitize']);

/** Types and bases of single fields, relations of links, a picture's frame, and what no namespace known here has. */
const unheldFields = [
  ...[
    'type',
    'base',
    'rel',
    'links',
    'src',
    'docs',
    'ttl',
    'cloud',
    'textinput',
    'errorreportsto',
    'guidislink',
  ],
  ...[
    'version',
    'expired\\w*',
    'validity\\w*',
    'publisher\\w*',
    'itunes\\w*',
    'wfw_\\w+',
    'thr_\\w*',
    'info',
  ],
  ...[
    'info_detail',
    'madeup_element',
    'abcdefg',
    '\\w+_detail\\.language',
    'generator_detail\\.(?:url|href)',
  ],
  'image\\.(?:title|link|width|height|description)',
];
/** Or what is said of the answer of a server, not of a feed. */
const unheld = new RegExp(
  `\\.(?:${unheldFields.join('|')})(?:\\.|$)|^(?:version|encoding|namespaces|headers|etag|modified|locals)`,
  'u',
);

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
