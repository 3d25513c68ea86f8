/** A date as readers see it: `14 May`, `May`, `2026`; said in words when there is none. */
export function dateLabel(date: string | null, language: string): string {
  if (date === null) return 'date not stated';
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  const instant = new Date(Date.UTC(year, month - 1, day ?? 1));
  const options: Intl.DateTimeFormatOptions =
    day === undefined ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'long' };
  // en alone means en-US, where the month comes first; the issue line reads better the other way.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(instant);
}
