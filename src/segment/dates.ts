import { monthPattern } from './lexicon.ts';
import { countWords, endsSentence } from './shapes.ts';

/** A cheap look for words that state a date. Reading the date is another stage's work. */

const month = `(?<!\\p{L})(?:${monthPattern})(?!\\p{L})\\.?`;
const day = '\\d{1,2}(?:st|nd|rd|th|er|\\.|º|ª)?';
const year = '(?:19|20)\\d{2}';
const patterns = [
  `${day}\\s+(?:de\\s+|of\\s+)?${month}(?:,?\\s+(?:de\\s+)?${year})?`,
  `${month}\\s+${day}(?!\\d)(?:\\s*[-–]\\s*\\d{1,2})?(?:,?\\s+${year})?`,
  `${month},?\\s+(?:de\\s+)?${year}`,
  `${year}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
  `\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}(?!\\d)`,
  `${year}\\s?年(?:\\s?\\d{1,2}\\s?月)?(?:\\s?\\d{1,2}\\s?日)?`,
];
const date = new RegExp(patterns.join('|'), 'iu');
const dates = new RegExp(patterns.join('|'), 'giu');
const times =
  /\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr)(?!\p{L}))?|\d{1,2}\s?[ap]\.?m\.?/giu;
const labels =
  /(?<!\p{L})(?:first|last|originally|published|publication|posted|updated|created|modified|released|issued|written|date|on|at|the|time|stand|veröffentlicht|aktualisiert|datum|am|um|uhr|publié|mis à jour|le|à|publicado|actualizado|atualizado|el|em|às|as|há|a|las|pubblicato|aggiornato|il|alle|ore|opublikowano|zaktualizowano|dodano|godz|o|опубликовано|обновлено|в|gmt|utc|est|edt|et|pst|pdt|cet|cest|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|min(?:ute)?s?|read)(?!\p{L})|发布时间|发布日期|日期|时间|更新/giu;
const lead =
  /^[^\p{L}\p{N}]*(?:(?:first |last |originally )?(?:published|posted|updated|issued|released|date)|stand|veröffentlicht|aktualisiert|datum|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|zaktualizowano|опубликовано|обновлено|公開日|更新日|发布时间|发布日期|日期)(?!\p{L})/iu;

/** Longest line that is looked at. */
const longest = 140;

/** Whether some words state a date, a month with a day or a year at least. */
export function hasDate(text: string): boolean {
  return date.test(text.slice(0, 400));
}

const byName = /(?<!\p{L})(?:by|von|par|por)\s+(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}/gu;

/** The text without dates, times and the words that go with them. */
export function withoutDates(text: string): string {
  return text
    .replace(byName, ' ')
    .replace(dates, ' ')
    .replace(times, ' ')
    .replace(labels, ' ')
    .replace(/[\d\s\p{P}|·•+]+/gu, ' ')
    .trim();
}

/** Where the first date stands. */
export function findDate(text: string): { start: number; end: number } | null {
  const found = date.exec(text.slice(0, 400));
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** Whether the line is there to state a date: little else is in it. */
export function isDateLine(text: string): boolean {
  if (text.length > longest || !/\d/u.test(text)) return false;
  if (/^\d{1,2}\.? \p{L}+ (?:19|20)\d{2}$/u.test(text)) return true;
  if (!hasDate(text)) return false;
  const rest = countWords(withoutDates(text));
  if (lead.test(text) || /[|·•].*(?:updated|published|posted)/iu.test(text)) return rest <= 7;
  return rest <= (endsSentence(text.replace(/[ap]\.m\.$/u, '')) ? 0 : 2);
}

/** A line of a date block whose date is missing: `Published`, `on`. */
export function isEmptyDateLabel(text: string): boolean {
  return /^(?:published|posted|updated|last updated|on|published on|posted on|posted in|date)\s*:?$/iu.test(
    text,
  );
}

const readingTime =
  /(?<!\p{L})\d{1,3}[ -]?(?:min(?:ute)?s?[ -]read|min(?:uten)? lesezeit|min(?:utes)? de lectur[ae]|minuti di lettura|минут[аы]? чтения)(?!\p{L})|阅读时间|(?:lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|czas czytania|время чтения|読了時間)\s*[:：]?\s*\d/iu;

/** Whether the line tells how long the reading takes, as in `5h ago · 4 min read`: such lines stand below titles. */
export function isReadingTime(text: string): boolean {
  return text.length <= longest && readingTime.test(text) && countWords(text) <= 16 && !endsSentence(text);
}
