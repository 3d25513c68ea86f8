/** The order of sending: what is noted before and after a mail goes out. Knows neither clock nor network. */
import { type Appointments, createAppointments } from '../deliver/appointments.ts';
import { type Health, isIll, noteResult } from '../deliver/health.ts';
import { nextTime, type Pace, roomOf, take } from '../deliver/pace.ts';
import {
  blame,
  noSilence,
  noteSilence,
  type RetryRules,
  type Silence,
  settlementOf,
} from '../deliver/retries.ts';
import type { Delivery, Envelope, Ledger, Outcome, Settlement, Transport } from '../deliver/types.ts';

export type SendingRules = RetryRules & {
  /** Mails on their way at the same time; no more are ever claimed. */
  connections: number;
  pace: Pace;
  domainPace: Pace;
  /** Stop where a larger share of the last mails went wrong, 0 to 1. */
  errorShare: number;
};

export type SendingTools = {
  ledger: Ledger;
  transport: Transport;
  /** Makes a reader's mail. A RangeError means that there can be none. */
  compose: (delivery: Delivery) => { envelope: Envelope; bytes: Uint8Array };
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves after so many milliseconds, or as soon as `end` is aborted. */
  sleep: (milliseconds: number, end: AbortSignal) => Promise<void>;
  /** Aborted, nothing new is begun: what is on its way comes to its end. */
  stop: AbortSignal;
  /** Called after every commit and wait, and before a wait with nothing on its way: `until` when. */
  report: (until: number | null) => Promise<void>;
};

/** `done`: nobody is left; `stopped`: as it was told; `ill`: too much went wrong; `silent`: no mail can be begun. */
export type Ending = 'done' | 'stopped' | 'ill' | 'silent';

type State = {
  /** Mails that were handed to the transport. */
  onWay: number;
  /** What has come to its end and is not noted yet. */
  results: Settlement[];
  health: Health;
  /** The server cannot be reached or takes nothing from us: all wait, then one mail at a time tries the way. */
  silence: Silence;
  /** Mails that were begun so far, whatever came of them. */
  begun: number;
  /** Mails at which the server hung up, by number: how many had been begun when it did so first. */
  broken: Map<number, number>;
  /** The latest time by the clock so far. */
  latest: number;
  pace: Pace;
  appointments: Appointments;
  /** Why no mail can be made, if that is so. */
  fault: unknown;
  /** Ends the wait of the loop. */
  wake: () => void;
};

/**
 * Sends what is queued. A mail goes out only after it was committed as attempting, and its result is committed before
 * its place is given to another: at any moment at most `connections` mails are attempting. Throws what the ledger
 * throws, once all on its way has come to its end and was noted as far as possible.
 */
export async function sendQueued(run: string, rules: SendingRules, tools: SendingTools): Promise<Ending> {
  const { now, stop } = tools;
  const state: State = {
    onWay: 0,
    results: [],
    health: [],
    silence: noSilence,
    begun: 0,
    broken: new Map(),
    latest: 0,
    pace: rules.pace,
    appointments: createAppointments(rules.domainPace),
    fault: null,
    wake: () => {},
  };
  try {
    while (true) {
      heedClock(state, rules, now());
      const ending = endingOf(state, rules, stop);
      const isOver = ending !== null || state.fault !== null;
      const most = state.silence.count > 0 ? 1 : rules.connections;
      const count =
        isOver || now() < state.silence.until ? 0 : Math.min(most - state.onWay, roomOf(state.pace, now()));
      const claimed = await exchange(run, state, tools, Math.max(0, count));
      for (const delivery of claimed) begin(delivery, state, rules, tools);
      await tools.report(null);
      if (state.results.length > 0) continue;
      const left = isOver || state.onWay >= most ? null : await timeOfNext(run, state, rules, tools);
      if (state.onWay > 0) await untilSomethingEnds(state, left, tools);
      else if (state.fault !== null) throw state.fault;
      else if (ending !== null) return ending;
      else if (left === null) return 'done';
      else {
        await tools.report(left);
        await tools.sleep(left - now(), stop);
      }
    }
  } catch (error) {
    await rescue(run, state, tools);
    throw error;
  }
}

/** A clock that was set back makes years of a minute: what was reckoned by it is reckoned anew. */
function heedClock(state: State, { pace }: SendingRules, now: number): void {
  if (now < state.latest - clockPlay) {
    Object.assign(state, { pace, silence: { ...state.silence, until: now } });
    state.appointments.clear();
    state.latest = now;
  }
  state.latest = Math.max(state.latest, now);
}

