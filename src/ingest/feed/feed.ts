import { diagnose } from '../../errors.ts';
import { measureIn } from '../../text/encodings/measure.ts';
import { type Decoded, decodeText } from '../../text/encodings.ts';
import { lineOf } from '../../text/ranges.ts';
import type { Diagnostic, Result } from '../../types.ts';
import { complainOfBytes } from '../complaints.ts';
import type { ReadFile, SourceFile } from '../reader.ts';
import { type Feed, type FeedEntry, nameEntry } from './entry.ts';
import { readJsonFeed } from './json-feed.ts';
import { type EntryPart, readEntryPart } from './parts.ts';
import { nameOther } from './sniff.ts';
import { readXmlFeed } from './xml-feed.ts';

/** The feed in a file's text, whatever its dialect; null when there is none. */
export function parseFeed(text: string): Feed | null {
  return /^[\s\uFEFF]*[{[]/u.test(text) ? readJsonFeed(text) : readXmlFeed(text);
}

/**
 * Reads a saved feed: an article an entry. The bytes of a part are those of its field between its tags, as the file
 * writes them; the rest of the feed is markup.
 */
export function readFeed(file: SourceFile, reader: string): Result<ReadFile | null> {
  const decoded = decodeText(file.bytes, { markup: 'xml' });
  if (decoded.text.trim() === '') return refuse(diagnose('empty-file', 'is empty', { file: file.path }));
  const feed = parseFeed(decoded.text);
  if (!feed) {
    const message = `is not an article: ${nameOther(decoded.text.slice(0, 10_000))}`;
    return refuse(diagnose('not-an-article', message, { file: file.path }));
  }
  const read = feed.entries.map((entry, i) => readEntryPart(file, reader, feed.head, entry, i + 1));
  const found = read.filter((part) => part !== null);
  return {
    value: { bytes: sumBytes(file, decoded, found), parts: found.map((part) => part.reading) },
    diagnostics: complain(file.path, decoded, feed, read),
  };
}

function refuse(diagnostic: Diagnostic): Result<null> {
  return { value: null, diagnostics: [diagnostic] };
}

function sumBytes(file: SourceFile, decoded: Decoded, parts: readonly EntryPart[]): ReadFile['bytes'] {
  const text = file.bytes.length - decoded.unreadable;
  const measure = measureIn(decoded.encoding);
  const measured = parts.reduce((sum, part) => sum + measure(part.raw), 0);
  const own = Math.min(measured, text);
  return { parts: own, markup: text - own, unreadable: decoded.unreadable };
}

type Kind = { code: 'excerpt' | 'title-only'; say: (many: number) => string; hint: string };

const excerpts: Kind = {
  code: 'excerpt',
  say: (many) =>
    many === 1 ? 'the feed holds only an excerpt of' : `the feed holds only excerpts of ${many}:`,
  hint: 'Save the articles themselves if whole texts are wanted.',
};
const titles: Kind = {
  code: 'title-only',
  say: (many) =>
    many === 1 ? 'the feed holds only the title of' : `the feed holds only the titles of ${many}:`,
  hint: 'Save the articles themselves.',
};

function complain(
  file: string,
  decoded: Decoded,
  feed: Feed,
  read: readonly (EntryPart | null)[],
): Diagnostic[] {
  const cut = feed.entries.filter((_, i) => read[i]?.excerpt);
  const bare = feed.entries.filter((entry, i) => read[i] === null && nameEntry(entry) !== null);
  return [
    ...complainOfBytes(file, decoded),
    ...complainOfMarkup(file, decoded.text, feed),
    ...complainOfEntries(file, decoded.text, cut, excerpts),
    ...complainOfEntries(file, decoded.text, bare, titles),
  ];
}

function complainOfMarkup(file: string, text: string, { broken, entries }: Feed): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (broken !== null) {
    const message =
      broken >= text.length ? 'the feed breaks off at its end' : 'the markup of the feed is broken';
    const hint = 'It was read as far as it goes. Save the feed again if entries are missing.';
    found.push(diagnose('broken-feed', message, { file, line: lineOf(text, broken), hint }));
  }
  if (entries.length === 0) found.push(diagnose('no-article-found', 'The feed has no entries.', { file }));
  return found;
}

/** One note for all entries of a kind, at the line of the first: a feed may have thousands. */
function complainOfEntries(
  file: string,
  text: string,
  entries: readonly FeedEntry[],
  { code, say, hint }: Kind,
): Diagnostic[] {
  const [first] = entries;
  if (!first) return [];
  const named = entries.slice(0, 3).map((entry) => `"${nameEntry(entry) ?? 'no title'}"`);
  const more = entries.length > named.length ? ' …' : '';
  const message = `${say(entries.length)} ${named.join(', ')}${more}`;
  return [diagnose(code, message, { file, line: lineOf(text, first.start), hint })];
}
