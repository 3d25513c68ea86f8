import type { Chrono, ParsedComponents } from 'chrono-node';
import { de, en, es, fr, it, nl, pt, ru } from 'chrono-node';
import { type DateParts, isPossible, knownParts, toDateValue } from './calendar.ts';
import { type MonthWords, monthWords } from './months.ts';
import { type DateMention, mentionAt, toInstant } from './numbers.ts';

/** chrono reads only near a month's name, so that its cost follows the dates and not the text. */
const BEFORE = 20;
const AFTER = 45;
/** Windows read of one text: a longer list of dates is read from both ends. */
const MOST_WINDOWS = 4000;

const parsers = new Map<string, Chrono>([
  ['en', en.strict],
  ['de', de.strict],
  ['fr', fr.strict],
  ['es', es.strict],
  ['it', it.strict],
  ['nl', nl.strict],
  ['pt', pt.strict],
  ['ru', ru.strict],
]);

// Without a reference chrono asks the clock. No component that depends on this one is ever read.
const reference = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 'UTC' };

const patterns = new Map([...monthWords].map(([language, words]) => [language, compile(words)]));

type MonthPatterns = { name: RegExp; monthOnly: RegExp; names: RegExp[]; capital: boolean };

function compile({ names, before, of, capital }: MonthWords): MonthPatterns {
  const name = `(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`;
  const year = `(?:\\s{0,3}(?:${of})?\\s{1,3}((?:19|20)\\d{2})(?![\\p{L}\\p{N}]|[.,:]\\d))`;
  return {
    name: new RegExp(name, 'giu'),
    // Groups: the word before, the month, its year. A number that is not its year makes it no bare month.
    monthOnly: new RegExp(
      `(?:(?<![\\p{L}\\p{N}])(${before})[\\s-]{1,3})?(${name})(?:${year}|(?!\\s{0,2}[,.]?\\s?\\d|['’]s))`,
      'giu',
    ),
    names: names.map((n) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${n})(?![\\p{L}\\p{N}])`, 'iu')),
    capital,
  };
}

/** Days with a month's name ("May 14", "le 3 mai 2024"), read by chrono's strict parser of the language. */
export function findNamedDays(text: string, language: string): DateMention[] {
  const pattern = patterns.get(language);
  const parser = parsers.get(language);
  if (!pattern || !parser) return [];
  return windowsOf(text, pattern).flatMap(([start, end]) =>
    readWindow(text.slice(start, end), parser, pattern).map((m) => ({
      ...m,
      start: m.start + start,
      end: m.end + start,
    })),
  );
}

function windowsOf(text: string, { name, capital }: MonthPatterns): [number, number][] {
  const windows: [number, number][] = [];
  for (const m of text.matchAll(name)) {
    if (capital && !isCapital(m[0])) continue;
    const start = wholeWords(text, Math.max(0, m.index - BEFORE), -1);
    const end = wholeWords(text, Math.min(text.length, m.index + m[0].length + AFTER), 1);
    if (!/\d|first|second|third|th\b/u.test(text.slice(start, end))) continue;
    const last = windows.at(-1);
    if (last && start < last[1] && end - last[0] < 10 * AFTER) last[1] = end;
    else windows.push([last ? Math.max(start, last[1]) : start, end]);
  }
  if (windows.length <= MOST_WINDOWS) return windows;
  return [...windows.slice(0, MOST_WINDOWS / 2), ...windows.slice(-MOST_WINDOWS / 2)];
}

/** Moves a border out of a word or number, a few units at most: half a year would be another year. */
function wholeWords(text: string, at: number, step: -1 | 1): number {
  let i = at;
  const inside = () =>
    i > 0 && i < text.length && /\S/u.test(text.charAt(i - 1)) && /\S/u.test(text.charAt(i));
  for (let n = 0; n < 12 && inside(); n += 1) i += step;
  return i;
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** Prepositions that some of chrono's languages take with the date. */
const leading = /^(?:on|am|le|il|el|op)\s+/iu;

function readWindow(text: string, parser: Chrono, pattern: MonthPatterns): DateMention[] {
  return parser.parse(text, reference).flatMap((result) => {
    // "March 2,000 people" holds no day, and in "May 14, 24 people" the 24 is no year.
    if (/^(?:\d|[.,:]\d|\s?%)/u.test(text.slice(result.index + result.text.length))) return [];
    const words = result.text
      .replace(leading, '')
      .trimEnd()
      .replace(/(?<=\d),\s\d{2}$/u, '');
    const at = result.index + (leading.exec(result.text)?.[0].length ?? 0);
    const until = result.end ? partsOf(result.end, words) : null;
    const start = withYear(partsOf(result.start, words), until);
    if (!isWritten(start, words, pattern) || !isPossible(start) || hasOldYear(result.start)) return [];
    const instant = instantOf(result.start, start, words);
    const weekday = result.start.isCertain('weekday') ? result.start.get('weekday') : null;
    const mention = { start: at, end: at + words.length, text: words, ...start };
    return [
      {
        ...mention,
        ...(until?.day !== undefined && isPossible(until) ? { until } : {}),
        ...(instant === null ? {} : { instant }),
        ...(weekday === null ? {} : { weekday }),
      },
    ];
  });
}

/** Only what chrono calls known, and a year only when it is written out: "May 14, 24 people" has none. */
function partsOf(components: ParsedComponents, words: string): DateParts {
  const known = (part: 'year' | 'month' | 'day') =>
    components.isCertain(part) ? components.get(part) : null;
  const year = known('year');
  const day = known('day');
  const month = known('month');
  if (month == null || day == null) return {};
  return knownParts(year != null && words.includes(String(year)) ? year : null, month, day);
}

/** chrono calls the days of "for three weeks" known: only a day and a month that stand in the words are. */
function isWritten({ month, day }: DateParts, words: string, { names }: MonthPatterns): boolean {
  const name = month === undefined ? undefined : names[month - 1];
  const ordinal = /(?<![\p{L}\p{N}])(?:first|second|third|\p{L}+th)(?![\p{L}\p{N}])/iu;
  const digits = new RegExp(`(?<!\\d)0?${day}(?!\\d)`, 'u');
  return (
    name !== undefined && day !== undefined && name.test(words) && (digits.test(words) || ordinal.test(words))
  );
}

function hasOldYear(components: ParsedComponents): boolean {
  const year = components.isCertain('year') ? components.get('year') : null;
  return year != null && !isPossible({ year });
}

/** "April 30 - May 2, 2024": the year stands at the end and serves both. */
function withYear(start: DateParts, until: DateParts | null): DateParts {
  if (start.year !== undefined || until?.year === undefined) return start;
  const crosses = (start.month ?? 0) > (until.month ?? 0);
  return { ...start, year: crosses ? until.year - 1 : until.year };
}

/** Only numeric offsets, GMT and UTC are taken: IST, CST and their like have several meanings. */
function instantOf(components: ParsedComponents, parts: DateParts, words: string): string | null {
  const zone = /(?:\b(?:GMT|UTC|Z)|[+-]\d{2}:?\d{2})$/u.exec(words)?.[0];
  const value = toDateValue(parts);
  if (!zone || value?.precision !== 'day' || !components.isCertain('hour')) return null;
  const time = (['hour', 'minute', 'second'] as const).map((c) => String(components.get(c) ?? 0));
  return toInstant(value.value, time.map((t) => t.padStart(2, '0')).join(':'), zone);
}

/** A day that chrono did not accept: 31 February is no February. */
const dayBefore = /(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?\s{1,2}(?:(?:of|de|di)\s)?$/u;

/** Months without a day: "May 2024", and with a word before that makes it a date, "in early May". */
export function findMonths(text: string, language: string): DateMention[] {
  const pattern = patterns.get(language);
  if (!pattern) return [];
  return [...text.matchAll(pattern.monthOnly)].flatMap((m) => {
    const [, before, name, year] = m;
    if (!name || (!before && !year) || (pattern.capital && !isCapital(name))) return [];
    if (dayBefore.test(text.slice(Math.max(0, m.index - 8), m.index))) return [];
    const month = pattern.names.findIndex((n) => n.test(name)) + 1;
    return mentionAt(m, knownParts(year ? Number(year) : null, month));
  });
}
