/** What answers to a sending do: matched with run and reader, each counted once. Knows neither clock nor mailbox. */
import { createHash } from 'node:crypto';
import type { Addresses } from '../deliver/answer-heads.ts';
import { answerTrace } from '../deliver/answers.ts';
import { type Answer, readAnswer } from '../deliver/bounces.ts';
import { isForgiven, type Passage } from '../deliver/forgiveness.ts';
import { readToken } from '../deliver/tokens.ts';
import type { Trace } from '../deliver/traces.ts';
import type { Bounce, Run, State, Subscriber, SubscriberStatus } from '../deliver/types.ts';
import { saysGone } from '../deliver/verdicts.ts';

export type AnsweringTools = {
  state: Pick<State, 'subscribers' | 'ledger' | 'bounces'>;
  addresses: Addresses;
  /** List-ID, to which tokens are bound, and what they are signed with. */
  list: string;
  secret: string;
  /** Passing bounces of so many issues in a row end the deliveries. */
  softLimit: number;
  /** Milliseconds since 1970. */
  now: number;
  /** Nothing is written. */
  dryRun: boolean;
};

/** What became of a mail. `known`: it was read before; `none`: no answer, and not kept. */
export type Handled = {
  kind: Answer['kind'] | 'known';
  /** Null where nobody is known for it. */
  subscriber: Subscriber | null;
  isMatched: boolean;
  /** What the reader is from now on, if that is new. */
  status: SubscriberStatus | null;
  words: string;
};

type Match = { subscriber: string; run: Run | null };

/** Reads a mail and does what it asks for, if it is about a run and a reader that are known. */
export async function handleAnswer(bytes: Uint8Array, tools: AnsweringTools): Promise<Handled> {
  const { state, dryRun } = tools;
  const nothing = { subscriber: null, isMatched: false, status: null };
  const id = createHash('sha256').update(bytes).digest('hex');
  if (await state.bounces.has(id)) return { ...nothing, kind: 'known', words: 'read before' };
  if (await state.bounces.wasPassedOver(id)) return { ...nothing, kind: 'none', words: 'read before' };
  const answer = await readAnswer(bytes, tools.addresses);
  const { kind, words } = answer;
  if (kind === 'none') {
    if (answer.wasOpened && !dryRun) await state.bounces.passOver(id);
    return { ...nothing, kind, words };
  }
  const match = await findMatch(answer, tools);
  const subscriber = match && (await state.subscribers.get(match.subscriber));
  const bounce: Bounce = {
    id,
    kind: kind === 'leave' ? 'other' : kind,
    subscriber: match?.subscriber ?? null,
    run: match?.run?.id ?? null,
    at: new Date(tools.now).toISOString(),
    words,
  };
  const facts = { run: match?.run ?? null, softLimit: tools.softLimit };
  const softBounces =
    kind === 'soft' && subscriber ? await countSoft(bounce, facts.run, subscriber, tools) : 0;
  const status = subscriber && statusAfter(kind, subscriber, { ...facts, softBounces });
  // The status before the record: after a crash between the two, the mail is read again. Only a passing bounce was
  // recorded when it was counted; the next one then ends the deliveries.
  if (!dryRun) {
    if (subscriber && status)
      await state.subscribers.setStatus(subscriber.id, status, reasonFor(answer, bounce));
    await state.bounces.record(bounce);
  }
  return { kind, subscriber, isMatched: match !== null, status, words };
}

/**
 * What a server said at once is what it would have said in a bounce: who does not exist gets no more. Only where it says so
 * by a code (RFC 3463), and for a run that came to its end: else the fault may be ours. Gives how many readers.
 */
export async function handleRefusals(
  run: Run,
  { state, now }: Pick<AnsweringTools, 'state' | 'now'>,
): Promise<number> {
  const at = new Date(now).toISOString();
  let gone = 0;
  for await (const { subscriber: reader, reply } of state.ledger.deliveries(run.id, 'failed')) {
    const words = reply ?? '';
    const subscriber = saysGone(reply) ? await state.subscribers.get(reader) : null;
    const status = subscriber && statusAfter('hard', subscriber, { run, softBounces: 0, softLimit: 1 });
    if (!status) continue;
    const id = createHash('sha256').update(`refused ${run.id} ${reader}`).digest('hex');
    await state.subscribers.setStatus(reader, status, { at, reason: `hard: ${words}` });
    await state.bounces.record({ id, kind: 'hard', subscriber: reader, run: run.id, at, words });
    gone += 1;
  }
  return gone;
}

