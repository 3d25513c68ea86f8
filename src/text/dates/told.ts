import type { Cited } from '../../types.ts';
import { type DateParts, knownParts, weekdayOf } from './calendar.ts';
import type { Tense } from './cues.ts';
import type { DateMention } from './numbers.ts';

/**
 * A mention with what its place says. `order` counts the title as 0 and paragraphs from 1; `begins` with the
 * paragraph; `role` is what a set form of words makes of it.
 */
export type TimedMention = DateMention & {
  cited: Cited;
  tense: Tense;
  order: number;
  begins: boolean;
  role: 'dateline' | 'publication' | 'post' | null;
};

/** The date that words give, and those words. */
export type ToldDate = { parts: DateParts; words: Cited };

export type PresentYear = { year: number; cited: Cited };

/** News is told in the title and the first two paragraphs; what comes later is background. */
const LAST_OF_LEAD = 2;
/** Nothing that comes as digital text and states no date was written before; older years are history retold. */
const OLDEST_TOLD = 1995;

/**
 * The newest year that is not ahead, if a month of it is named or it is named twice: a single "in 2023" is as
 * often a year ago.
 */
export function findPresentYear(mentions: readonly TimedMention[]): PresentYear | null {
  const named = mentions.filter((m) => m.tense !== 'future' && (m.year ?? 0) >= OLDEST_TOLD);
  const year = named.reduce((newest, m) => Math.max(newest, m.year ?? 0), 0);
  const newest = named.filter((m) => m.year === year);
  const best = newest.find((m) => m.month !== undefined) ?? newest[0];
  return best && (best.month !== undefined || newest.length > 1) ? { year, cited: best.cited } : null;
}

/** The day of a dateline or of words on the text's own publication, with the year there or in the text. */
export function findOwnDay(
  mentions: readonly TimedMention[],
  role: 'dateline' | 'publication',
): ToldDate | null {
  const own = mentions.find((m) => m.role === role && m.month !== undefined);
  if (!own) return null;
  if (own.year !== undefined) return { parts: knownParts(own.year, own.month, own.day), words: own.cited };
  const present = findPresentYear(mentions);
  if (!present || !fitsWeekday(own, present.year)) return null;
  return {
    parts: knownParts(present.year, own.month, own.day),
    words: joinCited(own.cited, present.cited),
  };
}

/** The month of the newest post set into the text, unless the text itself knows a newer year or month. */
export function findPostMonth(mentions: readonly TimedMention[]): ToldDate | null {
  const posts = mentions.filter((m) => m.role === 'post' && m.year !== undefined && m.day !== undefined);
  const newest = latestOf(posts);
  if (!newest?.year || newest.year < OLDEST_TOLD || hasNewer(mentions, newest.year, newest.month ?? 0))
    return null;
  return { parts: knownParts(newest.year, newest.month), words: newest.cited };
}

/**
 * News tells of days just gone: the latest day told in the past tense ("on May 14") gives the month, if it is told
 * where the news is. A day with its year counts only as the very beginning: elsewhere it is mostly history.
 */
export function findEventMonth(
  mentions: readonly TimedMention[],
  present: PresentYear | null,
): ToldDate | null {
  if (!present) return null;
  const { year } = present;
  const told = mentions.filter(
    (m) => isNews(m) && (lastDay(m).year ?? year) === year && fitsWeekday(m, year),
  );
  const latest = latestOf(told);
  const month = latest && lastDay(latest).month;
  if (!latest || !month || !told.some((m) => m.order <= LAST_OF_LEAD && lastDay(m).month === month))
    return null;
  if (hasNewer(mentions, year, month)) return null;
  const words = latest.year === undefined ? joinCited(latest.cited, present.cited) : latest.cited;
  return { parts: knownParts(year, month), words };
}

function isNews(m: TimedMention): boolean {
  if (m.tense !== 'told' || m.day === undefined) return false;
  return m.year === undefined || (m.begins && m.order === 1);
}

/** Months told as news in the lead, each once, whatever their year. */
export function leadMonths(mentions: readonly TimedMention[]): number[] {
  const lead = mentions.filter((m) => isNews(m) && m.order <= LAST_OF_LEAD);
  return [...new Set(lead.flatMap((m) => lastDay(m).month ?? []))];
}

/** Whether the text names a year or month after this one without saying that it lies ahead. */
export function hasNewer(mentions: readonly TimedMention[], year: number, month: number): boolean {
  const named = mentions.filter((m) => m.tense !== 'future');
  return named.some((m) => (m.year ?? year) > year || ((m.year ?? year) === year && (m.month ?? 0) > month));
}

/** Words from two places: what lies between them is not cited. */
export function joinCited(a: Cited, b: Cited): Cited {
  return { text: `${a.text} … ${b.text}`, ranges: [...a.ranges, ...b.ranges] };
}

function latestOf(mentions: readonly TimedMention[]): TimedMention | null {
  const key = (m: TimedMention) => {
    const { year = 0, month = 0, day = 0 } = lastDay(m);
    return (year * 12 + month) * 31 + day;
  };
  return mentions.reduce<TimedMention | null>((a, b) => (a && key(a) >= key(b) ? a : b), null);
}

function lastDay({ year, month, day, until }: DateMention): DateParts {
  return until ? knownParts(until.year ?? year, until.month, until.day) : knownParts(year, month, day);
}

function fitsWeekday({ weekday, month, day }: DateMention, year: number): boolean {
  if (weekday === undefined || month === undefined || day === undefined) return true;
  return weekdayOf(year, month, day) === weekday;
}
