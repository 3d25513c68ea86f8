import { dayIn, toDateValue } from '../text/dates/calendar.ts';
import { opensText, signsPost, statesPublication, tenseOf } from '../text/dates/cues.ts';
import { findDates } from '../text/dates/mentions.ts';
import type { DateMention } from '../text/dates/numbers.ts';
import { findStatedDate, parseStatedDate } from '../text/dates/stated.ts';
import {
  findEventMonth,
  findOwnDay,
  findPostMonth,
  findPresentYear,
  hasNewer,
  joinCited,
  leadMonths,
  type TimedMention,
  type ToldDate,
} from '../text/dates/told.ts';
import { foldSpace, overlaps, rawText, sliceRanges } from '../text/ranges.ts';
import type { Article, Cited, DateFinding, Range } from '../types.ts';

/** What dating needs of an article; `language` is an ISO 639-1 code, `file` a name below articles/. */
export type DateInput = Pick<Article, 'title' | 'dateLines' | 'captions' | 'paragraphs' | 'metadata'> & {
  url?: Cited;
  file?: string;
  language: string;
};

/** `timeZone` (IANA) decides the day of a stated time. */
export type DateOptions = { timeZone: string };

type Rule = {
  name: string;
  find: (article: DateInput, mentions: () => TimedMention[], page: Page) => Omit<DateFinding, 'rule'> | null;
};
type Page = { text: string; timeZone: string };

/** In order: the first that finds a date decides. */
const rules: Rule[] = [
  { name: 'stated', find: (a, _, page) => fromFields(a, page, ['date'], 1) },
  {
    name: 'stated as published',
    find: (a, _, page) => fromFields(a, page, publishedKeys, 0.95),
  },
  { name: 'date line', find: fromDateLines },
  { name: 'file name', find: (a) => fromFileName(a.file) },
  { name: 'address', find: (a) => fromAddress(a.url) },
  { name: 'stated as updated', find: (a, _, page) => fromFields(a, page, updatedKeys, 0.7) },
  {
    name: 'words on publication',
    find: (_, mentions) => fromTold(findOwnDay(mentions(), 'publication'), 0.8),
  },
  { name: 'dateline', find: (_, mentions) => fromTold(findOwnDay(mentions(), 'dateline'), 0.7) },
  { name: 'post in the text', find: (_, mentions) => fromTold(findPostMonth(mentions()), 0.5) },
  {
    name: 'event told',
    find: (_, mentions) => fromTold(findEventMonth(mentions(), findPresentYear(mentions())), 0.5),
  },
];

const publishedKeys = ['published', 'publishedat', 'pubdate', 'publishdate', 'datepublished', 'created'];
const updatedKeys = ['updated', 'updatedat', 'modified', 'lastmod', 'lastmodified', 'datemodified'];

/**
 * Dates the articles of one part together, in their order: null is undated. `text` is the part's text.
 * A date that no words support is never given; captions are no evidence.
 */
export function dateArticles(
  text: string,
  articles: readonly DateInput[],
  options: DateOptions,
): (DateFinding | null)[] {
  const page = { text, timeZone: options.timeZone };
  const mentions = articles.map((article) => once(() => placeMentions(text, article)));
  const own = articles.map((article, i) => firstFinding(article, mentions[i] ?? none, page));
  if (own.every((finding) => finding !== null)) return own;
  const all = mentions.map((make) => make());
  const byPage = datedByPage(own, all);
  const agreed = agreeing(byPage);
  return byPage.map((finding, i) => finding ?? fromSiblings(agreed, all[i] ?? []));
}

const none = () => [];

function firstFinding(article: DateInput, mentions: () => TimedMention[], page: Page): DateFinding | null {
  for (const rule of rules) {
    const found = rule.find(article, mentions, page);
    if (found) return { ...found, rule: rule.name };
  }
  return null;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Keys count without case, `-` and `_`; of a list the first value that is a date. */
function fromFields(article: DateInput, page: Page, keys: string[], confidence: number) {
  const fields = Object.entries(article.metadata).map(
    ([key, field]) => [key.toLowerCase().replace(/[-_\s]/gu, ''), field] as const,
  );
  for (const key of keys) {
    for (const [, field] of fields.filter(([name]) => name === key)) {
      for (const value of [field.value].flat()) {
        const stated = parseStatedDate(value, article.language);
        const words = { text: value, ranges: field.range ? [field.range] : [] };
        if (stated) return { ...inZone(stated, page.timeZone), words, confidence };
      }
    }
  }
  return null;
}

/** The day on which a stated time falls for the newsletter's readers. */
function inZone<T extends { value: string; instant?: string }>(stated: T, timeZone: string): T {
  return stated.instant === undefined ? stated : { ...stated, value: dayIn(stated.instant, timeZone) };
}

/** The best line decides; another that says the same more precisely refines it, or adds the year it lacks. */
function fromDateLines(article: DateInput, mentions: () => TimedMention[], page: Page) {
  const lines = article.dateLines.flatMap((line) => {
    const parts = findStatedDate(line.text, article.language);
    return parts ? [{ line, parts, value: toDateValue(parts) }] : [];
  });
  const dated = lines.flatMap(({ line, parts, value }) => (value ? [{ line, parts, value }] : []));
  const [best] = dated;
  if (!best) return fromYearlessLine(lines, mentions);
  const { line, parts, value } = dated
    .filter((l) => l.value.value.startsWith(best.value.value))
    .reduce((a, b) => (b.value.value.length > a.value.value.length ? b : a), best);
  const instant = parts.instant === undefined ? {} : { instant: parts.instant };
  return { ...inZone({ ...value, ...instant }, page.timeZone), words: line, confidence: 0.9 };
}

function fromYearlessLine(lines: { line: Cited; parts: DateMention }[], mentions: () => TimedMention[]) {
  const [first] = lines;
  const year = first && findPresentYear(mentions());
  const value = year && toDateValue({ ...first.parts, year: year.year });
  return value ? { ...value, words: joinCited(first.line, year.cited), confidence: 0.5 } : null;
}

/** `2024-05-14-title.md` is how many site generators name a day. Folders mean nothing. */
function fromFileName(file: string | undefined) {
  const name = file?.split('/').at(-1) ?? '';
  const stated = /^\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\d]|-\d)/u.exec(name)?.[0];
  const found = stated && parseStatedDate(stated);
  return found ? { ...found, words: { text: stated, ranges: [] }, confidence: 0.85 } : null;
}

