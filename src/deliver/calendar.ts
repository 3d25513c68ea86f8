/**
 * What is due: decided anew at each run, from what is written down, so that two runs in a row, a run that was missed or
 * a clock that was wrong send nothing twice, and nothing that nobody expects any more.
 */
import type { Clock } from './zoned-time.ts';

export type Schedule = {
  /** Of the week (1 is Monday) or month after the period; of a quarter, in the month after it. */
  day: number;
  /** `HH:MM` in the zone of the newsletter. */
  time: string;
  /** Days after it was due in which an issue is sent by itself. */
  within: number;
  notify?: string | undefined;
};

/** How days are divided. */
export type Periods = {
  name: 'day' | 'week' | 'month' | 'quarter';
  /** The key of the period of a day, and the first day of a period; days are `YYYY-MM-DD`. */
  keyOf: (day: string) => string;
  startOf: (key: string) => string;
};

export type Known = {
  /** Milliseconds since 1970: now, and when the schedule was run by for the first time. */
  now: number;
  since: number;
  /** `revision` of the seal; null where it is not approved. */
  issues: readonly { key: string; revision: number | null }[];
  /** The oldest first. `isIll`: it stopped because too much went wrong. */
  runs: readonly { id: string; issue: string; finished: string | null; isIll?: boolean }[];
  /** Issues of which the editor was told. */
  told: ReadonlySet<string>;
};

export type Step = {
  /** `ask`: only the editor can decide; `wait`: the time or the approval is still to come; `none`: all is done. */
  act: 'send' | 'resume' | 'notify' | 'ask' | 'wait' | 'none';
  issue: string;
  why: string;
  /** A command that the editor may want. */
  hint: string | null;
};

/** Days from the first of a period to one of the next. */
const lengths = { day: 1, week: 7, month: 31, quarter: 92 } as const;
const dayLength = 86_400_000;

/** When the issue of a period is due, in milliseconds since 1970. */
export function dueTime(key: string, schedule: Schedule, periods: Periods, clock: Clock): number {
  const start = periods.startOf(periodAfter(key, periods));
  return clock.instantOf(addDays(start, offsetOf(start, schedule.day, periods.name)), schedule.time);
}

export function periodAfter(key: string, periods: Periods): string {
  return periods.keyOf(addDays(periods.startOf(key), lengths[periods.name]));
}

/** Days from the first day after a period to the due one; a month that is too short ends earlier. */
function offsetOf(start: string, day: number, name: Periods['name']): number {
  if (name === 'day') return 0;
  if (name === 'week') return Math.min(day, 7) - 1;
  const length = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 0)).getUTCDate();
  return Math.min(day, length) - 1;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The last period whose issue is due, and the one after it. */
export function duePeriods(
  now: number,
  schedule: Schedule,
  periods: Periods,
  clock: Clock,
): { last: string; next: string } {
  let next = periods.keyOf(clock.dateAt(now));
  while (true) {
    const last = periods.keyOf(addDays(periods.startOf(next), -1));
    if (dueTime(last, schedule, periods, clock) <= now) return { last, next };
    next = last;
  }
}

/** What is to be done now, in order. At most one step sends, resumes or notifies. */
export function planSteps(known: Known, schedule: Schedule, periods: Periods, clock: Clock): Step[] {
  const { last, next } = duePeriods(known.now, schedule, periods, clock);
  const isBefore = (a: string, b: string): boolean => periods.startOf(a) < periods.startOf(b);
  const due = dueTime(last, schedule, periods, clock);
  const laterRun = known.runs.find(({ issue }) => isBefore(last, issue));
  return [
    ...leftBehind(known, last, isBefore),
    ...(laterRun && finishedOf(last, known) === null
      ? [step('none', last, `${laterRun.issue} is newer, and sending it has begun already`)]
      : stepFor(last, due, known, schedule, clock)),
    stepForNext(next, dueTime(next, schedule, periods, clock), known, clock),
  ];
}

