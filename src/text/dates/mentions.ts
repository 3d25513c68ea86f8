import { knownParts } from './calendar.ts';
import { type DateMention, findCjk, findIso, findNumeric, mentionAt } from './numbers.ts';
import { findMonths, findNamedDays } from './words.ts';

type Finder = (text: string, language: string) => DateMention[];

/** In order: what an earlier one found, a later one does not read again. */
const finders: Finder[] = [findIso, findCjk, findNumeric, findNamedDays, findMonths, findYears];

// A year is not part of a longer number, an amount or a span, and not a count of something.
const year =
  /(?<![\p{L}\p{N}$€£¥₽#_/-]|[\p{N}\p{Sc}][.,:]|[$€£¥₽]\s|\d,\s)(?:19|20)\d{2}(?![\p{L}\p{N}%_/–-]|[.,:]\d|\s?(?:%|people|men|women|units|dollars|euros|years|days|hours|miles|k?m|meters|metres|tons|tonnes|jobs)(?!\p{L}))/gu;

/** The rest of a day that the calendar does not have. */
const dayAndMonthBefore = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s|de\s)?\p{L}{3,}\.?,?\s(?:de\s)?$/u;

function findYears(text: string): DateMention[] {
  return [...text.matchAll(year)]
    .filter((m) => !dayAndMonthBefore.test(text.slice(Math.max(0, m.index - 20), m.index)))
    .flatMap((m) => mentionAt(m, knownParts(Number(m[0]))));
}

/**
 * The absolute dates that a text mentions, in order and without overlap; places are UTF-16 units of `text`.
 * Relative ones ("yesterday") and impossible ones are left out. `language` is an ISO 639-1 code.
 */
export function findDates(text: string, language: string): DateMention[] {
  return finders.reduce<DateMention[]>((found, find) => addFree(found, find(text, language)), []);
}

/** Adds what overlaps nothing found so far. Both lists end up sorted, so that one pass is enough. */
function addFree(found: DateMention[], more: DateMention[]): DateMention[] {
  const out: DateMention[] = [];
  let next = 0;
  let end = 0;
  const take = (m: DateMention) => {
    out.push(m);
    end = m.end;
  };
  for (const m of more.toSorted((a, b) => a.start - b.start)) {
    for (let f = found[next]; f && f.start < m.end; f = found[next]) {
      take(f);
      next += 1;
    }
    if (m.start >= end) take(m);
  }
  return [...out, ...found.slice(next)];
}
