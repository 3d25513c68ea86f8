import { foldSpace, rawText } from '../text/ranges.ts';
import type { Range } from '../types.ts';
import { isBylineText } from './bylines.ts';
import { isDateLine } from './dates.ts';
import { countWords, endsSentence, hasCjk, isAllCaps, startsLower } from './shapes.ts';
import { topicStems } from './words.ts';

/** Longer than this is not prose but data: it is not looked into. */
export const longestLine = 20_000;

/** One line as it stands in the file, its mark (`> `, `* `) apart. */
export type PhysicalLine = {
  /** Text without white space at the ends and without marks. */
  range: Range;
  /** What stands before the text: quotation and list marks. */
  marks: Range;
  quoted: boolean;
  bullet: boolean;
  indent: number;
  blank: boolean;
};

/** A logical line: one physical line, or several that a mailer or column wrapped. */
export type Line = {
  index: number;
  /** Ranges of the text, white space between them included, marks left out. */
  pieces: Range[];
  marks: Range[];
  range: Range;
  /** Folded text; of a line that is too long only its beginning. */
  text: string;
  words: number;
  blanksBefore: number;
  indent: number;
  quoted: boolean;
  bullet: boolean;
  long: boolean;
  wrapped: boolean;
  /** Stems that tell the topic, made when first asked for. */
  topic: () => readonly string[];
};

const filler = /[\s\u200b-\u200f\u2060\u00ad\ufeff]/u;
/** `* * *` parts articles; it is no list. */
const rowOfMarks = /^\s*(?:[*•·-]\s*){3,}$/u;
const quoteMarks = /^(?:>[ \t]?)+/u;
const bulletMark = /^(?:[*•·▪●○◦‣■□✓✔➤►❖-][ \t\u00a0]+)+|^[*•·▪●○◦‣■□✓✔➤►❖]+$/u;

/** More lines than this are data: prose has longer ones. */
export const mostLines = 500_000;

/** Whether a text has too many lines to be prose. */
export function hasTooManyLines(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
    if (count > mostLines) return true;
  }
  return false;
}

/** The lines of a text, terminated by LF, CRLF, CR or a Unicode line separator. */
export function splitLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  let start = 0;
  for (const found of text.matchAll(breaks)) {
    lines.push(readLine(text, start, found.index));
    start = found.index + found[0].length;
  }
  if (start < text.length) lines.push(readLine(text, start, text.length));
  return lines;
}

function readLine(text: string, from: number, to: number): PhysicalLine {
  let start = from;
  let end = to;
  while (start < end && filler.test(text.charAt(start))) start += 1;
  while (end > start && filler.test(text.charAt(end - 1))) end -= 1;
  const head = text.slice(start, Math.min(end, start + 120));
  const quote = quoteMarks.exec(head)?.[0] ?? '';
  const rest = head.slice(quote.length);
  const gap = rest.length - rest.trimStart().length;
  const bullet = rowOfMarks.test(rest) ? '' : (bulletMark.exec(rest.slice(gap))?.[0] ?? '');
  const mark = quote.length + (bullet ? gap + bullet.length : gap);
  return {
    range: { start: start + mark, end },
    marks: { start, end: start + mark },
    quoted: quote !== '',
    bullet: bullet !== '',
    indent: start - from,
    blank: bullet === '' && start + mark === end,
  };
}

/** Whether `next` goes on in the paragraph of `line` though nothing was cut: the margin broke the line. */
export function isWrapped(text: string, line: PhysicalLine, next: PhysicalLine, width: number): boolean {
  if (line.blank || next.blank || next.bullet || line.quoted !== next.quoted) return false;
  if (lengthOfLine(line) > width * 1.4 || lengthOfLine(line) < width * 0.4) return false;
  if (next.indent > line.indent + 1 && !line.bullet) return false;
  if (standsAlone(text, line) || standsAlone(text, next) || areApart(text, line, next)) return false;
  const tail = tailOf(text, line);
  if (lengthOfLine(line) < width * 0.75 && endsSentence(tail)) return false;
  const head = text.slice(next.range.start, Math.min(next.range.end, next.range.start + 40));
  const word = hasCjk(head.charAt(0)) ? 1 : (head.split(/\s/u, 1)[0]?.length ?? 0);
  return lengthOfLine(line) + 1 + word > width || (startsLower(head) && !endsSentence(tail));
}

/** A byline goes on in nothing, and capitals do not go on in small letters. */
function areApart(text: string, line: PhysicalLine, next: PhysicalLine): boolean {
  if (lengthOfLine(next) > 130 && lengthOfLine(line) > 130) return false;
  const [above, below] = [line, next].map((l) =>
    text.slice(l.range.start, Math.min(l.range.end, l.range.start + 130)),
  );
  if (above === undefined || below === undefined) return false;
  return (
    isDateLine(below) ||
    isDateLine(above) ||
    isBylineText(below) ||
    isBylineText(above) ||
    (isAllCaps(above) && above.length >= 12 && !isAllCaps(below))
  );
}

