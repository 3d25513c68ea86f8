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

/** The days that `YYYY-MM-DD`, `YYYY-MM` or `YYYY` may mean; null when it is none of these. */
export function daysOf(value: string): DaySpan | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((digits) => (digits === undefined ? null : Number(digits)));
  if (year === null || year === undefined) return null;
  if (month === null || month === undefined) {
    return { first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 0) };
  }
  if (day === null || day === undefined) {
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) };
  }
  return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) };
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
