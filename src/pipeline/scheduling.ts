/** The calendar of a newsletter: the steps that are due, by the periods in which its issues are made. */
import type { Config } from '../config.ts';
import {
  dueTime,
  type Known,
  type Periods,
  periodAfter,
  planSteps,
  type Schedule,
  type Step,
} from '../deliver/calendar.ts';
import { clockOf } from '../deliver/zoned-time.ts';
import { periodOf, periodStart } from '../group/periods.ts';

export type { Known, Step } from '../deliver/calendar.ts';

/** What is due by the schedule; nothing where the config has none. */
export function stepsFor({ schedule, period, timeZone }: Config, known: Known): Step[] {
  return schedule === undefined ? [] : planSteps(known, schedule, periodsOf(period), clockOf(timeZone));
}

/** Until when an issue is sent by itself, in milliseconds since 1970: some days, and not when the next one is due. */
export function lastMoment(key: string, schedule: Schedule, { period, timeZone }: Config): number {
  const periods = periodsOf(period);
  const clock = clockOf(timeZone);
  const next = dueTime(periodAfter(key, periods), schedule, periods, clock);
  return Math.min(dueTime(key, schedule, periods, clock) + schedule.within * 86_400_000, next);
}

/** Whether the time of an issue goes on at an instant, in milliseconds since 1970, where the newsletter is. */
export function isUnderWay(key: string, { period, timeZone }: Config, instant: number): boolean {
  return periodOf(clockOf(timeZone).dateAt(instant), period) === key;
}

function periodsOf(name: Config['period']): Periods {
  return { name, keyOf: (day) => periodOf(day, name) ?? day, startOf: periodStart };
}
