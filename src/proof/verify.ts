import { diagnose } from '../errors.ts';
import { stripInvisible } from '../text/invisible.ts';
import { stripControls } from '../text/markup.ts';
import { joinRanges, mergeTouching } from '../text/ranges.ts';
import { isQuotable } from '../text/runs.ts';
import type { AnalyzedArticle, Diagnostic, Highlight, Issue, Range, Sentence, Story } from '../types.ts';
import { compareShown, excerptsOf } from './excerpts.ts';

/** What a source file says today: its hash, and the text of one of its parts read anew. */
export type SourceText = { sha256: string; text: string };

/** Reads a part again by the reader that a highlight names; null when the file is gone. */
export type ReadSource = (highlight: Highlight) => Promise<SourceText | null> | SourceText | null;

/** The stories of an issue in the order in which readers meet them. */
export function storiesOf(issue: Issue): Story[] {
  return [...(issue.lead ? [issue.lead] : []), ...issue.themes.flatMap((theme) => theme.stories)];
}

/**
 * Repeats reader and join for every highlight, figure and quote and compares; an error names each that differs. With the articles of a
 * fresh analysis each must also be whole sentences that follow each other: the words of a join may be chosen so that
 * they say what their author did not.
 */
export async function verifyIssue(
  issue: Issue,
  read: ReadSource,
  articles?: readonly AnalyzedArticle[],
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const claim of claimsOf(issue)) {
    const source = await read(claim.highlight);
    diagnostics.push(...verifyClaim(claim, source, articles));
  }
  return diagnostics;
}

/** Something that an issue says stands in a source. `compare` looks at what is shown of it, given the part's text. */
type Claim = {
  name: string;
  /** The same as the end of "it does not hold". */
  lost: string;
  highlight: Highlight;
  texts: string[];
  compare: (text: string) => string | null;
};

/** Every claim of an issue: highlights, figures, quote. */
function claimsOf(issue: Issue): Claim[] {
  const highlights = storiesOf(issue).flatMap((story) =>
    story.highlights.map((highlight) => ({
      name: `"${story.title}", ${nameOf(highlight)}`,
      lost: `${nameOf(highlight)} of "${story.title}"`,
      highlight,
      texts: [highlight.text],
      compare: () => null,
    })),
  );
  const excerpts = excerptsOf(issue).map((apart) => ({
    name: apart.name,
    lost: apart.name,
    highlight: apart.excerpt.sentence,
    texts: apart.shown.map((words) => words.text),
    compare: (text: string) => compareShown(apart, text),
  }));
  return [...highlights, ...excerpts].map((claim) => ({ ...claim, name: `${issue.key}, ${claim.name}` }));
}

function verifyClaim(
  { name, highlight, compare }: Claim,
  source: SourceText | null,
  articles: readonly AnalyzedArticle[] | undefined,
): Diagnostic[] {
  const { file } = highlight;
  if (source === null) {
    const hint = 'Put the file back, or build the issue again without it.';
    const message = `${name}: the file is gone, or no longer read by ${highlight.reader}`;
    return [diagnose('source-missing', message, { file, hint })];
  }
  if (source.sha256 !== highlight.sha256) {
    const hint = 'Build the issue again, or restore the file if the issue is sealed.';
    return [diagnose('source-changed', `${name}: the file is not the one it was taken from`, { file, hint })];
  }
  const problem =
    compareJoin(highlight, source.text) ??
    (articles && compareSentences(highlight, articles)) ??
    compare(source.text);
  return problem ? [diagnose('highlight-differs', `${name}: ${problem}`, { file })] : [];
}

function nameOf(highlight: Highlight): string {
  return `highlight "${highlight.text.slice(0, 60)}"`;
}

function compareJoin(highlight: Highlight, text: string): string | null {
  const inside = highlight.ranges.every((r) => r.start >= 0 && r.start < r.end && r.end <= text.length);
  if (!inside || highlight.ranges.length === 0) return 'its ranges lie outside the text';
  const inOrder = highlight.ranges.every((r, i) => r.start >= (highlight.ranges[i - 1]?.end ?? 0));
  if (!inOrder) return 'its ranges are not in the order of the text';
  const joined = joinRanges(text, highlight.ranges);
  if (joined === highlight.text) return null;
  let at = 0;
  while (joined[at] === highlight.text[at]) at += 1;
  return `differs from the source at unit ${at}: "${highlight.text.slice(at, at + 20)}" where the source has "${joined.slice(at, at + 20)}"`;
}

