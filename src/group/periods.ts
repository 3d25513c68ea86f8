import { dateFormat } from '../text/date-formats.ts';
import { displayLocale } from '../text/language.ts';
import { dateOfDay, dayNumber, daysOf } from './days.ts';

export type Period = 'day' | 'week' | 'month' | 'quarter';

/** How a key of each period looks. */
const keyShapes: Readonly<Record<Period, RegExp>> = {
  day: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  week: /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/u,
  quarter: /^\d{4}-Q[1-4]$/u,
};

type Namer = (number: string, year: string) => string;

/** Names of weeks and quarters, which Intl does not give; other languages get the English ones. */
const weekNames: Readonly<Record<string, Namer>> = {
  en: (week, year) => `Week ${week}, ${year}`,
  de: (week, year) => `Woche ${week}, ${year}`,
  fr: (week, year) => `Semaine ${week}, ${year}`,
  es: (week, year) => `Semana ${week}, ${year}`,
  it: (week, year) => `Settimana ${week}, ${year}`,
  pt: (week, year) => `Semana ${week}, ${year}`,
  nl: (week, year) => `Week ${week}, ${year}`,
  ru: (week, year) => `Неделя ${week}, ${year}`,
  zh: (week, year) => `${year}年第${week}周`,
  ja: (week, year) => `${year}年第${week}週`,
};

const quarterNames: Readonly<Record<string, Namer>> = {
  en: (quarter, year) => `Q${quarter} ${year}`,
  fr: (quarter, year) => `T${quarter} ${year}`,
  es: (quarter, year) => `T${quarter} ${year}`,
  it: (quarter, year) => `T${quarter} ${year}`,
  pt: (quarter, year) => `T${quarter} ${year}`,
  ru: (quarter, year) => `${quarter}-й квартал ${year}`,
  zh: (quarter, year) => `${year}年第${quarter}季度`,
  ja: (quarter, year) => `${year}年第${quarter}四半期`,
};

/**
 * The key of the period that a date falls in: `2026-05-14`, `2026-W20` (ISO 8601), `2026-05` or `2026-Q2`. Null when the
 * date (`YYYY-MM-DD`, `YYYY-MM` or `YYYY`) is no date, or coarser than the period; a month names its quarter.
 */
export function periodOf(dateValue: string, period: Period): string | null {
  const days = daysOf(dateValue);
  if (!days) return null;
  const first = keyOfDay(days.first, period);
  return first === keyOfDay(days.last, period) && isFine(dateValue, period) ? first : null;
}

function isFine(dateValue: string, period: Period): boolean {
  return dateValue.length >= (period === 'day' || period === 'week' ? 10 : 7);
}

/** Whether a key is one of this period; a date that does not exist, such as 30 February, is none. */
export function isPeriodKey(key: string, period: Period): boolean {
  return keyShapes[period].test(key) && keyOfDay(firstDayOf(key), period) === key;
}

/** The first day of a period, `YYYY-MM-DD`. For text that is no key it is 1970-01-01. */
export function periodStart(key: string): string {
  return dateOfDay(firstDayOf(key));
}

/** Earlier periods first; of two that begin on one day, by code unit. */
export function comparePeriods(a: string, b: string): number {
  return firstDayOf(a) - firstDayOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * A period as readers say it, in a language given by its BCP 47 tag: `14 May 2026`, `Week 20, 2026`, `May 2026`,
 * `Q2 2026`.
 */
export function periodLabel(key: string, language: string): string {
  const [year = '', rest = ''] = key.split('-');
  const base = language.split('-')[0]?.toLowerCase() ?? 'en';
  const number = String(Number(rest.slice(1)));
  if (rest.startsWith('W')) return (weekNames[base] ?? weekNames['en'])?.(number, year) ?? key;
  if (rest.startsWith('Q')) return (quarterNames[base] ?? quarterNames['en'])?.(number, year) ?? key;
  const day = isPeriodKey(key, 'day') ? ({ day: 'numeric' } as const) : {};
  if (!isPeriodKey(key, 'month') && !isPeriodKey(key, 'day')) return key;
  const options = { ...day, month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(displayLocale(language), options).format(new Date(periodStart(key)));
}

function keyOfDay(day: number, period: Period): string {
  const date = dateOfDay(day);
  if (period === 'day') return date;
  if (period === 'month') return date.slice(0, 7);
  if (period === 'week') return weekKey(day);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** ISO 8601: weeks begin on Monday, and a week belongs to the year of its Thursday. */
function weekKey(day: number): string {
  const thursday = mondayOf(day) + 3;
  const year = dateOfDay(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(Number(year), 1, 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Day 0, 1970-01-01, was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function firstDayOf(key: string): number {
  const year = Number(key.slice(0, 4));
  const number = Number(key.slice(6));
  if (keyShapes.week.test(key)) return mondayOf(dayNumber(year, 1, 4)) + 7 * (number - 1);
  if (keyShapes.quarter.test(key)) return dayNumber(year, 3 * number - 2, 1);
  return daysOf(key)?.first ?? 0;
}
