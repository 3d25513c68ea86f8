import { foldSpace, rawText } from '../text/ranges.ts';
import type { Article, Author, Cited, Paragraph, Part, Range, RangeClass } from '../types.ts';
import { nameBesideDate, readAuthors } from './bylines.ts';
import { hasDate } from './dates.ts';
import type { Draft } from './drafts.ts';
import { type Block, blockOf, finishBlock } from './paragraphs.ts';
import type { Deletion } from './repair.ts';
import type { Labelled } from './rules/rule.ts';
import { endsOpen, endsSentence } from './shapes.ts';
import { readFolio, readLicence, readSource } from './sources.ts';
import { cleanTitle } from './titles.ts';
import type { Vocabulary } from './words.ts';

type Cut = Deletion & { class?: RangeClass };

/** Builds an article from its draft and paragraphs, with what was left out of its lines. */
export function buildArticle(
  part: Part,
  draft: Draft,
  blocks: readonly Block[],
  shared: readonly Labelled[],
  vocabulary: Vocabulary,
): { article: Article; cuts: Cut[] } {
  const { text } = part;
  const { header } = draft;
  const decks = header.decks.map((l) => blockOf(l, 'standfirst'));
  const finished = [...decks, ...blocks].map((b) => finishBlock(text, b, vocabulary));
  const paragraphs = finished.map((f) => f.paragraph).filter((p) => p.ranges.length > 0);
  const named = nameArticle(text, draft, paragraphs, vocabulary);
  const papers = header.dates.filter((l) => l.rule === 'paper-line');
  const source =
    firstOf(header.sources, (l) => readSource(text, l)) ??
    named.source ??
    firstOf(papers, (l) => readFolio(text, l));
  const licence = firstOf([...header.licences, ...header.sources], (l) => readLicence(text, l));
  const section = header.sections.at(-1);
  const article: Article = {
    part: part.key,
    number: 1,
    title: named.title,
    authors: authorsOf(header.bylines, header.dates),
    ...(section ? { section: citeLine(section) } : {}),
    ...(source ? { source } : {}),
    ...(licence ? { licence } : {}),
    dateLines: dateLinesOf(draft, shared, named.suffix),
    captions: header.captions.map(citeLine),
    paragraphs,
    truncated: draft.cut === true || isTruncated(text, paragraphs),
    metadata: {},
  };
  return { article, cuts: [...named.cuts, ...finished.flatMap((f) => f.cuts)] };
}

export function citeLine(labelled: Labelled): Cited {
  return { text: labelled.line.text, ranges: labelled.line.pieces };
}

function firstOf<T>(lines: readonly Labelled[], read: (line: Labelled) => T | null): T | undefined {
  for (const line of lines) {
    const found = read(line);
    if (found) return found;
  }
  return undefined;
}

type Named = { title: Cited; suffix: Cited | null; source: Cited | undefined; cuts: Cut[] };

function nameArticle(
  text: string,
  draft: Draft,
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
): Named {
  const line = draft.contents ?? draft.header.title;
  const first = line?.line.pieces[0];
  const last = line?.line.pieces.at(-1);
  if (!line || !first || !last) {
    return { title: titleFromBody(text, paragraphs), suffix: null, source: undefined, cuts: [] };
  }
  const { title, suffix, cuts } = cleanTitle(text, { start: first.start, end: last.end }, vocabulary);
  const suffixCuts: Cut[] = suffix
    ? suffix.ranges.map((r) => ({ ...r, class: 'metadata', rule: 'title-suffix' }))
    : [];
  return {
    title,
    suffix,
    source: suffix ? sourceOfSuffix(suffix) : undefined,
    cuts: [...cuts, ...suffixCuts],
  };
}

/** The site's name without the bracket that dates it. */
function sourceOfSuffix(suffix: Cited): Cited {
  const bare = suffix.text.replace(/\s*\([^)]*\)\s*$/u, '');
  const first = suffix.ranges[0];
  if (!first || bare === suffix.text || bare === '') return suffix;
  return { text: bare, ranges: [{ start: first.start, end: first.start + bare.length }] };
}

/** Most words of a title that is taken from the text. */
const titleWords = 10;

/** For a text without a title: the beginning of its first sentence. */
export function titleFromBody(text: string, paragraphs: readonly Paragraph[]): Cited {
  const range = paragraphs.find((p) => p.kind !== 'subhead')?.ranges[0];
  if (!range) return { text: '', ranges: [] };
  const head = text.slice(range.start, Math.min(range.end, range.start + 400));
  const sentence = /^.{8,}?[.!?…。！？](?=\s|$|["”’」])|^.+/su.exec(head)?.[0] ?? head;
  const words = [...sentence.matchAll(/\S+/gu)].slice(0, titleWords);
  const last = words.at(-1);
  const length = Math.min(last ? last.index + last[0].length : sentence.length, 100);
  const cited: Range = { start: range.start, end: range.start + length };
  return { text: foldSpace(text.slice(cited.start, cited.end)), ranges: [cited] };
}

function authorsOf(bylines: readonly Labelled[], dates: readonly Labelled[]): Author[] {
  const stated = bylines.flatMap((l) => readAuthors(l.line.text, l.line.pieces[0]?.start ?? 0));
  if (stated.length > 0) return dedupe(stated);
  for (const line of dates) {
    if (line.rule === 'folio' || line.rule === 'paper-line') continue;
    const name = nameBesideDate(line.line.text);
    const start = line.line.pieces[0]?.start ?? 0;
    if (!name) continue;
    return [
      {
        text: line.line.text.slice(name.start, name.end),
        ranges: [{ start: start + name.start, end: start + name.end }],
        role: 'author',
      },
    ];
  }
  return [];
}

function dedupe(authors: readonly Author[]): Author[] {
  return authors.filter((a, i) => authors.findIndex((b) => b.text === a.text) === i);
}

/** Best first: the article's own date lines, its byline and title suffix, then what heads the whole file. */
function dateLinesOf(draft: Draft, shared: readonly Labelled[], suffix: Cited | null): Cited[] {
  const { header } = draft;
  const dated = (l: Labelled) => hasDate(l.line.text);
  const own = [...header.dates, ...header.bylines.filter(dated)].map(citeLine);
  const hints = [...header.sections.filter(dated), ...header.sources.filter(dated)].map(citeLine);
  const suffixes = suffix && hasDate(suffix.text) ? [suffix] : [];
  const all = [...own, ...suffixes, ...hints, ...shared.map(citeLine)];
  return all.filter((c, i) => all.findIndex((d) => d.ranges[0]?.start === c.ranges[0]?.start) === i);
}

/** The last sentence does not end, or a subhead has no text. */
function isTruncated(text: string, paragraphs: readonly Paragraph[]): boolean {
  const last = paragraphs.at(-1);
  if (!last) return false;
  if (last.kind === 'subhead') return true;
  const words = foldSpace(rawText(text, last.ranges).slice(-200));
  if (/(?:…|\.\.\.)["”’)\]]*$/u.test(words)) return true;
  return endsOpen(words) || (last.kind === 'paragraph' && !endsSentence(words) && words.length > 60);
}