/** Milliseconds by which a clock that is kept right may go back. */
const clockPlay = 1000;

/** Why nothing new is begun, if that is so. */
function endingOf({ health, silence }: State, rules: SendingRules, stop: AbortSignal): Ending | null {
  if (stop.aborted) return 'stopped';
  if (silence.count >= rules.tries) return 'silent';
  return isIll(health, rules.errorShare) ? 'ill' : null;
}

/** Notes all results and claims more mails, in one commit. */
async function exchange(
  run: string,
  state: State,
  { ledger, now }: SendingTools,
  count: number,
): Promise<Delivery[]> {
  const { results } = state;
  if (results.length === 0 && count === 0) return [];
  // What ends while the ledger is at work is for the next time.
  state.results = [];
  try {
    return await ledger.exchange(run, results, now(), count);
  } catch (error) {
    state.results = [...results, ...state.results];
    throw error;
  }
}

/** Hands over a mail that was claimed, or finds that it is not its time or that there can be none. */
function begin(delivery: Delivery, state: State, rules: SendingRules, tools: SendingTools): void {
  const { number, email } = delivery;
  const due = state.fault === null ? state.appointments.timeFor(delivery, tools.now()) : 0;
  if (due !== null) {
    state.results.push({ number, state: 'queued', reply: null, due, uncounted: true });
    return;
  }
  const end = (said: Outcome): void => {
    const outcome = blame(said, number, state);
    if (outcome === said) noteOutcome(state, outcome, rules, tools.now());
    else state.health = noteResult(state.health, false);
    state.results.push(settlementOf(delivery, outcome, rules, tools.now()));
  };
  try {
    const mail = tools.compose(delivery);
    state.pace = take(state.pace, tools.now());
    state.onWay += 1;
    const arrive = (outcome: Outcome): void => {
      state.onWay -= 1;
      end(outcome);
      state.wake();
    };
    tools.transport
      .send(mail)
      .then(arrive, (error: Error) => arrive({ kind: 'unknown', reply: error.message }));
  } catch (error) {
    if (error instanceof RangeError) end({ kind: 'refused', reply: `${email}: ${error.message}` });
    else {
      state.fault = error;
      state.results.push({ number, state: 'queued', reply: null, uncounted: true });
    }
  }
}

/** What could not be begun counts once, however many mails went together: an outage is told by its length. */
function noteOutcome(state: State, { kind }: Outcome, rules: SendingRules, now: number): void {
  const { silence } = state;
  if (kind !== 'not-tried') state.begun += 1;
  state.silence = kind === 'not-tried' ? noteSilence(silence, rules, now) : noSilence;
  if (kind !== 'not-tried' || state.silence !== silence)
    state.health = noteResult(state.health, kind === 'sent');
}

/** When another mail may be begun; null when none is queued. */
async function timeOfNext(
  run: string,
  { pace, silence }: State,
  { longestWait, domainPace }: SendingRules,
  { ledger, now }: SendingTools,
): Promise<number | null> {
  const due = await ledger.nextDue(run);
  if (due === null) return null;
  // Nobody waits longer, so the clock was ahead when this was written.
  const latest = now() + longestWait + domainPace.interval;
  if (due > latest) await ledger.hasten(run, latest);
  return Math.max(Math.min(due, latest), nextTime(pace, now()), silence.until);
}

/** Milliseconds in which others may end too: a commit waits for the disk, and does so once for all of them. */
const gathering = 5;

async function untilSomethingEnds(
  state: State,
  next: number | null,
  { now, sleep }: SendingTools,
): Promise<void> {
  const started = state.onWay;
  const wait = next === null ? null : Math.max(1, next - now());
  await waitFor(state, () => state.results.length > 0, wait, sleep);
  await waitFor(state, () => 2 * state.onWay <= started, gathering, sleep);
}

async function waitFor(
  state: State,
  isEnough: () => boolean,
  milliseconds: number | null,
  sleep: SendingTools['sleep'],
): Promise<void> {
  if (isEnough()) return;
  const end = new AbortController();
  const enough = new Promise<void>((resolve) => {
    state.wake = () => {
      if (isEnough()) resolve();
    };
  });
  await (milliseconds === null ? enough : Promise.race([enough, sleep(milliseconds, end.signal)]));
  state.wake = () => {};
  end.abort();
}

/** The ledger failed: what is on its way ends, and is noted if the ledger takes it now. Else it stays attempting. */
async function rescue(run: string, state: State, { ledger, sleep }: SendingTools): Promise<void> {
  await waitFor(state, () => state.onWay === 0, null, sleep);
  await ledger.settle(run, state.results).catch(() => {});
}
