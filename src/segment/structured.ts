import { diagnose } from '../errors.ts';
import { foldSpace, joinRanges, lengthOf, subtractRanges } from '../text/ranges.ts';
import type {
  Article,
  Author,
  Block,
  Cited,
  Field,
  Paragraph,
  ParagraphKind,
  Part,
  PartReading,
  Result,
  Segmented,
} from '../types.ts';
import { splitByTitles } from './by-titles.ts';
import { readAuthors } from './bylines.ts';
import { findUnreadable, type Mark } from './classes.ts';
import { hasDate } from './dates.ts';
import { citeAuthors, citeField, citeImage } from './fields.ts';
import { createContext, labelLine, lineRules } from './label.ts';
import { type Line, readLines } from './lines.ts';
import type { Labelled, Role } from './rules/rule.ts';
import { endsSentence } from './shapes.ts';
import { readLicence, readSource } from './sources.ts';
import { classesOf, marksOf } from './structured-classes.ts';

/** What is said about an article in lines of its own, also in Markdown. */
const noticeRoles: ReadonlySet<Role> = new Set(['junk', 'caption', 'source', 'licence']);

/** Lines that say who and when, above the first paragraph. */
const headRoles: ReadonlySet<Role> = new Set(['byline', 'date']);

/** Longest line, in units, that a rule can give one of these roles, junk apart. */
const longestNotice = Math.max(
  ...lineRules
    .filter(({ role }) => role !== 'junk' && (noticeRoles.has(role) || headRoles.has(role)))
    .map(({ max }) => max),
);

const paragraphKinds: Partial<{ [kind in Block['kind']]: ParagraphKind }> = {
  paragraph: 'paragraph',
  line: 'paragraph',
  heading: 'subhead',
  item: 'item',
  quote: 'quote',
};

/** A text whose structure the format tells: its articles, each with a title and paragraphs. */
export function segmentStructured(reading: PartReading): Result<Segmented> {
  const { part, blocks } = reading;
  const drafts = draftsOf(reading, labelsOf(part));
  const marks = drafts.flatMap((draft) => draft.marks);
  const classes = classesOf(reading, marks);
  const articles = drafts
    .filter((draft) => draft.paragraphs.some((p) => p.kind !== 'subhead'))
    .map((draft, i) => describe({ ...reading, blocks: draft.blocks }, draft, i + 1));
  // Where the reader says that all of it stands beside the articles, none is missed.
  if (articles.length > 0 || (blocks.length > 0 && blocks.every((b) => b.aside)))
    return { value: { part, articles, classes }, diagnostics: [] };
  const hint = 'Write the article below its title and front matter.';
  const found = diagnose('no-article-found', 'No article was found in the text.', { file: part.file, hint });
  return { value: { part, articles: [], classes }, diagnostics: [found] };
}

/** What the blocks of an article are. */
type Draft = {
  blocks: Block[];
  title: Block | undefined;
  notices: Labelled[];
  paragraphs: Paragraph[];
  marks: Mark[];
};

/** A draft for each article. Where only the first says who wrote it or when, the others are its sections. */
function draftsOf(reading: PartReading, labels: Labels): Draft[] {
  const drafts = splitByTitles(reading).map((own) => draftFrom(reading, own, labels));
  const [first, ...others] = drafts.map((draft) => draft.notices.some((n) => headRoles.has(n.role)));
  const sections = others.length > 0 && first && !others.includes(true);
  return sections ? [draftFrom(reading, [...reading.blocks], labels)] : drafts;
}

function draftFrom({ part, metadata }: PartReading, blocks: Block[], labels: Labels): Draft {
  const title = metadata['title'] ? undefined : findTitle(blocks);
  const notices = findNotices(blocks, labels);
  const body = blocks.filter(
    (b) => b !== title && !notices.has(b) && !b.aside && paragraphKinds[b.kind] && hasText(part, b),
  );
  const marks = blocks.flatMap((block) => marksOf(block, title, notices.get(block), metadata['title']));
  const paragraphs = body.map((block) => toParagraph(part, block));
  return { blocks, title, notices: [...notices.values()], paragraphs, marks };
}

function findTitle(blocks: readonly Block[]): Block | undefined {
  const isHeading = (b: Block): boolean => b.kind === 'heading' && !b.aside;
  const prose = blocks.findIndex((b) => b.kind === 'paragraph');
  const above = prose === -1 ? blocks : blocks.slice(0, prose);
  return blocks.find((b) => isHeading(b) && b.depth === 1) ?? above.find(isHeading);
}

function hasText(part: Part, block: Block): boolean {
  return joinRanges(part.text, block.ranges) !== '';
}

/** The lines of a part, each labelled when first asked for: of most it does not matter. */
type Labels = { lines: readonly Line[]; labelOf: (line: Line) => Labelled };

function labelsOf(part: Part): Labels {
  const lines = readLines(part.text);
  const context = createContext(lines);
  const known = new Map<Line, Labelled>();
  const labelOf = (line: Line): Labelled => {
    const label = known.get(line) ?? labelLine(line, context);
    known.set(line, label);
    return label;
  };
  return { lines, labelOf };
}