/** A row of signs or a web address is a line of its own, however full. */
const alone = /^(?:[^\p{L}\p{N}\s]{5,}|[<([]?(?:https?|ftp):\/\/\S+)$/u;

function standsAlone(text: string, line: PhysicalLine): boolean {
  return lengthOfLine(line) < 400 && alone.test(text.slice(line.range.start, line.range.end));
}

function lengthOfLine(line: PhysicalLine): number {
  return line.range.end - line.range.start;
}

/** Lines of more units are paragraphs of their own. */
const widest = 132;

/**
 * The width a mailer or a page wrapped each line at, or 0 where lines are whole paragraphs. Texts from several
 * places come together in one dump: each stretch between long lines is looked at alone.
 */
export function findWrapWidths(text: string, lines: readonly PhysicalLine[]): number[] {
  const widths: number[] = [];
  let from = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    const line = lines[i];
    if (line && lengthOfLine(line) <= widest) continue;
    const width = i > from ? findWrapWidth(text, lines.slice(from, i), lines.length) : 0;
    while (from < i) {
      widths.push(width);
      from += 1;
    }
    if (line) widths.push(0);
    from = i + 1;
  }
  return widths;
}

/** Fewer lines of a stretch tell little by their length. */
const fewestLines = 8;

/**
 * The width of a stretch of `all` lines: most lines in runs end near the same column, or most lines that break a sentence
 * leave no room for the word that follows.
 */
export function findWrapWidth(text: string, lines: readonly PhysicalLine[], all = lines.length): number {
  const lengths = linesInRuns(lines)
    .map(lengthOfLine)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (lengths.length < 4 || width < 24 || width > widest) return 0;
  const full = linesInRuns(lines).filter((line) => lengthOfLine(line) > width * 0.78);
  const open = full.filter((line) => !endsSentence(tailOf(text, line))).length;
  const enough = lengths.length >= fewestLines || lines.length === all;
  if (enough && full.length >= lengths.length * 0.5 && open >= full.length * 0.4) return width;
  return breaksAtMargin(text, lines, width, lengths.length) ? width : 0;
}

function tailOf(text: string, line: PhysicalLine): string {
  return text.slice(Math.max(line.range.start, line.range.end - 12), line.range.end);
}

function breaksAtMargin(text: string, lines: readonly PhysicalLine[], width: number, all: number): boolean {
  let [broken, full] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!isText(next) || !next || line.blank) continue;
    const head = text.slice(next.range.start, Math.min(next.range.end, next.range.start + 40));
    if (!startsLower(head) || endsSentence(tailOf(text, line))) continue;
    broken += 1;
    if (lengthOfLine(line) + 1 + (head.split(/\s/u, 1)[0]?.length ?? 0) > width) full += 1;
  }
  return broken >= 4 && broken >= all * 0.25 && full >= broken * 0.8;
}

function linesInRuns(lines: readonly PhysicalLine[]): PhysicalLine[] {
  return lines.filter((line, i) => {
    const before = lines[i - 1];
    const after = lines[i + 1];
    return !line.blank && !line.bullet && isText(after) && (isText(before) || isText(lines[i + 2]));
  });
}

function isText(line: PhysicalLine | undefined): boolean {
  return line !== undefined && !line.blank && !line.bullet;
}

/** Logical lines of a text, blank ones left out and counted. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let marks: Range[] = [];
  for (const group of groupLines(text, splitLines(text))) {
    const first = group[0];
    if (!first) continue;
    if (first.blank) {
      blanks += 1;
      if (first.marks.start < first.marks.end) marks.push(first.marks);
      continue;
    }
    lines.push(joinGroup(text, group, lines.length, blanks, marks));
    blanks = 0;
    marks = [];
  }
  const last = lines.at(-1);
  if (last) last.marks = [...last.marks, ...marks];
  return lines;
}

/** Physical lines that are one logical line, together; blank lines alone. */
function groupLines(text: string, physical: readonly PhysicalLine[]): PhysicalLine[][] {
  const widths = findWrapWidths(text, physical);
  const groups: PhysicalLine[][] = [];
  let units = 0;
  for (const [i, line] of physical.entries()) {
    const before = physical[i - 1];
    const group = groups.at(-1);
    const width = widths[i] ?? 0;
    if (group && before && width > 0 && units < longestLine && isWrapped(text, before, line, width)) {
      group.push(line);
      units += lengthOfLine(line);
    } else {
      groups.push([line]);
      units = lengthOfLine(line);
    }
  }
  return groups;
}

function joinGroup(
  text: string,
  group: readonly PhysicalLine[],
  index: number,
  blanksBefore: number,
  loose: readonly Range[],
): Line {
  const first = group[0] as PhysicalLine;
  const last = group.at(-1) as PhysicalLine;
  const pieces = group.map((line, i) => pieceOf(text, line, group[i + 1]));
  const units = last.range.end - first.marks.start;
  const long = units > longestLine && group.length === 1;
  const shown = long
    ? foldSpace(text.slice(first.range.start, first.range.start + 300))
    : foldSpace(rawText(text, pieces));
  return {
    index,
    pieces,
    marks: [...loose, ...group.map((line) => line.marks).filter((r) => r.start < r.end)],
    range: { start: first.marks.start, end: last.range.end },
    text: shown,
    words: countWords(shown),
    blanksBefore,
    indent: first.indent,
    quoted: first.quoted,
    bullet: first.bullet,
    long,
    wrapped: group.length > 1,
    topic: once(() => topicStems(shown)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A line with the white space that parts it from the next, which scripts without spaces do not want. */
function pieceOf(text: string, line: PhysicalLine, next: PhysicalLine | undefined): Range {
  if (!next) return line.range;
  const glued = hasCjk(text.charAt(line.range.end - 1)) && hasCjk(text.charAt(next.range.start));
  return glued ? line.range : { start: line.range.start, end: next.marks.start };
}
