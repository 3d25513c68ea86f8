/** The words of the whole house: plain data, no behaviour. Lengths and offsets are UTF-16 units. */

export type Severity = 'error' | 'warning' | 'note';

/** Something the editor should know. `file` is a path below the newsletter's folder, `line` counts from 1. */
export type Diagnostic = {
  code: string;
  severity: Severity;
  message: string;
  file?: string;
  line?: number;
  hint?: string;
};

/** What every stage returns. */
export type Result<T> = { value: T; diagnostics: Diagnostic[] };

/**
 * Gives what `make` gives; where somebody keeps it, what it gave before for the same name and inputs. Objects are the
 * same by identity, bytes and all other values by what they are. Neither inputs nor results may be changed afterwards.
 */
export type Remember = <T>(name: string, inputs: readonly unknown[], make: () => T) => T;

/** Half-open: `start` belongs to it, `end` does not. */
export type Range = { start: number; end: number };

export type RangeClass = 'title' | 'metadata' | 'body' | 'boilerplate' | 'duplicate' | 'unreadable';

/** What a range of a part became, and the rule that said so. */
export type ClassedRange = Range & { class: RangeClass; rule: string };

/**
 * The text that a named, versioned reader obtained from a file by transfer, charset and entity decoding alone.
 * `key` is `<file>#<name>`; `file` is a path below articles/ with forward slashes; `sha256` is of the file's bytes.
 */
export type Part = {
  key: string;
  file: string;
  sha256: string;
  reader: string;
  name: string;
  text: string;
};

export type BlockKind =
  | 'line'
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'code'
  | 'table'
  | 'image'
  | 'html'
  | 'rule'
  | 'front-matter';

/** A piece of a part as its format shows it: `span` with syntax, `ranges` the text without it. Nothing judged. */
export type Block = {
  kind: BlockKind;
  span: Range;
  ranges: Range[];
  /** Heading depth, 1 to 6. */
  depth?: number;
  /** Where a heading leads. */
  link?: string;
  /** Text whose characters cannot be found in the part one by one (an entity, say): never highlighted. */
  unaligned?: Range[];
  /** What is meant for the person a mail went to: a sentence, title or name that touches it is not published. */
  personal?: Range[];
  /** The rule by which the format knows that the block stands beside the articles: a signature, a greeting. */
  aside?: string;
};

/**
 * A stated value with the place that states it; no place where markup outside the part states it (an attribute of a
 * page, a header of a mail). Dates stay text as written.
 */
export type Field = { value: string | string[]; range: Range | null };

export type Metadata = { [key: string]: Field };

export type PartReading = {
  part: Part;
  /** `dump`: lines in which articles must be found. `article`: one article with known structure. */
  shape: 'dump' | 'article';
  metadata: Metadata;
  blocks: Block[];
};

/** `bytes` adds up to `size`: what is text of a part, what is encoding or markup, what could not be read. */
export type FileFates = {
  file: string;
  sha256: string;
  size: number;
  bytes: { parts: number; markup: number; unreadable: number };
};

export type FileReading = FileFates & { parts: PartReading[] };

/** Words with their place. `ranges` is empty only when the words come from outside the part (a file name). */
export type Cited = { text: string; ranges: Range[] };

export type Author = Cited & { role: 'author' | 'editor' };

/** A picture that stands for an article: never fetched, shown only if the editor asks. `url` is absolute, http or https. */
export type Picture = { url: Cited; alt: Cited | null; credit: Cited | null };

export type ParagraphKind = 'paragraph' | 'standfirst' | 'subhead' | 'item' | 'quote';

/**
 * Body text of an article. `damage` lists places that a deletion cannot repair; a sentence that touches one
 * is never a highlight.
 */
export type Paragraph = {
  kind: ParagraphKind;
  ranges: Range[];
  damage: (Range & { rule: string })[];
};

/** One article found in a part. The same range may be cited by several articles. */
export type Article = {
  part: string;
  /** Which article of its part, from 1. */
  number: number;
  title: Cited;
  authors: Author[];
  section?: Cited;
  source?: Cited;
  url?: Cited;
  licence?: Cited;
  image?: Picture;
  /** Lines that state a date for the article, best first. */
  dateLines: Cited[];
  /** Captions beside the article: their dates and words are traps. */
  captions: Cited[];
  paragraphs: Paragraph[];
  truncated: boolean;
  metadata: Metadata;
};

