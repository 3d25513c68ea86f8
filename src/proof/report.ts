import { countInvisible } from '../text/invisible.ts';
import { createLineFinder } from '../text/lines.ts';
import { foldSpace, trimRange } from '../text/ranges.ts';
import type {
  AnalyzedArticle,
  ArticleReport,
  ClassedRange,
  FileFates,
  FileReport,
  HighlightReason,
  Part,
  RuleSum,
  Segmented,
  Story,
  StoryGroup,
} from '../types.ts';
import { sumClasses } from './conservation.ts';

/** What is known of an article beyond itself. */
export type Circumstances = {
  part: Part;
  /** Line of an offset in the part, from 1. */
  lineAt: (offset: number) => number;
  group: StoryGroup | null;
  /** Its issue and role there, or why it waits. */
  issue: string | null;
  place: string;
  write: string | null;
  /** Told with others, and why. */
  together: ArticleReport['story'];
  copy: ArticleReport['copy'];
  story: Story | null;
  titleOf: (id: string) => string;
  reasons: readonly HighlightReason[];
  rejected: { [reason: string]: number };
};

/** Explains one article: which words and rules made it what it is. */
export function reportArticle(article: AnalyzedArticle, about: Circumstances): ArticleReport {
  const { date } = article;
  const start = date?.words.ranges[0]?.start;
  const shown = date && {
    value: date.value,
    precision: date.precision,
    ...(date.instant ? { instant: date.instant } : {}),
    rule: date.rule,
    confidence: date.confidence,
    words: date.words.text,
    line: start === undefined ? null : about.lineAt(start),
  };
  return {
    id: article.id,
    title: article.title.text,
    file: article.file,
    number: article.number,
    authors: article.authors.map((author) => author.text),
    source: article.source?.text ?? null,
    lines: linesOf(article, about),
    language: article.language,
    words: article.words,
    date: shown,
    theme: about.group?.theme ?? null,
    themeReason: about.group?.themeReason ?? null,
    issue: about.issue,
    place: about.place,
    write: about.write,
    story: about.together,
    copy: about.copy,
    highlights: (about.story?.highlights ?? []).map((h, i) => ({
      text: h.text,
      paragraph: h.paragraph,
      from: h.article === article.id ? null : about.titleOf(h.article),
      score: about.reasons[i]?.score ?? null,
      reasons: about.reasons[i]?.reasons ?? [],
    })),
    rejected: about.rejected,
  };
}

function linesOf(article: AnalyzedArticle, { part, lineAt }: Circumstances): [number, number] | null {
  const ranges = article.paragraphs.flatMap((p) => p.ranges);
  if (ranges.length === 0) return null;
  const first = ranges.reduce((least, r) => Math.min(least, r.start), Number.POSITIVE_INFINITY);
  const last = ranges.reduce((most, r) => Math.max(most, r.end), 0);
  const body = trimRange(part.text, { start: first, end: last });
  return [lineAt(body.start), lineAt(Math.max(body.start, body.end - 1))];
}

/**
 * Both sums of a file: its bytes, and the units of each of its own parts by class and rule. `others` are parts of it
 * that are not listed, only summed up.
 */
export function reportFile(
  reading: FileFates,
  own: readonly Segmented[],
  others: readonly Segmented[] = [],
): FileReport {
  return {
    file: reading.file,
    sha256: reading.sha256,
    size: reading.size,
    bytes: reading.bytes,
    parts: own.map(({ part, classes }) => ({
      key: part.key,
      reader: part.reader,
      length: part.text.length,
      controls: countInvisible(part.text),
      sums: sumClasses(classes),
      rules: sumRules(part, classes),
    })),
    ...(others.length > 0 && {
      others: {
        parts: others.length,
        length: others.reduce((sum, { part }) => sum + part.text.length, 0),
        sums: sumClasses(others.flatMap(({ classes }) => classes)),
      },
    }),
  };
}

function sumRules(part: Part, classes: readonly ClassedRange[]): RuleSum[] {
  const sums = new Map<string, RuleSum>();
  const lineAt = createLineFinder(part.text);
  for (const range of classes) {
    const key = `${range.class} ${range.rule}`;
    const sum = sums.get(key);
    if (sum) {
      sum.units += range.end - range.start;
      sum.ranges += 1;
    } else sums.set(key, firstSum(part, range, lineAt));
  }
  return [...sums.values()];
}

function firstSum(part: Part, range: ClassedRange, lineAt: (offset: number) => number): RuleSum {
  // White space before a first range belongs to it; its line is the one with its words.
  const { start } = trimRange(part.text, range);
  const first = foldSpace(part.text.slice(start, Math.min(range.end, start + 80)));
  const line = lineAt(start);
  return { class: range.class, rule: range.rule, units: range.end - range.start, ranges: 1, first, line };
}
