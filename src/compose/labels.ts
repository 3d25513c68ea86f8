import { dateFormat } from '../text/date-formats.ts';
import { displayLocale } from '../text/language.ts';

/** What is not known is said in words. Further languages are one line each. */
const unknown: { [language: string]: { date: string; source: string } } = {
  en: { date: 'date not stated', source: 'source not stated' },
  de: { date: 'Datum nicht genannt', source: 'Quelle nicht genannt' },
  fr: { date: 'date non indiquée', source: 'source non indiquée' },
  es: { date: 'fecha no indicada', source: 'fuente no indicada' },
};

/** The words for a date or source that is not stated; English where we have none. */
export function notStated(language: string): { date: string; source: string } {
  return unknown[language.split('-')[0] ?? ''] ?? { date: 'date not stated', source: 'source not stated' };
}

/**
 * A date as readers see it: `14 May`, `May`, with the year where it is not that of the issue; said in words when
 * there is none.
 */
export function dateLabel(date: string | null, language: string, issue: string): string {
  if (date === null) return notStated(language).date;
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  const instant = new Date(Date.UTC(year, month - 1, day ?? 1));
  const options: Intl.DateTimeFormatOptions = {
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
    ...(issue.startsWith(`${year}`) ? {} : { year: 'numeric' }),
  };
  return dateFormat(displayLocale(language), { ...options, timeZone: 'UTC' }).format(instant);
}