/** What segmenting one part gave: its articles, and a class for every unit of it, in order and without gaps. */
export type Segmented = { part: Part; articles: Article[]; classes: ClassedRange[] };

/** What became of one file. `reading` is null when it is no article; it has no parts when it could not be read. */
export type FileRead = { reading: FileFates | null; parts: Segmented[] };

export type Token = { text: string; start: number; end: number };

export type Sentence = {
  index: number;
  /** Index into the article's paragraphs. */
  paragraph: number;
  /** Which body paragraph of the article, from 1, subheads not counted. */
  ordinal: number;
  ranges: Range[];
  /**
   * The white space between it and the sentence before it, of its paragraph or of the one before: what joins the two.
   * None where they touch, or where anything else stands between.
   */
  before: Range[];
  text: string;
  tokens: string[];
  /** Why it must not become a highlight, if so. */
  barred?: string;
};

export type DatePrecision = 'day' | 'month' | 'year';

/** `value` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `confidence` runs from 0 to 1; `words` gave it by `rule`. */
export type DateFinding = {
  value: string;
  precision: DatePrecision;
  /** Full ISO time with offset, where one was stated. */
  instant?: string;
  words: Cited;
  rule: string;
  confidence: number;
};

export type AnalyzedArticle = Article & {
  id: string;
  file: string;
  sha256: string;
  reader: string;
  partName: string;
  language: string;
  dir: 'ltr' | 'rtl';
  sentences: Sentence[];
  /** Words, or for scripts without spaces the words a dictionary finds. */
  words: number;
  /** Reading time in whole minutes, at least 1. */
  minutes: number;
  date: DateFinding | null;
};

export type ThemeDefinition = { name: string; seeds: string[] };

/** Why an article has its theme: the words that chose it, the runner-up, and whether an editor should look. */
export type ThemeReason = {
  words: string[];
  runnerUp: string | null;
  margin: number;
  unsure: boolean;
  rule: string;
};

/** Articles that hold no seed of any theme, by id, and the words that tell them from all others: a theme to add. */
export type ThemeSuggestion = { words: string[]; articles: string[] };

/** Articles about one event. The first is the one told; `folded` are near-copies of a member. */
export type StoryGroup = {
  articles: string[];
  folded: { id: string; of: string; containment: number }[];
  shared: string[];
  theme: string;
  themeReason: ThemeReason;
};

export type Highlight = {
  text: string;
  file: string;
  sha256: string;
  reader: string;
  part: string;
  ranges: Range[];
  /** Article it was taken from. */
  article: string;
  /** Who published it, where that is not the story's own source. */
  source: string | null;
  /** Body paragraph of that article, from 1. */
  paragraph: number;
  /** Link to the very sentence (text fragment) where the source has an address. */
  href: string | null;
};

/**
 * Words set apart from one sentence of a story. `sentence` proves them as a highlight is proved, always with its source;
 * what is shown of it are ranges within its own.
 */
export type Excerpt = {
  /** Id of the story. */
  story: string;
  sentence: Highlight;
  language: string;
  dir: 'ltr' | 'rtl';
};

/** A figure, and the words of its own sentence that say what it counts. */
export type IssueNumber = Excerpt & { figure: Cited; label: Cited };

/** What somebody said, without quotation marks, and the words of the sentence that name who. */
export type Quote = Excerpt & { words: Cited; by: Cited; dateLabel: string };

export type HighlightReason = { score: number; reasons: string[] };

/** A picture that the editor asked for: its publisher's, loaded from there by whoever looks, or the editor's own. */
export type StoryPicture = HostedPicture | OwnPicture;

/** `url` is https. */
export type HostedPicture = { url: string; alt: string; credit: string };

/** Embedded in the mail, and beside the web page. */
export type OwnPicture = {
  /** In the folder `pictures/`. */
  file: string;
  /** In `out/`, beside the page of its issue: made of the hash of its bytes. */
  name: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
  credit: string;
};

/** The bytes of a file in `pictures/`, or why there are none. The same name gives the same for as long as a run lasts. */
export type ReadPicture = (file: string) => Uint8Array | { fault: string; hint: string };

