import { parseStatedDate } from '../../text/dates/stated.ts';

const iso =
  /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[Tt\s]\s*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/u;
const ordinal = /^(\d{4})-?(\d{3})$/u;
const clock = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(am|pm)?/iu;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours east of Greenwich, as RFC 822 and those who write like it name zones. */
const zones: { [name: string]: number } = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  ast: -4,
  adt: -3,
  at: -4,
  et: -5,
  ct: -6,
  mt: -7,
  pt: -8,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
};

type Parts = { y: number; m: number; d: number; h?: number; min?: number; s?: number; zone?: number };

/** The time that a feed's date states, as ISO time in UTC; a date without zone counts as UTC. Null if none is read. */
export function readFeedDate(text: string): string | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > 100) return null;
  const parts = readIso(words) ?? readOrdinal(words) ?? readWords(words) ?? readLocal(words);
  return parts && toTime(parts);
}

/**
 * A date for an article's metadata: the words as written where our date reader reads the same day in them, else the
 * ISO form of what a feed means by them, else null.
 */
export function statedDate(text: string): string | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  const time = readFeedDate(words);
  // The two forms that nearly every feed has are known to be read alike.
  if (time && (/^\d{4}-\d\d-\d\d(?:T|$)/u.test(words) || common.test(words))) return words;
  const known = words.length > 100 ? null : parseStatedDate(words);
  if (known?.precision === 'day' && (!time || known.value === time.slice(0, 10))) return words;
  if (time && /^\d{4}(?:-\d\d)?$/u.test(words)) return words;
  if (time) return clock.test(words) || /T\d{4}/iu.test(words) ? time : time.slice(0, 10);
  return known ? words : null;
}

const common =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|Z|[+-]\d{4})$/u;

function readIso(words: string): Parts | null {
  const match = iso.exec(words);
  if (!match) return null;
  const [, y, m = '1', d = '1', h = '0', min = '0', s = '0', zone = 'Z'] = match;
  if (Number(d) > 31) return null;
  // Six digits are year and month only with a hyphen: 200403 may be anything.
  if (/^\d{6}$/u.test(words)) return null;
  return { y: Number(y), m: +m, d: +d, h: +h, min: +min, s: +s, zone: readZone(zone) };
}

function readOrdinal(words: string): Parts | null {
  const [, year, day] = ordinal.exec(words) ?? [];
  if (year === undefined || Number(day) < 1 || Number(day) > 366) return null;
  return { y: Number(year), m: 1, d: Number(day) };
}

/** Day, month name, year and time in any order, as in RFC 822, asctime and their many cousins. */
function readWords(words: string): Parts | null {
  const month = /(?<!\p{L})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(words);
  if (!month) return null;
  const time = clock.exec(words);
  const after = time ? words.slice(time.index + time[0].length) : '';
  const rest = time
    ? `${words.slice(0, time.index)} | ${after.replace(/[+-]\d{2}:?\d{2}(?!\d)/u, ' ')}`
    : words;
  const numbers = [...rest.matchAll(/\d+/gu)].map((n) => n[0]);
  const year = numbers.find((n) => n.length === 4) ?? numbers.at(-1);
  const day = numbers.find((n) => n !== year || numbers.indexOf(n) !== numbers.lastIndexOf(n));
  if (year === undefined || day === undefined || Number(day) > 31 || Number(day) < 1) return null;
  const base = { y: fullYear(year), m: months.indexOf((month[1] ?? '').toLowerCase()) + 1, d: Number(day) };
  return time ? { ...base, ...readClock(time), zone: readZone(after) } : base;
}

/** Months in the words of many languages, and numbers in their orders, as our date reader knows them. */
function readLocal(words: string): Parts | null {
  const known = parseStatedDate(words);
  if (known?.precision !== 'day') return null;
  const [y = 0, m = 0, d = 0] = known.value.split('-').map(Number);
  const time = clock.exec(words);
  if (!time) return { y, m, d };
  return { y, m, d, ...readClock(time), zone: readZone(words.slice(time.index + time[0].length)) };
}

function readClock([, h = '0', min = '0', s = '0', half]: RegExpExecArray): Pick<Parts, 'h' | 'min' | 's'> {
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  return { h: hour, min: Number(min), s: Number(s) };
}

function fullYear(year: string): number {
  const n = Number(year);
  if (year.length > 2) return n;
  return n < 70 ? 2000 + n : 1900 + n;
}

/** Hours east of Greenwich. */
function readZone(text: string): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/u.exec(text) ?? [];
  if (hours !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  const name = /[A-Za-z]+/u.exec(text)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(zones, name) ? (zones[name] ?? 0) : 0;
}

function toTime({ y, m, d, h = 0, min = 0, s = 0, zone = 0 }: Parts): string | null {
  const possible = y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && h <= 24 && min <= 59 && s <= 60;
  if (!possible || (d > 31 && m !== 1)) return null;
  const time = Date.UTC(y, m - 1, d, h, min, s) - zone * 3_600_000;
  const read = new Date(time);
  return read.getUTCFullYear() > 9999 ? null : read.toISOString();
}
