/**
 * Prints a saved feed as read, in JSON: `npm run -s eval:feeds -- <file>`. Exit code 1: the file is no feed.
 *
 * `feed`: kind, title, subtitle (also `description`), link, id, language, updated, published, author, authors (name,
 * email, url), contributors, rights, licence, image, generator, categories; `entries`: title, link, id, published,
 * updated, created, author, authors, contributors, summary, content, text, rights, licence, language, categories,
 * section, source (title, link, id, …), comments, enclosures; `categories` are words, `tags` the same with
 * scheme and label. What is not stated is null, '' or [].
 *
 * Titles, names and rights are text: tags gone, references decoded, space folded. `summary` and `content` are HTML or
 * text as the feed has them, decoded once, scripts and styles left out; `text` is the field that becomes the article. Links are
 * absolute by xml:base, else by the feed's link. Times are ISO in UTC where they can be read, else as written;
 * an entry that states one time alone was published and updated then.
 */
import { readFileSync } from 'node:fs';
import { readFeedDate } from '../../src/ingest/feed/dates.ts';
import type { Category, FeedEntry, FeedHead, Person } from '../../src/ingest/feed/entry.ts';
import { parseFeed } from '../../src/ingest/feed/feed.ts';
import { dropUnseen } from '../../src/ingest/feed/words.ts';
import { decodeText } from '../../src/text/encodings.ts';

export type ShownFeed = {
  feed: ReturnType<typeof showHead> | null;
  entries: ReturnType<typeof showEntry>[];
};

function timeOf(words: string | null): string | null {
  return words && (readFeedDate(words) ?? words);
}

/** Markup in an Atom feed stands in one `div` that is no part of it. */
function unwrap(html: string): string {
  return dropUnseen(/^\s*<div[^<>]*>([\s\S]*)<\/div>\s*$/iu.exec(html)?.[1]?.trim() ?? html);
}

function showAuthors(authors: readonly Person[]) {
  return { author: authors[0]?.name ?? authors[0]?.email ?? null, authors };
}

function showCategories(tags: readonly Category[]) {
  return { categories: tags.map(({ term }) => term), tags };
}

function showHead({ authors, updated, published, categories, editor, ...head }: FeedHead) {
  return {
    ...head,
    subtitle: head.description,
    ...showCategories(categories),
    updated: timeOf(updated),
    published: timeOf(published),
    ...showAuthors(authors.length > 0 || !editor ? authors : [editor]),
  };
}

function showEntry({ start: _, contents, authors, categories, summary, source, ...entry }: FeedEntry) {
  const full = contents.find((c) => !c.summary && !c.field.endsWith('description'));
  return {
    ...entry,
    published: timeOf(entry.published),
    updated: timeOf(entry.updated ?? entry.published),
    created: timeOf(entry.created),
    ...showAuthors(authors),
    ...showCategories(categories),
    source: source && showHead(source),
    summary: unwrap(summary),
    content: full ? unwrap(full.source) : null,
    text: contents[0]?.source ?? null,
  };
}

/** The feed in the bytes of a file, all null where there is none. */
export function showFeed(bytes: Uint8Array): ShownFeed {
  const feed = parseFeed(decodeText(bytes, { markup: 'xml' }).text);
  return feed
    ? { feed: showHead(feed.head), entries: feed.entries.map(showEntry) }
    : { feed: null, entries: [] };
}

function main(args: readonly string[]): number {
  const [file] = args;
  if (file === undefined) {
    process.stderr.write('usage: npm run -s eval:feeds -- <file>\n');
    return 2;
  }
  const shown = showFeed(readFileSync(file));
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return shown.feed ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
