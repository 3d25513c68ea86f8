import type { Digest } from '../pipeline/digest.ts';
import { partsByFile } from '../proof/ledger.ts';
import { storiesOf } from '../proof/verify.ts';
import { splitLines } from '../text/lines.ts';
import type { AnalyzedArticle, FileFates, Highlight, Issue, Range, Segmented, Story } from '../types.ts';
import { sourcePath } from './addresses.ts';
import type { Marked, NumberedLine } from './source-lines.ts';
import { cutPages, type Slice } from './source-pages.ts';

/** A sentence that readers see: in which story of which issue, and why it was chosen (nothing known once sealed). */
export type Chosen = { highlight: Highlight; story: Story; issue: Issue; why: readonly string[] };

/** A sentence, or several quoted as one, with the fragment it is addressed by. */
export type NamedSentence = Marked & { id: string; chosen: Chosen[] };

/** A part with what was found in it. `number` counts from 1; `prefix` begins its fragments. */
export type SourcePart = Pick<Segmented, 'part' | 'classes'> & {
  number: number;
  prefix: string;
  articles: AnalyzedArticle[];
};

export type SourceFile = {
  fates: FileFates;
  parts: SourcePart[];
  pages: Slice[][];
  /** Sentences of the file that an issue quotes as they stood in another version of it. */
  lost: number;
};

/** More than this a page does not hold: about a megabyte of HTML. */
const pageLimits = { units: 300_000, parts: 300 };

const indexes = new WeakMap<Digest, SourceIndex>();

/** The files of a digest with all that points into them; made once for a digest, a file when it is first asked for. */
export function indexSources(digest: Digest): SourceIndex {
  const known = indexes.get(digest) ?? new SourceIndex(digest);
  indexes.set(digest, known);
  return known;
}

export class SourceIndex {
  readonly #fates: ReadonlyMap<string, FileFates>;
  readonly #segmented: ReadonlyMap<string, Segmented[]>;
  readonly #articles: ReadonlyMap<string, AnalyzedArticle[]>;
  readonly #chosen: ReadonlyMap<string, Chosen[]>;
  readonly #byId: ReadonlyMap<string, AnalyzedArticle>;
  readonly #files = new Map<string, SourceFile>();

  constructor(digest: Digest) {
    this.#fates = new Map(digest.readings.map((reading) => [reading.file, reading]));
    this.#segmented = partsByFile(digest.parts);
    this.#articles = Map.groupBy(digest.articles, (article) => article.part);
    this.#byId = new Map(digest.articles.map((article) => [article.id, article]));
    this.#chosen = Map.groupBy(listChosen(digest), ({ highlight }) => highlight.file);
  }

