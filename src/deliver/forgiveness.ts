/** When bounces for a passing reason are forgotten. */
import type { DeliveryState } from './types.ts';

/** A run as one reader saw it. `started` and `finished` are ISO 8601. */
export type Passage = {
  started: string;
  finished: string | null;
  state: DeliveryState | null;
  /** Something came back of it. */
  bounced: boolean;
};

/** Days after which nothing comes back any more: servers try for five. */
export const quietDays = 7;

/**
 * Whether a later issue went through: begun after the last one that bounced, sent, and nothing came back of it for
 * `quietDays`. `passages` in any order; `now` in milliseconds since 1970.
 */
export function isForgiven(passages: readonly Passage[], now: number): boolean {
  const last = passages.reduce((at, p) => (p.bounced && p.started > at ? p.started : at), '');
  return passages.some(
    ({ started, finished, state, bounced }) =>
      started > last &&
      last !== '' &&
      !bounced &&
      state === 'sent' &&
      finished !== null &&
      now - Date.parse(finished) >= quietDays * 86_400_000,
  );
}
