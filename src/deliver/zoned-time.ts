/** Times of a place: what its clocks show, and when they show it. All instants are milliseconds since 1970. */

const minute = 60_000;
const day = 86_400_000;

/** What the clocks of a zone (IANA) are ahead of UTC at an instant, in milliseconds. */
function aheadAt(instant: number, timeZone: string): number {
  const at = Math.floor(instant / 1000) * 1000;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const [year, month, date] = [read('year'), read('month'), read('day')];
  return Date.UTC(year, month - 1, date, read('hour'), read('minute'), read('second')) - at;
}

/** The date in a zone, `YYYY-MM-DD`. */
export function dateIn(instant: number, timeZone: string): string {
  return new Date(instant + aheadAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** Date and time in a zone for people, `YYYY-MM-DD HH:MM`. */
export function timeIn(instant: number, timeZone: string): string {
  return new Date(instant + aheadAt(instant, timeZone)).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * When the clocks of a zone show a time (`HH:MM`) of a day (`YYYY-MM-DD`). One that they show twice is the first; one
 * that they leap over is as much later as they leap.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const ahead = [aheadAt(shown - day, timeZone), aheadAt(shown + day, timeZone)];
  const fits = ahead
    .map((a) => shown - a)
    .filter((instant) => instant + aheadAt(instant, timeZone) === shown);
  const [before = 0] = ahead;
  return Math.floor((fits.length > 0 ? Math.min(...fits) : shown - before) / minute) * minute;
}