  file(name: string): SourceFile | null {
    const fates = this.#fates.get(name);
    const known = this.#files.get(name);
    if (known || !fates) return known ?? null;
    const segmented = this.#segmented.get(name) ?? [];
    const parts = segmented.map(({ part, classes }, i): SourcePart => {
      const prefix = segmented.length > 1 ? `p${i + 1}-` : '';
      return { part, classes, number: i + 1, prefix, articles: this.#articles.get(part.key) ?? [] };
    });
    const paged = parts.map((part) => ({
      text: part.part.text,
      spans: () => this.sentences(part).map(({ ranges }) => spanOf(ranges)),
    }));
    const found: SourceFile = {
      fates,
      parts,
      pages: cutPages(paged, pageLimits),
      lost: (this.#chosen.get(name) ?? []).filter(({ highlight }) => highlight.sha256 !== fates.sha256)
        .length,
    };
    this.#files.set(name, found);
    return found;
  }

  article(id: string): AnalyzedArticle | null {
    return this.#byId.get(id) ?? null;
  }

  /** Sentences of a part and what is quoted from it, each stretch once, in order of their first units. */
  sentences({ part, prefix, articles }: SourcePart): NamedSentence[] {
    const named = new Map<string, NamedSentence>();
    const name = (ranges: readonly Range[]): NamedSentence => {
      const { start, end } = spanOf(ranges);
      const id = `${prefix}u${start}-${end}`;
      const known = named.get(id) ?? { id, ranges, chosen: [] };
      named.set(id, known);
      return known;
    };
    for (const article of articles) for (const sentence of article.sentences) name(sentence.ranges);
    for (const chosen of this.#chosen.get(part.file) ?? []) {
      const { highlight } = chosen;
      const isHere = highlight.part === part.name && highlight.reader === part.reader;
      if (isHere && highlight.sha256 === part.sha256) name(highlight.ranges).chosen.push(chosen);
    }
    return [...named.values()].sort((a, b) => spanOf(a.ranges).start - spanOf(b.ranges).start);
  }

  /** Address of a place in a file: of its page, with the fragment of the stretch. Null when the file has no such place. */
  address(file: string, partName: string, ranges: readonly Range[]): string | null {
    const source = this.file(file);
    const part = source?.parts.find((p) => p.part.name === partName);
    if (!source || !part || ranges.length === 0) return null;
    const { start, end } = spanOf(ranges);
    if (start < 0 || end > part.part.text.length) return null;
    return `${pageAddress(file, pageOf(source, part, start))}#${part.prefix}u${start}-${end}`;
  }

  /** Address of the beginning of an article in its file. */
  articleAddress(article: AnalyzedArticle): string {
    const source = this.file(article.file);
    const part = source?.parts.find((p) => p.part.key === article.part);
    if (!source || !part) return sourcePath(article.file);
    const page = pageOf(source, part, beginOf(article));
    return `${pageAddress(article.file, page)}#${articleFragment(part, article)}`;
  }
}

/** Where an article begins in its part: its title, or its text where the title stands outside. */
export function beginOf(article: AnalyzedArticle): number {
  const ranges = article.title.ranges[0] ? article.title.ranges : (article.paragraphs[0]?.ranges ?? []);
  return ranges[0]?.start ?? 0;
}

export function articleFragment({ prefix }: SourcePart, { number }: AnalyzedArticle): string {
  return `${prefix}a${number}`;
}

/** Address of a page of a file; the first is the file's own. */
export function pageAddress(file: string, page: number): string {
  return page <= 1 ? sourcePath(file) : `${sourcePath(file)}page-${page}/`;
}

/** The file and page that a path below /source/ names: no file can lie below another. */
export function parsePagePath(path: string): { file: string; page: number } | null {
  const [, file, page] = /^(.*)\/page-([1-9]\d{0,5})$/su.exec(path) ?? [];
  return file === undefined || page === undefined ? null : { file, page: Number(page) };
}

/** Lines of a slice with the numbers they have in their part. */
export function linesOf({ part }: Pick<Segmented, 'part'>, slice: Range): NumberedLine[] {
  return splitLines(part.text)
    .map((line, i) => ({ ...line, number: i + 1 }))
    .filter((line) => line.start >= slice.start && line.end <= slice.end);
}

/** From the first unit to the last. */
export function spanOf(ranges: readonly Range[]): Range {
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}

function pageOf({ pages }: SourceFile, part: SourcePart, at: number): number {
  const index = pages.findIndex((page) =>
    page.some((s) => s.part === part.number - 1 && at >= s.start && (at < s.end || s.end === s.start)),
  );
  return Math.max(0, index) + 1;
}

function listChosen({ composition }: Digest): Chosen[] {
  return composition.issues.flatMap(({ issue, told }) => {
    const reasons = new Map(told.map((t) => [t.story.id, t.reasons]));
    return storiesOf(issue).flatMap((story) =>
      story.highlights.map((highlight, i) => ({
        highlight,
        story,
        issue,
        why: reasons.get(story.id)?.[i]?.reasons ?? [],
      })),
    );
  });
}
