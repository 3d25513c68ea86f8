import type { Range } from '../../types.ts';
import { type DateParts, isPossible, knownParts } from './calendar.ts';

/** A date in a text. `text` is what stands at [start, end); an `instant` is there only with a stated offset. */
export type DateMention = Range &
  DateParts & {
    text: string;
    /** The last day, if the words name a span of days. */
    until?: DateParts;
    /** ISO time to the second with its offset, `Z` or `±HH:MM`. */
    instant?: string;
    /** The day of the week that stands with it, Sunday 0. */
    weekday?: number;
  };

type Order = 'day first' | 'month first' | 'unknown';

const iso =
  /(?<![\p{L}\p{N}-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)(?:(?:T|,?\s)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\p{L}\p{N}]))?)?/gu;
const cjk = /(?:(\d{4})\s?[年년]\s?)?(?:(\d{1,2})\s?[月월]份?)(?:\s?(\d{1,2})\s?[日号號일])?/gu;
const cjkYear = /(?<!\d)(\d{4})\s?[年년](?!\s?\d{1,2}\s?[月월])/gu;
const numeric = /(?<![\p{L}\p{N}/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\p{L}\p{N}]|[./-]\d)/gu;

/** ISO days and times, `2026/05/14` and `2026.05.14`. */
export function findIso(text: string): DateMention[] {
  return [...text.matchAll(iso)].flatMap((m) => {
    const mention = mentionAt(m, knownParts(Number(m[1]), Number(m[3]), Number(m[4])));
    const instant = instantOf(m);
    return mention.map((found) => (instant === null ? found : { ...found, instant }));
  });
}

/** Null without an offset, and for midnight UTC: that is how tools write a plain day, and no time at all. */
function instantOf(m: RegExpExecArray): string | null {
  const [, year, , month, day, hour, minute, second = '00', zone] = m;
  if (!hour || !minute || !zone || !year || !month || !day) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return toInstant(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    `${hour}:${minute}:${second}`,
    zone,
  );
}

/** `zone` is `Z`, `UTC`, `GMT` or a numeric offset. */
export function toInstant(day: string, time: string, zone: string): string | null {
  const offset = /^[+-]/u.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/u, '$1:$2') : 'Z';
  if (/^[+-]/u.test(offset) && (offset.slice(1, 3) > '14' || offset.slice(4) > '59')) return null;
  const plain = time === '00:00:00' && /^(?:Z|[+-]00:00)$/u.test(offset);
  return plain ? null : `${day}T${time}${offset}`;
}

/** `2026年5月14日`, `2024年5月`, `5月14日`, `2024年`, and the same in Korean. */
export function findCjk(text: string): DateMention[] {
  const days = [...text.matchAll(cjk)].flatMap((m) =>
    mentionAt(m, knownParts(numberOrNull(m[1]), numberOrNull(m[2]), numberOrNull(m[3]))),
  );
  // `3月` alone may be a length of time.
  const dated = days.filter((d) => d.year !== undefined || d.day !== undefined);
  return [...dated, ...[...text.matchAll(cjkYear)].flatMap((m) => mentionAt(m, knownParts(Number(m[1]))))];
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** `14.05.2026`, `14/5/2026`, `5-14-2026`. Where day and month cannot be told apart, the year is all that is known. */
export function findNumeric(text: string, language: string): DateMention[] {
  const matches = [...text.matchAll(numeric)];
  const order = orderOf(matches, language);
  return matches.flatMap((m) => mentionAt(m, readNumeric(m, order)));
}

function readNumeric(m: RegExpExecArray, order: Order): DateParts {
  const [first, second, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
  const dayFirst = knownParts(year, second, first);
  const monthFirst = knownParts(year, first, second);
  if (first === second || !isPossible(monthFirst)) return dayFirst;
  if (!isPossible(dayFirst)) return monthFirst;
  if (m[2] === '.' || order === 'day first') return dayFirst;
  return order === 'month first' ? monthFirst : knownParts(year);
}

/** English and unknown languages write both ways: then a date of the same text that can be read one way only decides. */
function orderOf(matches: RegExpExecArray[], language: string): Order {
  if (!bothWays.has(language)) return 'day first';
  const slashes = matches.filter((m) => m[2] !== '.');
  const dayFirst = slashes.some((m) => Number(m[1]) > 12);
  const monthFirst = slashes.some((m) => Number(m[3]) > 12);
  if (dayFirst === monthFirst) return 'unknown';
  return dayFirst ? 'day first' : 'month first';
}

const bothWays = new Set(['en', 'und', '', 'zh', 'ja', 'ko']);

/** A match as a mention, or nothing when the calendar has no such date. */
export function mentionAt(m: RegExpExecArray, parts: DateParts): DateMention[] {
  if (!isPossible(parts)) return [];
  return [{ start: m.index, end: m.index + m[0].length, text: m[0], ...parts }];
}
