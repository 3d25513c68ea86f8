/** What follows from what became of a mail. */
import type { Delivery, Outcome, Settlement } from './types.ts';

export type RetryRules = {
  /** How often a mail is tried, the first time counted. */
  tries: number;
  /** Milliseconds before the second try; each further wait is twice as long. */
  firstWait: number;
  /** Milliseconds a wait has at most. */
  longestWait: number;
};

/** After 1 minute, 2, 4 ... at most an hour. */
export const usualWaits = { firstWait: 60_000, longestWait: 3_600_000 } as const;

/**
 * The state that an outcome leads to. Put off or never begun: again later, until the tries are used up. Refused: never
 * again. Unknown stays unknown, since a second mail may be one too many. `now` in milliseconds since 1970, `random`
 * from 0 to 1.
 */
export function settlementOf(
  { number, attempts }: Pick<Delivery, 'number' | 'attempts'>,
  { kind, reply }: Outcome,
  rules: RetryRules,
  now: number,
  random: number,
): Settlement {
  if (kind === 'sent' || kind === 'unknown') return { number, state: kind, reply };
  if (kind === 'refused' || attempts >= rules.tries) return { number, state: 'failed', reply };
  return { number, state: 'queued', reply, due: now + Math.round(waitBefore(attempts, rules, random)) };
}

/** Half of it is chance: mails put off together do not come back together. */
function waitBefore(attempts: number, { firstWait, longestWait }: RetryRules, random: number): number {
  const full = Math.min(longestWait, firstWait * 2 ** Math.min(attempts - 1, 30));
  return full * (0.5 + random / 2);
}
