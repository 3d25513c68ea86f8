import { foldSpace, rawText } from '../text/ranges.ts';
import type { Range } from '../types.ts';
import { countWords, hasCjk } from './shapes.ts';
import { topicStems } from './words.ts';
import { findWrapWidths, isBrokenTitle, isWrapped, lengthOfLine } from './wrapping.ts';

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

/** Units of lines that are too long which a text may have: splitting more of them into words takes gigabytes. */
export const mostLongUnits = 10_000_000;

/** The lines that are too long and come after as many units of such lines as a text may have. */
export function findExcess(text: string, most: number = mostLongUnits): Range[] {
  if (text.length <= most) return [];
  const excess: Range[] = [];
  let [start, units] = [0, 0];
  const close = (end: number): void => {
    if (end - start > longestLine) units += end - start;
    if (end - start > longestLine && units > most) excess.push({ start, end });
  };
  for (const found of text.matchAll(/[\n\r\u2028\u2029]/gu)) {
    close(found.index);
    start = found.index + 1;
  }
  close(text.length);
  return excess;
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
    const wrapped = before && width > 0 && units < longestLine && isWrapped(text, before, line, width);
    if (group && (wrapped || (group.length === 1 && isBrokenTitle(text, physical, i)))) {
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
