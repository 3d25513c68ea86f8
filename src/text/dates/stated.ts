import { type DateValue, isPossible, knownParts, toDateValue } from './calendar.ts';
import { findDates } from './mentions.ts';
import { monthWords } from './months.ts';
import type { DateMention } from './numbers.ts';

/** A date that a field or line states. `instant` is the ISO time with offset, where one was stated. */
export type StatedDate = DateValue & { instant?: string };

/** A date line is short; what comes later in a longer text is not its date. */
const LONGEST_LINE = 200;

/** Months and days without separators or day, which in running text would be something else. */
const wholeForms: RegExp[] = [
  /^(?<y>\d{4})-(?<m>\d{1,2})$/u,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u,
  /^(?<m>\d{1,2})\/(?<y>\d{4})$/u,
];

const updateWords =
  /(?:updated?|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено)\W{0,3}(?:on|le|am|:)?\s*$/iu;

/** The date that a front-matter value or a date line states, or null. `03/04/2026` states a year, unless `language` tells. */
export function parseStatedDate(text: string, language?: string): StatedDate | null {
  const mention = findStatedDate(text, language);
  const value = mention && toDateValue(mention);
  if (!value) return null;
  return { ...value, ...(mention.instant === undefined ? {} : { instant: mention.instant }) };
}

/** The same with its place in the text; it may lack the year ("14 May"). */
export function findStatedDate(text: string, language?: string): DateMention | null {
  const line = text.slice(0, LONGEST_LINE);
  const whole = readWhole(line);
  if (whole) return whole;
  // A name such as "May" is read by the language at hand first; "und" reads numbers alone.
  const languages = [...(language ? [language] : ['und']), ...monthWords.keys()];
  const readings = languages.map((l, i) => {
    // Another language may lend its months, never its order of day and month.
    const mentions = findDates(line, l).filter((m) => i === 0 || /\p{L}{3}/u.test(m.text));
    return pickStated(line, mentions);
  });
  return readings.reduce((best, next) => (precisionOf(next) > precisionOf(best) ? next : best), null);
}

function readWhole(line: string): DateMention | null {
  const trimmed = line.trim();
  for (const form of wholeForms) {
    const groups = form.exec(trimmed)?.groups;
    if (!groups) continue;
    const number = (key: string) => (groups[key] === undefined ? null : Number(groups[key]));
    const parts = knownParts(number('y'), number('m'), number('d'));
    if (!isPossible(parts)) return null;
    const start = line.indexOf(trimmed);
    return { start, end: start + trimmed.length, text: trimmed, ...parts };
  }
  return null;
}

/** Of several dates in a line the first that is not an update's, with the most precise year, month and day. */
function pickStated(line: string, mentions: DateMention[]): DateMention | null {
  const first = mentions.filter((m) => !updateWords.test(line.slice(0, m.start)));
  const pool = first.length > 0 ? first : mentions;
  return pool.reduce<DateMention | null>(
    (best, next) => (precisionOf(next) > precisionOf(best) ? next : best),
    null,
  );
}

function precisionOf(m: DateMention | null): number {
  if (!m) return 0;
  if (m.year === undefined) return m.day === undefined ? 1 : 2;
  if (m.month === undefined) return 3;
  return m.day === undefined ? 4 : 5;
}
