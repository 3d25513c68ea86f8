import type { Field, Metadata, PartReading } from '../../types.ts';
import { readPage } from '../html/page.ts';
import { partOf, type SourceFile } from '../reader.ts';
import { statedDate } from './dates.ts';
import type { FeedContent, FeedEntry, FeedHead } from './entry.ts';
import { findExcerpt } from './excerpts.ts';
import { splitParagraphs } from './paragraphs.ts';
import { namesOf } from './people.ts';

/** An entry as a part. `raw` is its field as it stands in the file; `excerpt` says why it is not the whole article. */
export type EntryPart = { reading: PartReading; raw: string; excerpt: string | null };

/** The part of the `number`th entry: its best field that holds words. Null where none does. */
export function readEntryPart(
  file: SourceFile,
  reader: string,
  head: FeedHead,
  entry: FeedEntry,
  number: number,
): EntryPart | null {
  for (const content of entry.contents) {
    const { text, blocks, metadata: shown } = readContent(content);
    if (blocks.length === 0 || text.trim() === '') continue;
    const part = partOf(file, reader, `entry-${number}/${content.field}`, text);
    const excerpt = findExcerpt(content, text, entry.link !== null);
    const metadata = { ...metadataOf(head, entry, excerpt), ...imageOf(entry, shown) };
    return { reading: { part, shape: 'article', metadata, blocks }, raw: content.raw, excerpt };
  }
  return null;
}

function readContent(content: FeedContent): Pick<PartReading, 'blocks' | 'metadata'> & { text: string } {
  if (content.type === 'html') return readPage(content.source, { whole: true });
  return { text: content.source, blocks: splitParagraphs(content.source), metadata: {} };
}

/** The picture that the feed states for an entry, else the one that its text shows. */
function imageOf({ picture }: FeedEntry, shown: Metadata): Metadata {
  const own = Object.entries(shown).filter(([key]) => key.startsWith('image'));
  if (!picture) return Object.fromEntries(own);
  const stated = { image: picture.url, imageAlt: picture.alt, imageCredit: picture.credit };
  const said = Object.entries(stated).flatMap(([key, value]) => (value ? [[key, besideThePart(value)]] : []));
  // Of a picture that the text shows too, its words hold as well.
  const same = shown['image']?.value === picture.url;
  return { ...(same ? Object.fromEntries(own) : {}), ...Object.fromEntries(said) };
}

/** What the feed states about an entry, all of it outside the part. Of the feed's own words what an entry inherits. */
function metadataOf(head: FeedHead, entry: FeedEntry, excerpt: string | null): Metadata {
  const authors = namesOf(entry.authors.length > 0 ? entry.authors : head.authors);
  const stated: [string, string | string[] | null][] = [
    ['title', entry.title],
    ['url', webAddress(entry.link)],
    ['date', entry.published && statedDate(entry.published)],
    ['updated', entry.updated && statedDate(entry.updated)],
    ['authors', authors.length > 1 ? authors : (authors[0] ?? null)],
    ['source', entry.source?.title || head.title],
    ['licence', entry.licence ?? head.licence],
    ['language', entry.language ?? head.language],
    ['section', entry.section],
    ['excerpt', excerpt],
  ];
  const metadata: Metadata = {};
  for (const [key, value] of stated) if (value) metadata[key] = besideThePart(value);
  return metadata;
}

function besideThePart(value: string | string[]): Field {
  return { value, range: null };
}

function webAddress(link: string | null): string | null {
  return link && /^https?:\/\//iu.test(link) && URL.canParse(link) ? link : null;
}
