/** A field of an entry that may be its text. `source` is decoded once, `raw` as it stands in the file. */
export type FeedContent = {
  field: string;
  type: 'html' | 'text';
  source: string;
  raw: string;
  /** Whether the format calls it a summary of more that stands elsewhere. */
  summary: boolean;
};

/** Who wrote it. An address stays out of what is published: it may be private. */
export type Person = { name: string | null; email: string | null; url: string | null };

/** `term` is the word itself, `scheme` the list it is from, `label` its name for people. */
export type Category = { term: string; scheme: string | null; label: string | null };

export type Enclosure = { url: string; type: string | null; length: string | null };

/** A picture for an entry, with what is said of it. */
export type EntryImage = { url: string; alt: string | null; credit: string | null };

/** An entry as the feed states it. Dates are words as written; addresses are absolute where the feed lets us. */
export type FeedEntry = {
  /** Where it begins, in units of the decoded file. */
  start: number;
  title: string;
  link: string | null;
  id: string | null;
  published: string | null;
  updated: string | null;
  created: string | null;
  authors: Person[];
  contributors: Person[];
  categories: Category[];
  section: string | null;
  /** The feed that it was taken from, where that is another one. */
  source: FeedHead | null;
  licence: string | null;
  language: string | null;
  enclosures: Enclosure[];
  picture: EntryImage | null;
  comments: string | null;
  rights: string;
  /** As the feed has it, with its markup. */
  summary: string;
  /** Best first. */
  contents: FeedContent[];
};

/** What a feed says of itself; entries fall back on some of it. */
export type FeedHead = {
  kind: string;
  title: string;
  link: string | null;
  description: string;
  language: string | null;
  authors: Person[];
  contributors: Person[];
  /** Who answers for the feed: no author of its entries. */
  editor: Person | null;
  licence: string | null;
  rights: string;
  generator: string | null;
  image: string | null;
  categories: Category[];
  published: string | null;
  updated: string | null;
  id: string | null;
};

/** `broken`: where the file first breaks the rules of its format. */
export type Feed = { head: FeedHead; entries: FeedEntry[]; broken: number | null };

/** What people call an entry, or null where it has no name at all. */
export function nameEntry(entry: Pick<FeedEntry, 'title' | 'link'>): string | null {
  const name = entry.title || entry.link;
  return name ? name.slice(0, 60) : null;
}
