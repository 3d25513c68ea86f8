/** Keys of periods as a calendar holds them: `2026-05-14`, `2026-W20`, `2026-05`, `2026-Q2`. */

const day = 86_400_000;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export type Span = 'day' | 'week' | 'month' | 'quarter';

/** What kind of period a key names. */
export function spanOfKey(key: string): Span {
  if (key.includes('W')) return 'week';
  if (key.includes('Q')) return 'quarter';
  return key.length > 7 ? 'day' : 'month';
}

/** The period before this one. */
export function previousKey(key: string): string {
  const year = Number(key.slice(0, 4));
  const number = Number(key.slice(-2).replace(/\D/u, ''));
  switch (spanOfKey(key)) {
    case 'day':
      return dayKey(startOf(key) - day);
    case 'week':
      return weekKey(startOf(key) - 7 * day);
    case 'month':
      return number > 1 ? `${year}-${twoDigits(number - 1)}` : `${pad(year - 1)}-12`;
    case 'quarter':
      return number > 1 ? `${year}-Q${number - 1}` : `${pad(year - 1)}-Q4`;
  }
}

/** A period in English, as far as a calendar has no room for more: `May`, `Week 20`, `Q2`, `14 May`. */
export function shortLabel(key: string): string {
  const number = Number(key.slice(-2).replace(/\D/u, ''));
  switch (spanOfKey(key)) {
    case 'day':
      return `${number} ${months[Number(key.slice(5, 7)) - 1] ?? ''}`;
    case 'week':
      return `Week ${number}`;
    case 'month':
      return months[number - 1] ?? key;
    case 'quarter':
      return `Q${number}`;
  }
}

/** The period with its year: `May 2026`, `Week 20, 2026`. */
export function longLabel(key: string): string {
  const comma = spanOfKey(key) === 'week' ? ',' : '';
  return `${shortLabel(key)}${comma} ${key.slice(0, 4)}`;
}

/** A year in rows of keys: one of its months, quarters or weeks; of days a row each month, which has a name. */
export function rowsOfYear(year: string, span: Span): { name: string | null; keys: string[] }[] {
  const number = Number(year);
  const keys = (n: number, name: (i: number) => string): string[] =>
    Array.from({ length: n }, (_, i) => `${year}-${name(i + 1)}`);
  if (span === 'month') return [{ name: null, keys: keys(12, twoDigits) }];
  if (span === 'quarter') return [{ name: null, keys: keys(4, (i) => `Q${i}`) }];
  if (span === 'week') {
    // The 28th of December is always in the last week of its year.
    const weeks = Number(weekKey(Date.UTC(number, 11, 28)).slice(-2));
    return [{ name: null, keys: keys(weeks, (i) => `W${twoDigits(i)}`) }];
  }
  return months.map((name, m) => {
    const days = new Date(Date.UTC(number, m + 1, 0)).getUTCDate();
    return { name, keys: keys(days, (i) => `${twoDigits(m + 1)}-${twoDigits(i)}`) };
  });
}

/** Noon of a day, or of the Monday of a week. */
function startOf(key: string): number {
  const year = Number(key.slice(0, 4));
  if (spanOfKey(key) === 'day') return Date.parse(`${key}T12:00:00Z`);
  const fourth = Date.UTC(year, 0, 4, 12);
  return mondayOf(fourth) + (Number(key.slice(6)) - 1) * 7 * day;
}

function mondayOf(time: number): number {
  return time - ((new Date(time).getUTCDay() + 6) % 7) * day;
}

function dayKey(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekKey(time: number): string {
  const thursday = mondayOf(time) + 3 * day;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${pad(year)}-W${twoDigits(week)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}
