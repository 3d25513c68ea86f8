import { isBylineText } from './bylines.ts';
import { isDateLine } from './dates.ts';
import type { PhysicalLine } from './lines.ts';
import { endsSentence, hasCjk, isAllCaps, startsLower } from './shapes.ts';

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
