import type { DatePrecision } from '../../types.ts';
import { dateFormat } from '../date-formats.ts';

/** What is known of a date. Months and days count from 1. */
export type DateParts = { year?: number; month?: number; day?: number };

/** `value` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as `precision` says. */
export type DateValue = { value: string; precision: DatePrecision };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has such a date between 1900 and 2100. 29 February passes when no year is known. */
export function isPossible({ year, month, day }: DateParts): boolean {
  if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysIn(month, year));
}

function daysIn(month: number, year: number | undefined): number {
  if (month === 2 && (year === undefined || isLeap(year))) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The date as far as its year, month and day are known without a gap; null without a year. */
export function toDateValue({ year, month, day }: DateParts): DateValue | null {
  if (year === undefined) return null;
  if (month === undefined) return { value: `${year}`, precision: 'year' };
  if (day === undefined) return { value: `${year}-${pad(month)}`, precision: 'month' };
  return { value: `${year}-${pad(month)}-${pad(day)}`, precision: 'day' };
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** Day of the week of a full date, Sunday 0. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Only the parts that are known: optional properties may not hold `undefined` here. */
export function knownParts(
  year: number | null | undefined,
  month?: number | null,
  day?: number | null,
): DateParts {
  return {
    ...(year == null ? {} : { year }),
    ...(month == null ? {} : { month }),
    ...(day == null ? {} : { day }),
  };
}

/**
 * The day, `YYYY-MM-DD`, that an ISO time falls on in an IANA time zone.
 * @throws RangeError for an unknown zone or a text that is no time with an offset.
 */
export function dayIn(instant: string, timeZone: string): string {
  if (!/(?:Z|[+-]\d{2}:\d{2})$/u.test(instant)) throw new RangeError(`No offset in the time: ${instant}`);
  const format = dateFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
