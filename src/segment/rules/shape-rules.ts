import { isBylineLabel, isBylineText, nameBesideDate } from '../bylines.ts';
import { isDateLine, isEmptyDateLabel, isReadingTime } from '../dates.ts';
import { findFolioName, findPaperName } from '../folio.ts';
import { sectionNames } from '../lexicon.ts';
import type { Line } from '../lines.ts';
import {
  endsOpen,
  endsSentence,
  endsWithHyphen,
  isHeadingShape,
  startsLower,
  titleCaseShare,
  withoutNumbers,
} from '../shapes.ts';
import { hasCredit } from './caption-rules.ts';
import { type Context, neighbour, phraseRule, type Rule } from './rule.ts';

const separator = /^(?:[-–—_=~*#+.•·◆◇■□★☆※<>|/\\]\s*){3,}$|^[⁂❧§◆★☆※]$/u;
/** Agencies say where a report ends. */
const endMark = /^(?:[([<-]\s*(?:ends?|ende|fin|30|完)\s*[-)\]>]|ENDS?|ENDE)[.]?$/iu;
const listNumber = /^(?:\*\*)?\(?(\d{1,2})[.)、]\s*\S/u;

/** What reviews and announcements tell in a line of their own. */
const factLine =
  /^(?:rating|verdict|price|tickets|admission|running time|pages|isbn|tel|phone|bewertung|wertung|preis|eintritt|prix|durée|note|precio|entradas|duración)\s*:\s?.*\d/iu;

/** The number a line begins with, or 0. */
export function listNumberOf(line: Line | undefined): number {
  return Number(listNumber.exec(line?.text.slice(0, 12) ?? '')?.[1] ?? 0);
}

/** A run of three or more numbered headings without text between them. */
function isContentsLine(line: Line, context: Context): boolean {
  const number = listNumberOf(line);
  if (number === 0 || line.words > 30 || isNumberedText(line)) return false;
  let run = 1;
  for (const step of [1, -1] as const) {
    for (let n = 1; n <= 2; n += 1) {
      const other = context.lines[line.index + step * n];
      if (!other || listNumberOf(other) !== number + step * n || isNumberedText(other)) break;
      run += 1;
    }
  }
  return run >= 3;
}

function isNumberedText(line: Line): boolean {
  return endsSentence(line.text) && !/[?!…]["'”’)]*$|\.\.\.$/u.test(line.text);
}

/** Bullets on a page are links unless they read like sentences; elsewhere they are the article's. */
function isLinkItem(line: Line, context: Context): boolean {
  if (!line.bullet) return false;
  if (line.text === '') return true;
  if (!context.page) return line.words === 0;
  if (endsSentence(line.text) && line.words >= 5) return line.words < 12 && !introduced(line, context);
  return line.words < 25 && !introduced(line, context);
}

/** Whether the list a bullet belongs to follows text, ending in a colon or a full stop, on a page. */
function introduced(line: Line, context: Context): boolean {
  for (let i = line.index - 1; i >= 0 && i > line.index - 30; i -= 1) {
    const before = context.lines[i];
    if (!before) return false;
    if (!before.bullet) return before.words >= 4 && /[:：]$/u.test(before.text);
  }
  return false;
}

/** The same paragraph again, at most three lines below. */
function isSecondCopy(line: Line, context: Context): boolean {
  if (line.words < 8 || line.long || isHeadingShape(line.text)) return false;
  return [1, 2, 3].some((n) => context.lines[line.index - n]?.text === line.text);
}

function isLooseWord(line: Line): boolean {
  return !/\p{L}/u.test(line.text);
}

/** A line that recurs often is the site's, not the article's; outside pages a short one may be a label. */
function isRepeated(line: Line, context: Context): boolean {
  const often = context.repeats(line.text) >= 3;
  return often && (context.page ? line.words <= 6 : line.words >= 6 && !line.long);
}

const pageNumber = /^\d{1,3}\s*[|·•–—]|[|·•–—]\s*\d{1,3}$|\b(?:page|seite|página|pagina|стр\.?)\s\d{1,3}\b/iu;

/** A short line that recurs but for its number is at the head or foot of each page. */
function isRunningHead(line: Line, context: Context): boolean {
  if (line.words > 8 || line.bullet || listNumberOf(line) > 0 || !/\d/u.test(line.text)) return false;
  if (!/\p{L}/u.test(line.text)) return false;
  return context.repeats(withoutNumbers(line.text)) >= (pageNumber.test(line.text) ? 2 : 3);
}

function isSection(line: Line, context: Context): boolean {
  if (line.words > 4 || !isHeadingShape(line.text)) return false;
  if (sectionNames.has(line.text.toLowerCase())) return true;
  return !context.page && context.repeats(line.text) >= 3 && (neighbour(line, context, 1)?.words ?? 99) < 25;
}

/** Longest line of a narrow column, in units. */
const columnUnits = 60;

/** The nearest line above that is more than a label. */
function textAbove(line: Line, context: Context): Line | undefined {
  return [1, 2, 3].map((n) => context.lines[line.index - n]).find((l) => l !== undefined && l.words >= 5);
}

/** The next line that is no caption: pictures stand inside sentences. */
function textBelow(line: Line, context: Context): Line | undefined {
  return [1, 2, 3]
    .map((n) => context.lines[line.index + n])
    .find((l) => l !== undefined && (l.text.length > 420 || !hasCredit(l.text)));
}

function isMetaText(text: string): boolean {
  return isDateLine(text) || isBylineText(text) || isReadingTime(text);
}

/** Whether a byline or date comes before the text: below a title stand names, counters and buttons. */
function metaFollows(line: Line, context: Context): boolean {
  for (const next of context.lines.slice(line.index + 1, line.index + 7)) {
    if (next.words <= 16 && isMetaText(next.text)) return true;
    if (next.words > 6) return false;
  }
  return false;
}

/** A name between title and date, without `By`. */
function isBareByline(line: Line, context: Context): boolean {
  const [before, after] = [neighbour(line, context, -1), neighbour(line, context, 1)];
  if (!before || !after || before.words < 4 || before.words > 24 || line.blanksBefore > 1) return false;
  if (endsSentence(before.text) && !/[?!]$/u.test(before.text)) return false;
  if (isBylineText(after.text) || nameBesideDate(after.text) || isRunningHead(before, context)) return false;
  if (!metaFollows(line, context)) return false;
  return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}(?:, \p{Lu}[\p{L}&.'’ -]{2,40})?$/u.test(line.text);
}

/** Paper and day between a title and its byline or text; above a title they head the whole file. */
function isPaperLine(line: Line, context: Context): boolean {
  const before = neighbour(line, context, -1);
  if (!before || before.words < 4 || line.blanksBefore > 1) return false;
  if (findPaperName(line.text) === null || !isHeadingShape(before.text)) return false;
  const below = context.lines.slice(line.index + 1, line.index + 5);
  const after = below.find((l) => l.words >= 4 || isBylineText(l.text));
  return after !== undefined && (isBylineText(after.text) || !isHeadingShape(after.text));
}

/** A heading-like line that is cut, or goes on in lower case, is text: columns break sentences anywhere. */
function isCutText(line: Line, context: Context): boolean {
  if (line.bullet || !isHeadingShape(line.text)) return false;
  const after = textBelow(line, context);
  if (endsOpen(line.text)) return !endsStranded(line, after, context);
  if (after && isBylineText(after.text)) return false;
  const before = textAbove(line, context);
  if (before && endsOpen(before.text)) {
    // Between long lines it is a headline that fell into the sentence; in a narrow column it is the next line.
    const narrow = before.text.length <= columnUnits && line.index - before.index === 1;
    return narrow && !endsWithHyphen(before.text) && titleCaseShare(line.text) < 0.6;
  }
  if (after && isDroppedInto(line, after, context)) return true;
  if (before && before.words >= 8 && !endsSentence(before.text) && isUnlike(line, before)) return false;
  return (
    line.words >= 5 && after !== undefined && after.words >= 4 && !after.bullet && startsLower(after.text)
  );
}

const stranded =
  /\s(?:for|in|on|of|to|by|with|about|from|at|over|into|without|until|after|before|through|under|against|between)$/iu;

/** A title may end with a preposition (`The World We Live In`): above a text, and not below an unfinished line. */
function endsStranded(line: Line, after: Line | undefined, context: Context): boolean {
  if (line.words < 4 || !stranded.test(line.text) || !after || startsLower(after.text)) return false;
  if (titleCaseShare(line.text) >= 0.6) return true;
  const before = neighbour(line, context, -1);
  const told = after.words >= 12 || isMetaText(after.text);
  return told && (!before || endsSentence(before.text) || before.words <= 4);
}

/** Whether one is set as a title and the other as text. */
function isUnlike(title: Line, text: Line): boolean {
  return title.words >= 3 && titleCaseShare(title.text) >= 0.6 && titleCaseShare(text.text) < 0.5;
}

/** Whether a headline stands between a long line in plain words and the lower case in which that goes on. */
function isDroppedInto(line: Line, headline: Line, context: Context): boolean {
  const after = neighbour(headline, context, 1);
  if (!after || after.bullet || after.words < 4 || !startsLower(after.text)) return false;
  return line.words >= 10 && titleCaseShare(line.text) < 0.6 && isHeadingShape(headline.text);
}

/** A short question or exclamation that does not follow text stands as a title. */
function isQuestionTitle(line: Line, context: Context): boolean {
  if (line.bullet || line.quoted || line.words < 3 || line.words > 18) return false;
  if (!/[?!？！]["'”’»」)]*$/u.test(line.text) || startsLower(line.text)) return false;
  const [before, after] = [neighbour(line, context, -1), neighbour(line, context, 1)];
  if (metaFollows(line, context)) return true;
  if (!context.page && before && after && line.blanksBefore < 2) return false;
  const apart = line.blanksBefore >= 2 && (after?.blanksBefore ?? 9) < line.blanksBefore;
  const free = !before || (before.words <= 12 && !endsSentence(before.text) && !endsOpen(before.text));
  return (free || apart) && after !== undefined && after.words >= 15;
}

/** A few words in lower case that neither end nor continue a sentence are labels. */
function isLooseLabel(line: Line, context: Context): boolean {
  const before = neighbour(line, context, -1);
  return (
    context.page &&
    line.words <= 4 &&
    startsLower(line.text) &&
    !endsSentence(line.text) &&
    !endsOpen(before?.text ?? '')
  );
}

/** Lines within which the head of a newspaper's page stands. */
const pageHead = 3;

/** Rules that look at a line's shape and place, in order; the last ones take all that is left. */
export const shapeRules: readonly Rule[] = [
  { name: 'repeated-paragraph', role: 'junk', class: 'duplicate', max: Infinity, test: isSecondCopy },
  {
    name: 'separator',
    role: 'separator',
    class: 'boilerplate',
    max: 400,
    test: (l) => separator.test(l.text) || endMark.test(l.text),
  },
  { name: 'link-list', role: 'junk', class: 'boilerplate', max: 400, test: isLinkItem },
  {
    name: 'question-answer',
    role: 'prose',
    class: 'body',
    max: 400,
    test: (l) => /^(?:Q|A|F|P|R)\s?[:：]\s?\S/u.test(l.text) && l.words >= 2,
  },
  phraseRule('fact-line', 'prose', [factLine], 120, 'body'),
  { name: 'contents-list', role: 'contents', class: 'metadata', max: 240, test: isContentsLine },
  { name: 'date-label', role: 'junk', class: 'boilerplate', max: 30, test: (l) => isEmptyDateLabel(l.text) },
  {
    name: 'byline-label',
    role: 'junk',
    class: 'metadata',
    max: 20,
    test: (l, context) => isBylineLabel(l.text, neighbour(l, context, 1)?.text),
  },
  {
    name: 'labelled-byline',
    role: 'byline',
    class: 'metadata',
    max: 60,
    test: (l, context) => isBylineLabel(neighbour(l, context, -1)?.text ?? '', l.text),
  },
  { name: 'paper-line', role: 'date', class: 'metadata', max: 100, test: isPaperLine },
  {
    name: 'folio',
    role: 'date',
    class: 'metadata',
    max: 140,
    test: (l) => l.index < pageHead && findFolioName(l.text) !== null,
  },
  { name: 'byline', role: 'byline', class: 'metadata', max: 120, test: (l) => isBylineText(l.text) },
  { name: 'bare-byline', role: 'byline', class: 'metadata', max: 80, test: isBareByline },
  { name: 'date-line', role: 'date', class: 'metadata', max: 140, test: (l) => isDateLine(l.text) },
  { name: 'no-words', role: 'junk', class: 'boilerplate', max: 400, test: isLooseWord },
  { name: 'repeated-line', role: 'junk', class: 'boilerplate', max: 300, test: isRepeated },
  { name: 'running-head', role: 'junk', class: 'boilerplate', max: 90, test: isRunningHead },
  { name: 'section-label', role: 'section', class: 'metadata', max: 60, test: isSection },
  {
    name: 'quotation',
    role: 'quote',
    class: 'body',
    max: Infinity,
    test: (l, context) => l.quoted && context.quotes,
  },
  { name: 'list-item', role: 'item', class: 'body', max: Infinity, test: (l) => l.bullet },
  { name: 'question-title', role: 'heading', class: 'title', max: 160, test: isQuestionTitle },
  { name: 'cut-line', role: 'prose', class: 'body', max: 200, test: isCutText },
  { name: 'loose-label', role: 'junk', class: 'boilerplate', max: 60, test: isLooseLabel },
  { name: 'heading', role: 'heading', class: 'title', max: 200, test: (l) => isHeadingShape(l.text) },
  { name: 'text', role: 'prose', class: 'body', max: Infinity, test: () => true },
];