/** Paragraphs of one line that are a notice, not prose: a credit below a picture, "first published in". */
function findNotices(blocks: readonly Block[], { lines, labelOf }: Labels): Map<Block, Labelled> {
  const found = new Map<Block, Labelled>();
  const sorted = blocks.filter((b) => b.kind === 'paragraph').sort((a, b) => a.span.start - b.span.start);
  let at = firstEndingAfter(lines, sorted[0]?.span.start ?? 0);
  let opened = false;
  for (const block of sorted) {
    while (at < lines.length && (lines[at]?.range.end ?? 0) <= block.span.start) at += 1;
    const [only, next] = [lines[at], lines[at + 1]];
    const alone = only && only.range.start < block.span.end && !(next && next.range.start < block.span.end);
    const label = alone && mayBeNotice(only) ? labelOf(only) : null;
    if (label && isNotice(label, opened)) found.set(block, label);
    else opened = true;
  }
  return found;
}

/** Lines ascend: half of what is left is looked at each time. */
function firstEndingAfter(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.range.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What tags stand in is prose, and so is a long sentence: known without asking the rules. */
function mayBeNotice(line: Line): boolean {
  return !line.text.includes('<') && !(line.text.length > longestNotice && isSentence(line));
}

/** In structured text a whole sentence is prose, whatever words it begins with. */
function isNotice({ line, role }: Labelled, opened: boolean): boolean {
  const fits = noticeRoles.has(role) || (!opened && headRoles.has(role));
  return fits && !(role === 'junk' && isSentence(line));
}

function isSentence(line: Line): boolean {
  return endsSentence(line.text) && line.words >= 6;
}

function toParagraph(part: Part, block: Block): Paragraph {
  const lost = findUnreadable(part.text, block.ranges);
  // What is left beside an unreadable character is not the sentence that was written.
  const beside = lost.map((r) => ({ start: r.start - 1, end: r.end + 1, rule: 'unreadable' }));
  return {
    kind: paragraphKinds[block.kind] ?? 'paragraph',
    ranges: subtractRanges(block.ranges, lost),
    damage: [...(block.unaligned ?? []).map((range) => ({ ...range, rule: 'unaligned' })), ...beside],
  };
}

function describe(
  { part, blocks, metadata }: PartReading,
  { title: titleBlock, notices, paragraphs }: Draft,
  number: number,
): Article {
  const source =
    citeField(part, metadata['source']) ??
    first(notices, (l) => (l.role === 'source' ? readSource(part.text, l) : null));
  const licence =
    citeField(part, metadata['licence']) ??
    first(notices, (l) => (l.role === 'licence' || l.role === 'source' ? readLicence(part.text, l) : null));
  const section = citeField(part, metadata['section']);
  const url = citeField(part, metadata['url']);
  const date = citeField(part, metadata['date']);
  const dated = linesOf(part, notices, 'byline').filter(({ text }) => hasDate(text));
  const image = citeImage(part, metadata);
  return {
    part: part.key,
    number,
    title: titleOf(part, metadata['title'], titleBlock, paragraphs),
    authors: authorsOf(part, metadata['authors'], notices),
    ...(section && { section }),
    ...(source && { source }),
    ...(url && { url }),
    ...(licence && { licence }),
    ...(image && { image }),
    dateLines: [...(date ? [date] : []), ...linesOf(part, notices, 'date'), ...dated],
    captions: captionsOf(part, blocks, notices),
    paragraphs,
    truncated: false,
    metadata,
  };
}

function authorsOf(part: Part, stated: Field | undefined, notices: readonly Labelled[]): Author[] {
  if (stated) return citeAuthors(part, stated);
  return linesOf(part, notices, 'byline').flatMap(({ text, ranges }) =>
    readAuthors(text, ranges[0]?.start ?? 0),
  );
}

function linesOf(part: Part, notices: readonly Labelled[], role: Role): Cited[] {
  const pieces = notices.filter((l) => l.role === role).flatMap((l) => l.line.pieces.slice(0, 1));
  return pieces.map((piece) => ({ text: part.text.slice(piece.start, piece.end), ranges: [{ ...piece }] }));
}

function first<T>(items: readonly T[], read: (item: T) => Cited | null): Cited | null {
  for (const item of items) {
    const found = read(item);
    if (found) return found;
  }
  return null;
}

/** The stated title, else the heading, else the first words of the body, else the name of the file. */
function titleOf(
  part: Part,
  stated: Field | undefined,
  heading: Block | undefined,
  paragraphs: readonly Paragraph[],
): Cited {
  const named = citeField(part, stated);
  if (named) return named;
  if (heading && lengthOf(heading.ranges) > 0)
    return { text: joinRanges(part.text, heading.ranges), ranges: heading.ranges };
  const range = paragraphs.find((p) => p.kind !== 'subhead')?.ranges[0];
  if (!range) return { text: part.file.replace(/^.*\/|\.\w+$/gu, ''), ranges: [] };
  const words =
    /^(?:\S+\s+){0,9}\S+/u.exec(part.text.slice(range.start, Math.min(range.end, range.start + 90)))?.[0] ??
    '';
  return { text: foldSpace(words), ranges: [{ start: range.start, end: range.start + words.length }] };
}

function captionsOf(part: Part, blocks: readonly Block[], notices: readonly Labelled[]): Cited[] {
  const images = blocks.filter((b) => b.kind === 'image').map((b) => b.ranges);
  const lines = notices.filter((l) => l.role === 'caption').map((l) => l.line.pieces);
  return [...images, ...lines]
    .map((ranges) => ({ text: joinRanges(part.text, ranges), ranges: [...ranges] }))
    .filter((caption) => caption.text !== '');
}