/** Bytes of pictures by their name in `out/`. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>;

export type AlsoIn = { id: string; title: string; source: string; url: string | null };

export type Story = {
  /** Id of the article told. */
  id: string;
  title: string;
  url: string | null;
  source: string;
  authors: string[];
  /** ISO date as precise as known, or null; `dateLabel` is what readers see ("14 May", "date not stated"). */
  date: string | null;
  dateLabel: string;
  minutes: number;
  language: string;
  dir: 'ltr' | 'rtl';
  licence: string | null;
  highlights: Highlight[];
  alsoIn: AlsoIn[];
  picture: StoryPicture | null;
};

export type ThemeSection = { id: string; name: string; minutes: number; stories: Story[] };

/** One edition of the newsletter. Public data through and through: reasons and source text live elsewhere. */
export type Issue = {
  /** `2026-05`, `2026-W20`, `2026-Q2` or `2026-05-14`. */
  key: string;
  /** As readers say it: `May 2026`. */
  label: string;
  /** From 1. */
  number: number;
  language: string;
  dir: 'ltr' | 'rtl';
  title: string;
  subject: string;
  preheader: string;
  /** The editor's letter, Markdown. */
  letter: string;
  /** ISO times: of the seal, or of the newest article. */
  published: string;
  updated: string;
  sealed: boolean;
  /** Also counted, not repeated, in its theme. */
  lead: (Story & { theme: string }) | null;
  themes: ThemeSection[];
  counts: { stories: number; sources: number; articles: number; minutes: number };
  /** At most four; none where too few are worth it. */
  numbers: IssueNumber[];
  quote: Quote | null;
};

/** What renderers know of the newsletter itself. Addresses are absolute. */
export type Site = {
  title: string;
  url: string;
  description: string;
  language: string;
  sender: { name: string; email: string };
  replyTo: string | null;
  postalAddress: string | null;
  licence: string | null;
  subscribeUrl: string | null;
  periodName: 'day' | 'week' | 'month' | 'quarter';
};

/** Bytes of `out/`, by path below it. */
export type OutputFiles = Map<string, string | Uint8Array>;

/** What the report tells of one article: where its id, date, theme and place come from. */
export type ArticleReport = {
  id: string;
  title: string;
  file: string;
  number: number;
  authors: string[];
  /** As the article states it. */
  source: string | null;
  /** Lines of its part that its body covers, from 1. */
  lines: [first: number, last: number] | null;
  language: string;
  words: number;
  date: (Omit<DateFinding, 'words'> & { words: string; line: number | null }) | null;
  theme: string | null;
  themeReason: ThemeReason | null;
  /** Key of its issue, or null while it waits. */
  issue: string | null;
  /** What it became there, or why it waits and which line would take it in. */
  place: string;
  write: string | null;
  /** Why it is told with others: what they share, and whether the editor said so. Null when it stands alone. */
  story: { others: string[]; shared: string[]; merged: boolean } | null;
  /** The article of which it is a near-copy, and which share of the copy's runs of words that has. */
  copy: { of: string; containment: number } | null;
  /** `from` is the title of the article quoted, where it is another; no score when the reasons went with the draft. */
  highlights: {
    text: string;
    paragraph: number;
    from: string | null;
    score: number | null;
    reasons: string[];
  }[];
  /** Sentences kept out of the highlights, by filter. */
  rejected: { [reason: string]: number };
};

export type FileReport = {
  file: string;
  sha256: string;
  size: number;
  bytes: FileReading['bytes'];
  parts: {
    key: string;
    reader: string;
    length: number;
    /** Units that no rendering shows: controls, lone carriage returns, signs without width or that turn direction. */
    controls: number;
    sums: { [name in RangeClass]: number };
    rules: RuleSum[];
  }[];
  /** Parts that are only counted here: those of other issues, where a file has a great many. */
  others?: { parts: number; length: number; sums: { [name in RangeClass]: number } };
};

/** What one rule took, in UTF-16 units and ranges, with the beginning of the first. */
export type RuleSum = {
  class: RangeClass;
  rule: string;
  units: number;
  ranges: number;
  first: string;
  line: number;
};

/** The build report of one issue; for the editor, never public. */
export type IssueReport = {
  issue: Issue;
  email: { bytes: number; limit: number; left: { theme: string; stories: number }[] };
  files: FileReport[];
  articles: ArticleReport[];
  stories: {
    id: string;
    title: string;
    theme: string;
    members: string[];
    shared: string[];
    folded: StoryGroup['folded'];
  }[];
  waiting: ArticleReport[];
  diagnostics: Diagnostic[];
};