/** Its time has not come, but an editor may have sent it before. */
function stepForNext(key: string, due: number, known: Known, clock: Clock): Step {
  const finished = finishedOf(key, known);
  if (finished !== null) return sentOn(key, finished, clock);
  const isDue = `it is due at ${clock.timeAt(due)}`;
  if (!known.runs.some(({ issue }) => issue === key)) return step('wait', key, isDue);
  return step('wait', key, `sending was begun and not finished; ${isDue}`, `digestif send ${key} --resume`);
}

/** When an issue was sent, or null; of several revisions the first. */
function finishedOf(key: string, { runs }: Known): string | null {
  return runs.find(({ issue, finished }) => issue === key && finished !== null)?.finished ?? null;
}

function sentOn(key: string, finished: string, clock: Clock): Step {
  return step('none', key, `it was sent on ${clock.dateAt(Date.parse(finished))}`);
}

/** Issues that were overtaken: approved and never sent, or sent in part. Those from before the first sending are history. */
function leftBehind(
  { issues, runs, told }: Known,
  last: string,
  isBefore: (a: string, b: string) => boolean,
): Step[] {
  const sent = runs.map(({ issue }) => issue);
  const newest = sent.reduce((a, b) => (isBefore(a, b) ? b : a), sent[0] ?? '');
  const older = issues.filter(({ key }) => isBefore(key, last));
  const unsent = older.filter(
    ({ key, revision }) =>
      revision !== null && !sent.includes(key) && (told.has(key) || (newest !== '' && isBefore(newest, key))),
  );
  const open = runs.filter(({ issue, finished }) => finished === null && isBefore(issue, last));
  return [
    ...open.map(({ id, issue }) =>
      step(
        'ask',
        issue,
        `sending of ${id} was begun, and ${last} is due by now`,
        `digestif send ${issue} --resume`,
      ),
    ),
    ...unsent.map(({ key }) =>
      step(
        'ask',
        key,
        `it is approved and was never sent, and ${last} is due by now`,
        `digestif send ${key}`,
      ),
    ),
  ];
}

function stepFor(key: string, due: number, known: Known, schedule: Schedule, clock: Clock): Step[] {
  const issue = known.issues.find((i) => i.key === key);
  if (!issue) return [step('none', key, 'no article makes an issue of it')];
  const runs = known.runs.filter((run) => run.issue === key);
  // Of two that were begun, the later one is what people have.
  const mine = runs.slice(-1).find(({ id }) => id === `${key}/${issue.revision}`);
  const finished = finishedOf(key, known);
  if (finished !== null) return [sentOn(key, finished, clock)];
  const whyLate = lateness(due, known, schedule, clock);
  if (runs.length > 0) {
    const command = `digestif send ${key} --resume`;
    if (!mine) return [step('ask', key, 'sending was begun with an earlier revision', command)];
    if (mine.isIll) return [step('ask', key, 'sending stopped because too much went wrong', command)];
    if (whyLate) return [step('ask', key, `sending was begun, but ${whyLate}`, command)];
    return [step('resume', key, 'sending was begun and not finished')];
  }
  if (issue.revision !== null) {
    if (whyLate) return [step('ask', key, `it is approved, but ${whyLate}`, `digestif send ${key}`)];
    return [step('send', key, `it is approved, and was due at ${clock.timeAt(due)}`)];
  }
  const approve = `digestif approve ${key}`;
  if (known.told.has(key)) return [step('wait', key, 'it is not approved yet; the editor was told', approve)];
  if (schedule.notify === undefined || due < known.since)
    return [step('wait', key, 'it is not approved yet', approve)];
  return [step('notify', key, `it was due at ${clock.timeAt(due)} and is not approved`, approve)];
}

/** Why an issue is not sent by itself any more, or null. */
function lateness(due: number, { now, since }: Known, { within }: Schedule, clock: Clock): string | null {
  const at = clock.timeAt(due);
  if (due < since) return `it was due at ${at}, before digestif run was used`;
  if (now > due + within * dayLength) return `it was due at ${at}, more than ${within} days ago`;
  return null;
}

function step(act: Step['act'], issue: string, why: string, hint: string | null = null): Step {
  return { act, issue, why, hint };
}
