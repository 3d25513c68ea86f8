/** How fast mails may follow each other, overall and to one domain. Times in milliseconds. */

/** Time between two mails, 0 for no limit, and when the next one would be on time. */
export type Pace = { interval: number; next: number };

const units = { s: 1000, min: 60_000, h: 3_600_000 } as const;

/** So much too early a mail may go, since they are claimed in groups. */
const slack = 100;

/** The pace of a rate such as `50/s`, `1000/min` or `20000/h`; without one there is no limit. Null for other text. */
export function paceOf(rate: string | undefined): Pace | null {
  if (rate === undefined) return { interval: 0, next: 0 };
  const [, count = '', unit = ''] = /^([1-9]\d{0,6})\/(s|min|h)$/u.exec(rate) ?? [];
  return count === '' ? null : { interval: units[unit as keyof typeof units] / Number(count), next: 0 };
}

/** How many mails may go now; infinite without a limit. */
export function roomOf({ interval, next }: Pace, now: number): number {
  if (interval === 0) return Number.POSITIVE_INFINITY;
  const from = Math.max(next, now);
  return from > now + slack ? 0 : Math.floor((now + slack - from) / interval) + 1;
}

/** When the next mail may go, now or later. */
export function nextTime({ interval, next }: Pace, now: number): number {
  return interval === 0 ? now : Math.max(now, next - slack);
}

/** The pace after one more mail took the next time there is. */
export function take({ interval, next }: Pace, now: number): Pace {
  return { interval, next: Math.max(next, now) + interval };
}
