import { isBylineText } from './bylines.ts';
import { hasDate, isDateLine } from './dates.ts';
import { findPaperName } from './folio.ts';
import { sectionNames } from './lexicon.ts';
import type { PhysicalLine } from './lines.ts';
import {
  countWords,
  endsOpen,
  endsSentence,
  hasCjk,
  isAllCaps,
  startsLower,
  titleCaseShare,
} from './shapes.ts';

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

/** A byline, or a line of paper and day, goes on in nothing, and capitals do not go on in small letters. */
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
    findPaperName(below) !== null ||
    findPaperName(above) !== null ||
    (isAllCaps(above) && above.length >= 12 && !isAllCaps(below))
  );
}

/** A row of signs or a web address is a line of its own, however full. */
const alone = /^(?:[^\p{L}\p{N}\s]{5,}|[<([]?(?:https?|ftp):\/\/\S+)$/u;

function standsAlone(text: string, line: PhysicalLine): boolean {
  return lengthOfLine(line) < 400 && alone.test(text.slice(line.range.start, line.range.end));
}

/** Units of a line without its marks. */
export function lengthOfLine(line: PhysicalLine): number {
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

/** Lines within which the head of a whole file stands. */
const fileHead = 12;

/** Longest line of a title that a narrow page broke in two, in units. */
const titleLine = 60;

/**
 * Whether `lines[at]` is the second half of a title: two short lines above a text or byline, apart from what comes
 * before, of which the first ends or the second begins as no title does, or which are set alike.
 */
export function isBrokenTitle(text: string, lines: readonly PhysicalLine[], at: number): boolean {
  const [above, line, next] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!line || !next || !isTitleLine(line) || !isTitleLine(next)) return false;
  if (above && !above.blank && !endsSentence(tailOf(text, above))) return false;
  const below = lines.slice(at + 1, at + 5).find((l) => !l.blank);
  if (!below || below.bullet) return false;
  const [first, second, after] = [line, next, below].map((l) =>
    text.slice(l.range.start, Math.min(l.range.end, l.range.start + 130)),
  );
  if (first === undefined || second === undefined || after === undefined) return false;
  if (lengthOfLine(below) < titleLine && !isBylineText(after) && !isDateLine(after)) return false;
  if ([first, second].some((t) => hasDate(t) || isBylineText(t)) || /^\W*\d/u.test(second)) return false;
  return (
    !/[.!?:;…]["'”’)]*$/u.test(first) &&
    !endsSentence(second.replace(/\?$/u, '')) &&
    belongTogether(first, second, at > fileHead)
  );
}

function isTitleLine(line: PhysicalLine): boolean {
  return !line.blank && !line.bullet && !line.quoted && lengthOfLine(line) <= titleLine;
}

/** A label, a masthead or a name has few words, and none that is left hanging. */
function belongTogether(first: string, second: string, below: boolean): boolean {
  const [many, more] = [countWords(first), countWords(second)];
  if (many < 2 || sectionNames.has(first.toLowerCase()) || /^["'“”‘„«]/u.test(second) || /[|·•]/u.test(first))
    return false;
  if (endsOpen(first) || (startsLower(second) && many + more <= 16)) return true;
  // At the head of a file the name of the issue stands above a title, set alike.
  if (!below) return false;
  if (isAllCaps(first) || isAllCaps(second))
    return isAllCaps(first) && isAllCaps(second) && many >= 3 && more >= 2;
  return many >= 4 && more >= 3 && titleCaseShare(first) >= 0.6 && titleCaseShare(second) >= 0.6;
}
