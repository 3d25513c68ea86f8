/** Times of a place: what its clocks show, and when they show it. All instants are milliseconds since 1970. */

export type Clock = {
  /** The date at an instant, `YYYY-MM-DD`. */
  dateAt: (instant: number) => string;
  /** Date and time for people, `YYYY-MM-DD HH:MM`. */
  timeAt: (instant: number) => string;
  /**
   * When a time (`HH:MM`) of a day (`YYYY-MM-DD`) is shown. One that is shown twice is the first; one that the clocks leap
   * over is as much later as they leap.
   */
  instantOf: (date: string, time: string) => number;
};

const day = 86_400_000;

/** The clocks of a time zone (IANA). */
export function clockOf(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
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
  });
  /** What the clocks show at an instant, as if it were UTC. */
  const shownAt = (instant: number): number => {
    const parts = format.formatToParts(instant);
    const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    const [year, month, date] = [read('year'), read('month'), read('day')];
    return Date.UTC(year, month - 1, date, read('hour'), read('minute'), read('second'));
  };
  const textAt = (instant: number): string => new Date(shownAt(instant)).toISOString();
  return {
    dateAt: (instant) => textAt(instant).slice(0, 10),
    timeAt: (instant) => textAt(instant).slice(0, 16).replace('T', ' '),
    instantOf(date, time) {
      const shown = Date.parse(`${date}T${time}:00Z`);
      const candidates = [shown - day, shown + day].map((near) => shown - (shownAt(near) - near));
      const fits = candidates.filter((instant) => shownAt(instant) === shown);
      return fits.length > 0 ? Math.min(...fits) : (candidates[0] ?? shown);
    },
  };
}
