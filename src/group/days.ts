const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01: first and last day that a date may mean. */
export type DaySpan = { first: number; last: number };

/** Day number of `YYYY-MM-DD` parts; month counts from 1 and may run past 12, day 0 is the last of the month before. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The days that `YYYY-MM-DD`, `YYYY-MM` or `YYYY` may mean; null when it is none of these or does not exist. */
export function daysOf(value: string): DaySpan | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value) ?? [];
  if (year === undefined) return null;
  const span = spanOf(Number(year), month, day);
  // 30 February would be in March.
  return dateOfDay(span.first).startsWith(value) ? span : null;
}

function spanOf(year: number, month: string | undefined, day: string | undefined): DaySpan {
  if (month === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 0) };
  const number = Number(month);
  if (day === undefined) return { first: dayNumber(year, number, 1), last: dayNumber(year, number + 1, 0) };
  const only = dayNumber(year, number, Number(day));
  return { first: only, last: only };
}

/**
 * Days between two dates. A month or a year counts as its middle, and nothing lies between it and a date
 * inside it; nor between anything and an unknown date.
 */
export function daysBetween(a: DaySpan | null, b: DaySpan | null): number {
  if (a === null || b === null || contains(a, b) || contains(b, a)) return 0;
  return Math.abs(a.first + a.last - b.first - b.last) / 2;
}

function contains(outer: DaySpan, inner: DaySpan): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