/** `https://example.org/2024/05/14/title` */
function fromAddress(url: Cited | undefined) {
  const m = /^https?:\/\/[^/\s]+(?:\/[^/\s?#]+)*?\/((?:19|20)\d{2})\/(\d{1,2})(?:\/(\d{1,2}))?\/[^/]/u.exec(
    url?.text ?? '',
  );
  const stated = m && [m[1], m[2], m[3]].filter((part) => part !== undefined).join('-');
  const found = stated && parseStatedDate(stated);
  return found && url ? { ...found, words: url, confidence: 0.8 } : null;
}

function fromTold(told: ToldDate | null, confidence: number) {
  const value = told && toDateValue(told.parts);
  return value ? { ...value, words: told.words, confidence } : null;
}

/** A year from elsewhere on the page serves an article when another one there tells news of the same month. */
function datedByPage(own: (DateFinding | null)[], mentions: TimedMention[][]): (DateFinding | null)[] {
  const page = mentions.flat();
  const present = findPresentYear(page);
  const tellers = Map.groupBy(mentions.flatMap(leadMonths), (month) => month);
  const alone = (month: number) => (tellers.get(month)?.length ?? 0) < 2;
  const newest = once(() => months.filter((m) => present && !hasNewer(page, present.year, m)));
  return own.map((finding, i) => {
    if (finding) return finding;
    const told = findEventMonth(mentions[i] ?? [], present);
    const month = told?.parts.month ?? 0;
    if (alone(month) || !newest().includes(month)) return null;
    const found = fromTold(told, 0.4);
    return found && { ...found, rule: 'event told, year of the page' };
  });
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What the dated articles of a page say of its month: `few` when too small a part of them says it. */
type Agreed = { finding: DateFinding; year: number; month: number; few: boolean };

/** At least two dated articles, and no month but one among them. */
function agreeing(findings: (DateFinding | null)[]): Agreed | null {
  const dated = findings.filter((f) => f !== null);
  const [finding] = dated;
  const value = finding?.value.slice(0, 7) ?? '';
  if (!finding || dated.length < 2 || value.length < 7) return null;
  if (dated.some((f) => f.value.slice(0, 7) !== value)) return null;
  const few = dated.length * 4 < findings.length;
  return { finding, year: Number(value.slice(0, 4)), month: Number(value.slice(5)), few };
}

/** The month of the dated articles, unless this one knows something newer. */
function fromSiblings(agreed: Agreed | null, mentions: TimedMention[]): DateFinding | null {
  if (!agreed || hasNewer(mentions, agreed.year, agreed.month)) return null;
  const present = mentions.filter((m) => m.tense !== 'future');
  const sameMonth = present.some((m) => m.year === undefined && m.month === agreed.month);
  const sameYear = present.some((m) => m.year === agreed.year);
  if (agreed.few && !sameMonth && !sameYear) return null;
  const confidence = sameMonth ? 0.45 : sameYear ? 0.4 : 0.3;
  const value = agreed.finding.value.slice(0, 7);
  return { value, precision: 'month', words: agreed.finding.words, rule: 'siblings', confidence };
}

function placeMentions(text: string, article: DateInput): TimedMention[] {
  const captions = article.captions.flatMap((c) => c.ranges);
  const texts = [article.title.ranges, ...article.paragraphs.map((p) => p.ranges)];
  const mentions = texts.flatMap((ranges, order) => placeIn(text, ranges, order, article.language));
  return mentions.filter((m) => !m.cited.ranges.some((r) => captions.some((c) => overlaps(r, c))));
}

function placeIn(text: string, ranges: Range[], order: number, language: string): TimedMention[] {
  const raw = rawText(text, ranges);
  return findDates(raw, language).map((m) => ({
    ...m,
    cited: { text: foldSpace(m.text), ranges: sliceRanges(ranges, m.start, m.end) },
    tense: tenseOf(raw, m, language),
    order,
    begins: m.start < 10,
    role: roleOf(raw, m, order),
  }));
}

function roleOf(raw: string, m: DateMention, order: number): TimedMention['role'] {
  if (order > 0 && order < 4 && m.day !== undefined && opensText(raw, m)) return 'dateline';
  if (statesPublication(raw, m)) return 'publication';
  return signsPost(raw, m) ? 'post' : null;
}
