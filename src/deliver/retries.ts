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

/** After 1 minute, 2, 4 ... at most an hour. */
export const usualWaits = { firstWait: 60_000, longestWait: 3_600_000 } as const;

/**
 * The state that an outcome leads to. Put off or never begun: again later, until the tries are used up. Refused: never
 * again. Unknown stays unknown, since a second mail may be one too many. `now` in milliseconds since 1970.
 */
export function settlementOf(
  delivery: Pick<Delivery, 'run' | 'number' | 'attempts'>,
  { kind, reply }: Outcome,
  rules: RetryRules,
  now: number,
): Settlement {
  const { number, attempts } = delivery;
  if (kind === 'sent' || kind === 'unknown') return { number, state: kind, reply };
  if (kind === 'refused' || attempts >= rules.tries) return { number, state: 'failed', reply };
  return { number, state: 'queued', reply, due: now + waitAfter(delivery, rules) };
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
