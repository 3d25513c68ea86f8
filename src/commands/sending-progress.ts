import type { Ledger, Run } from '../deliver/types.ts';
import { showProgress } from '../io/terminal.ts';
import type { Context } from './command.ts';

/** Milliseconds between two looks: on a terminal, and where each is a line. */
const often = 1000;
const seldom = 60_000;
/** Milliseconds up to which a wait is nothing to speak of. */
const rateWait = 5000;

/** Says how far a run is and how long it will take, from time to time. Counts anew, so it is what the ledger holds. */
export function watchProgress(
  { terminal, now }: Context,
  ledger: Ledger,
  run: Run,
): { report: (until: number | null) => Promise<void>; end: () => void } {
  let last = now().getTime();
  let begun: { at: number; left: number } | null = null;
  const interval = terminal.lively ? often : seldom;
  return {
    async report(until) {
      const at = now().getTime();
      if (begun !== null && until === null && at - last < interval) return;
      const { queued, attempting, sent, failed, unknown } = await ledger.sums(run.id);
      const left = queued + attempting;
      begun ??= { at, left };
      last = at;
      const wrong = failed + unknown === 0 ? '' : `, ${failed + unknown} failed or unknown`;
      const words = `${run.id}: ${sent} of ${run.prepared} sent${wrong}, ${left} left${timeLeft(begun, at, left, until)}`;
      if (terminal.lively) showProgress(terminal, words);
      else terminal.err(words);
    },
    end: () => showProgress(terminal, ''),
  };
}

/** By the speed so far; or how long until those are tried again that were put off. */
export function timeLeft(
  begun: { at: number; left: number },
  now: number,
  left: number,
  until: number | null,
): string {
  // A short wait is only that of the rate, which the speed so far knows already.
  if (until !== null && until - now > rateWait) return `; the next try in ${inWords(until - now)}`;
  const done = begun.left - left;
  return done <= 0 ? '' : `; about ${inWords(((now - begun.at) / done) * left)} to go`;
}

function inWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