function compareSentences(highlight: Highlight, articles: readonly AnalyzedArticle[]): string | null {
  const article = articles.find((a) => a.id === highlight.article && isTakenFrom(highlight, a));
  if (!article) return `the file has no article ${highlight.article}`;
  const first = article.sentences.findIndex((s) => s.ranges[0]?.start === highlight.ranges[0]?.start);
  return first >= 0 && isRun(highlight.ranges, article.sentences.slice(first))
    ? null
    : 'is not whole sentences of its article that follow each other';
}

function isTakenFrom(highlight: Highlight, article: AnalyzedArticle): boolean {
  return (
    article.file === highlight.file &&
    article.sha256 === highlight.sha256 &&
    article.reader === highlight.reader &&
    article.partName === highlight.part
  );
}

/** Whether the ranges are those of the first sentences: none damaged, nothing between them but what joins them. */
function isRun(wanted: readonly Range[], sentences: readonly Sentence[]): boolean {
  const end = wanted.at(-1)?.end ?? 0;
  const ranges: Range[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (!isQuotable(sentences.slice(Math.max(0, i - 1), i + 1))) return false;
    ranges.push(...(ranges.length === 0 ? [] : sentence.before), ...sentence.ranges);
    if ((ranges.at(-1)?.end ?? end) >= end) break;
  }
  return sameRanges(mergeTouching(ranges), wanted);
}

function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((r, i) => r.start === b[i]?.start && r.end === b[i]?.end);
}

/** A file below out/: the bytes that were found there, and those that a build makes now. */
export type BuiltFile = { path: string; found: Uint8Array | null; made: string | Uint8Array };

/** Compares a file of out/ with what a build makes now; names the first highlight that it lost, if it lost one. */
export function verifyFile({ path, found, made }: BuiltFile, issues: readonly Issue[]): Diagnostic[] {
  const hint = 'Build again: digestif build';
  const file = `out/${path}`;
  if (found === null) return [diagnose('rendering-differs', 'cannot be read, or is gone', { file, hint })];
  const wanted = Buffer.from(made as Uint8Array);
  if (wanted.equals(found)) return [];
  const lost = findLost(wordsOf(path, Buffer.from(found)), wordsOf(path, wanted), issues);
  const what = lost === null ? '' : `; it does not hold ${lost} word for word`;
  const line = firstLineThatDiffers(found, wanted);
  return [diagnose('rendering-differs', `is not what a build gives now${what}`, { file, line, hint })];
}

/** A claim that should stand in the file and does not: one that the plan left to the page is not missed. */
function findLost(found: string, made: string, issues: readonly Issue[]): string | null {
  for (const claim of issues.flatMap(claimsOf)) {
    const lost = claim.texts.map(squeeze).some((words) => made.includes(words) && !found.includes(words));
    if (lost) return claim.lost;
  }
  return null;
}

function firstLineThatDiffers(found: Uint8Array, made: Uint8Array): number {
  let line = 1;
  for (let i = 0; i < made.length && found[i] === made[i]; i += 1) if (made[i] === 10) line += 1;
  return line;
}

/** What a file says, squeezed. In a feed the page stands escaped a second time. */
function wordsOf(path: string, content: Buffer): string {
  const text = content.toString('utf8');
  if (path.endsWith('.html')) return squeeze(textOfHtml(text));
  return squeeze(path.endsWith('.xml') ? textOfHtml(textOfHtml(text)) : text);
}

/**
 * Without white space, and without what no rendering may hold: line breaks, indents and control characters are not
 * part of what it says. Nor are signs that a margin is drawn with, which cannot be told from quoted ones.
 */
function squeeze(text: string): string {
  return stripInvisible(stripControls(text)).replace(/[\s|>│\u00AD]+/gu, '');
}

const named = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '\u00AD' }),
);

function textOfHtml(html: string): string {
  const bare = html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/giu, '');
  return bare.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (all, hex, decimal, name) => {
    if (name) return named.get(name) ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