/** The first claim that the ledger confirms: a mail of this run was on its way to this reader. */
async function findMatch(answer: Answer, tools: AnsweringTools): Promise<Match | null> {
  const { state, secret, list, now } = tools;
  const expected = { purpose: 'unsubscribe', list } as const;
  const signed = answer.tokens.flatMap((token) => readToken(secret, token, expected, now) ?? []);
  if (answer.kind === 'leave') return signed[0] ? { subscriber: signed[0].subscriber, run: null } : null;
  const claims: Trace[] = [
    ...signed.map(({ subscriber, issue }) => ({ subscriber, issue: issue ?? answerTrace })),
    ...answer.traces,
  ];
  for (const { issue, subscriber } of claims) {
    for (const run of (await state.ledger.runs(issue)).reverse()) {
      const delivery = await state.ledger.find(run.id, subscriber);
      if (delivery && delivery.attempts > 0) return { subscriber, run };
    }
    // Confirmation mails are in no ledger; who knows the id of a reader had a mail of theirs.
    const isToForm = issue.toLowerCase() === answerTrace;
    if (isToForm && (await state.subscribers.get(subscriber))) return { subscriber, run: null };
  }
  return null;
}

function reasonFor({ kind, words }: Answer, { at }: Bounce): { at: string; reason: string } {
  return { at, reason: kind === 'leave' ? 'asked by mail' : `${kind}: ${words}` };
}

/** The new status, or null. Who confirmed anew since the mail was sent is not judged by an old one. */
export function statusAfter(
  kind: Answer['kind'],
  { status, consent }: Subscriber,
  { run, softBounces, softLimit }: { run: Run | null; softBounces: number; softLimit: number },
): SubscriberStatus | null {
  const isHere = status === 'active' || status === 'pending';
  if (kind === 'leave') return isHere || status === 'bounced' ? 'unsubscribed' : null;
  if (kind === 'complaint') return isHere || status === 'bounced' ? 'complained' : null;
  const isOver = kind === 'hard' || (kind === 'soft' && softBounces >= softLimit);
  const isOld = run !== null && consent !== null && consent.at > run.started;
  return isOver && isHere && !isOld ? 'bounced' : null;
}

/** How many issues in a row bounced for a passing reason, this one included. */
async function countSoft(
  bounce: Bounce,
  run: Run | null,
  { id, softBounces }: Subscriber,
  tools: AnsweringTools,
): Promise<number> {
  const before = softBounces > 0 && (await forgive(id, tools, run)) ? 0 : softBounces;
  return tools.dryRun ? before + 1 : (await tools.state.bounces.record(bounce)).softBounces;
}

/** Forgets passing bounces of readers whom a later issue reached. Gives how many readers. */
export async function forgiveAll(tools: AnsweringTools): Promise<number> {
  const { subscribers, bounces } = tools.state;
  const seen = new Set<string>();
  let forgiven = 0;
  for await (const { kind, subscriber } of bounces.list({ matched: true })) {
    if (kind !== 'soft' || subscriber === null || seen.has(subscriber)) continue;
    seen.add(subscriber);
    const isCounted = ((await subscribers.get(subscriber))?.softBounces ?? 0) > 0;
    if (isCounted && (await forgive(subscriber, tools, null))) forgiven += 1;
  }
  return forgiven;
}

/** `before`: only runs before this one are looked at. Of later ones, bounces may be further down in the mailbox. */
async function forgive(subscriber: string, tools: AnsweringTools, before: Run | null): Promise<boolean> {
  const { ledger, bounces } = tools.state;
  // An absence note was sent by a mailbox that works.
  const known = (await bounces.of(subscriber)).filter(({ kind }) => kind === 'hard' || kind === 'soft');
  const bounced = new Set(known.map(({ run }) => run));
  const passages: Passage[] = [];
  for (const { id, started, finished } of await ledger.runs()) {
    if (before && started >= before.started) continue;
    const state = (await ledger.find(id, subscriber))?.state ?? null;
    passages.push({ started, finished, state, bounced: bounced.has(id) });
  }
  const isOver = isForgiven(passages, tools.now);
  if (isOver && !tools.dryRun) await bounces.forgive(subscriber);
  return isOver;
}
