/** What follows from what became of a mail. */
import { createHash } from 'node:crypto';
import type { Delivery, Outcome, Settlement } from './types.ts';

export type RetryRules = {
  /** How often a mail is tried, the first time counted. */
  tries: number;
  /** Milliseconds before the second try; each further wait is twice as long. */
  firstWait: number;
  /** Milliseconds a wait has at most. */
  longestWait: number;
};

/** After 1 minute, 2, 4 ... at most an hour: 8 tries outlast an hour of greylisting, even with the shortest waits. */
export const usualWaits = { firstWait: 60_000, longestWait: 3_600_000 } as const;

/**
 * The state that an outcome leads to. Put off: again later, until the tries are used up. Never begun: that says nothing
 * of the reader, so it is no try. Refused: never again. Unknown stays unknown, since a second mail may be one too many.
 * `now` in milliseconds since 1970.
 */
export function settlementOf(
  delivery: Pick<Delivery, 'run' | 'number' | 'attempts'>,
  { kind, reply }: Outcome,
  rules: RetryRules,
  now: number,
): Settlement {
  const { number, attempts } = delivery;
  if (kind === 'sent' || kind === 'unknown') return { number, state: kind, reply };
  // Behind those who were not begun at all: a mail that the server breaks off at holds up nobody.
  if (kind === 'not-tried')
    return { number, state: 'queued', reply, due: now + rules.firstWait, uncounted: true };
  if (kind === 'refused' || attempts >= rules.tries) return { number, state: 'failed', reply };
  return { number, state: 'queued', reply, due: now + waitAfter(delivery, rules) };
}

/**
 * A mail at which the server hangs up again, though it took others since it did so first, is put off for its own sake: else
 * it would be tried for ever. `begun` counts the mails that were begun so far; `broken` is kept here, the same by the number
 * of the mail that could not be.
 */
export function blame(
  outcome: Outcome,
  number: number,
  { begun, broken }: { begun: number; broken: Map<number, number> },
): Outcome {
  if (!outcome.broken) return outcome;
  const before = broken.get(number) ?? begun;
  broken.set(number, before);
  return before < begun ? { kind: 'later', reply: outcome.reply } : outcome;
}

/** How often in a row nothing could be begun, and until when (milliseconds since 1970) nobody is bothered with more. */
export type Silence = { count: number; until: number };

export const noSilence: Silence = { count: 0, until: 0 };

/** Another mail could not be begun at `now`; those that went together with the last one say nothing new. */
export function noteSilence(silence: Silence, { firstWait, longestWait }: RetryRules, now: number): Silence {
  if (now < silence.until) return silence;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(silence.count, 30));
  return { count: silence.count + 1, until: now + wait };
}

/** Half of it is chance, so that mails put off together do not come back together; but the same chance each time. */
function waitAfter(
  { run, number, attempts }: Pick<Delivery, 'run' | 'number' | 'attempts'>,
  { firstWait, longestWait }: RetryRules,
): number {
  const full = Math.min(longestWait, firstWait * 2 ** Math.min(attempts - 1, 30));
  const hash = createHash('sha256').update(`${run} ${number} ${attempts}`).digest();
  return Math.round(full * (0.5 + hash.readUInt32BE() / 2 ** 33));
}
