/** Which mails must wait for their domain, and until when: a slow domain holds up nobody else. Times in milliseconds. */
import { nextTime, type Pace, take } from './pace.ts';

export type Appointments = {
  /** Null where the mail may go now. Else it has an appointment, so that nobody behind it goes first. */
  timeFor: (mail: { number: number; email: string }, now: number) => number | null;
  /** Forgets all: the clock went back. */
  clear: () => void;
};

/** Domains that are kept in mind before the idle ones are looked for. */
const fewDomains = 10_000;

/** Every domain has the same pace. */
export function createAppointments(pace: Pace): Appointments {
  const domains = new Map<string, Pace>();
  const appointments = new Map<number, number>();
  let most = fewDomains;
  const makeFor = (number: number, domain: string, now: number): number | null => {
    const own = domains.get(domain) ?? pace;
    if (domains.size > most) {
      forgetIdle(domains, now);
      // Where all are busy, the next look is far off: looking at each mail would cost the square of their number.
      most = Math.max(fewDomains, 2 * domains.size);
    }
    domains.set(domain, take(own, now));
    const at = Math.ceil(nextTime(own, now));
    if (at <= now) return null;
    appointments.set(number, at);
    return at;
  };
  return {
    timeFor({ number, email }, now) {
      if (pace.interval === 0) return null;
      const kept = appointments.get(number);
      if (kept === undefined)
        return makeFor(number, email.slice(email.lastIndexOf('@') + 1).toLowerCase(), now);
      if (kept > now) return kept;
      appointments.delete(number);
      return null;
    },
    clear() {
      domains.clear();
      appointments.clear();
    },
  };
}

/** A domain whose time has come is as good as unknown. */
function forgetIdle(domains: Map<string, Pace>, now: number): void {
  for (const [domain, { next }] of domains) if (next <= now) domains.delete(domain);
}
