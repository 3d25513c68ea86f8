/**
 * Prints a saved feed as read, in JSON: `npm run -s eval:feeds -- <file>`. Times are ISO in UTC where they could be
 * read, else as written. `content` is the best field of an entry, as HTML or text. Exit code 1: the file is no feed.
 */
import { readFileSync } from 'node:fs';
import { decodeFeed } from '../../src/ingest/feed/charset.ts';
import { readFeedDate } from '../../src/ingest/feed/dates.ts';
import type { FeedEntry, FeedHead } from '../../src/ingest/feed/entry.ts';
import { parseFeed } from '../../src/ingest/feed/feed.ts';

function timeOf(words: string | null): string | null {
  return words && (readFeedDate(words) ?? words);
}

function showHead({ title, link, description, language, authors, licence, updated, id, kind }: FeedHead) {
  const base = { kind, title, link, id, description, language, licence, updated: timeOf(updated) };
  return { ...base, author: authors[0] ?? null, authors };
}

function showEntry(entry: FeedEntry) {
  const { title, link, id, published, updated, authors, summary, categories, contents } = entry;
  return {
    title,
    link,
    id,
    published: timeOf(published),
    updated: timeOf(updated),
    author: authors[0] ?? null,
    authors,
    summary,
    content: contents.find((c) => !c.summary)?.source ?? null,
    categories,
    section: entry.section,
    language: entry.language,
    licence: entry.licence,
    source: entry.source,
    enclosures: entry.enclosures,
  };
}

function main(args: readonly string[]): number {
  const [file] = args;
  if (file === undefined) {
    process.stderr.write('usage: npm run -s eval:feeds -- <file>\n');
    return 2;
  }
  const feed = parseFeed(decodeFeed(readFileSync(file)).text);
  const shown = feed
    ? { feed: showHead(feed.head), entries: feed.entries.map(showEntry) }
    : { feed: null, entries: [] };
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return feed ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
