/**
 * Prints a saved feed as read, in JSON: `npm run -s eval:feeds -- <file>`. Times are ISO in UTC where they could be
 * read, else as written. `content` is what the format calls so, `text` the field that becomes the article. Exit code 1:
 * the file is no feed.
 */
import { readFileSync } from 'node:fs';
import { decodeFeed } from '../../src/ingest/feed/charset.ts';
import { readFeedDate } from '../../src/ingest/feed/dates.ts';
import type { FeedEntry, FeedHead, Person } from '../../src/ingest/feed/entry.ts';
import { parseFeed } from '../../src/ingest/feed/feed.ts';

function timeOf(words: string | null): string | null {
  return words && (readFeedDate(words) ?? words);
}

/** Markup in an Atom feed stands in one `div` that is no part of it. */
function unwrap(html: string): string {
  return /^\s*<div[^<>]*>([\s\S]*)<\/div>\s*$/iu.exec(html)?.[1]?.trim() ?? html;
}

function showAuthors(authors: readonly Person[]) {
  return { author: authors[0]?.name ?? authors[0]?.email ?? null, authors };
}

function showHead({ authors, updated, published, ...head }: FeedHead) {
  return { ...head, updated: timeOf(updated), published: timeOf(published), ...showAuthors(authors) };
}

function showEntry({ start: _, contents, authors, published, updated, summary, ...entry }: FeedEntry) {
  const full = contents.find((c) => !c.summary && !c.field.endsWith('description'));
  return {
    ...entry,
    published: timeOf(published),
    updated: timeOf(updated),
    ...showAuthors(authors),
    summary: unwrap(summary),
    content: full ? unwrap(full.source) : null,
    text: contents[0]?.source ?? null,
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
