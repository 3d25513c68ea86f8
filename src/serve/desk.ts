/** What readers do on the pages: ask for the letter, confirm that they did, leave. */
import { readAddress } from '../deliver/addresses.ts';
import { answerMail } from '../deliver/answers.ts';
import type { DkimKey } from '../deliver/dkim.ts';
import { isAddress } from '../deliver/headers.ts';
import { readName } from '../deliver/import-cells.ts';
import type { List, ReadyMail } from '../deliver/mail.ts';
import { makeToken, readToken } from '../deliver/tokens.ts';
import type { State, Subscriber, SubscriberStatus } from '../deliver/types.ts';
import { renderAnswerMail } from '../render/confirm-mail.ts';
import { consentText } from '../render/serve-page.ts';
import type { CompiledTemplates } from '../render/templates.ts';
import { unsubscribeAddress } from '../text/addresses.ts';
import type { Site } from '../types.ts';
import type { Limit } from './allowance.ts';

export type Desk = {
  state: Pick<State, 'subscribers' | 'spend'>;
  site: Site;
  templates: CompiledTemplates;
  list: Pick<List, 'id' | 'returnPath'>;
  dkim: readonly DkimKey[];
  secret: string;
  /** Without a slash at its end. */
  serveUrl: string;
  confirmDays: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** 32 hexadecimal digits that nobody can guess. */
  newId: () => string;
};

/** Somebody who asks by the form. */
export type Asking = { email: string; name: string | null };

/** What was typed into the form, or null where no mail can be sent there. */
export function readAsking(email: string, name: string): Asking | null {
  const reading = readAddress(email);
  if (!('address' in reading) || !isAddress(reading.address) || reading.address.includes('\ufffd'))
    return null;
  const known = readName(name);
  // Whoever types the address of another could have them greeted with a message in place of a name.
  const isName = known !== null && known.length <= 80 && !/[/@<>\ufffd]|www\./iu.test(known);
  return { email: reading.address, name: isName ? known : null };
}

const day = 86_400;

/**
 * Most mails to one address by what it is to us. Somebody on the list may ask too: that nothing comes would leave them in
 * doubt, and that they are told something else on the page would tell others. Who complained is hardly asked again.
 */
const limits: { [status in SubscriberStatus | 'unknown']: Limit } = {
  unknown: { count: 3, seconds: day },
  pending: { count: 3, seconds: day },
  active: { count: 1, seconds: day },
  unsubscribed: { count: 2, seconds: day },
  bounced: { count: 1, seconds: day },
  complained: { count: 1, seconds: 30 * day },
};

/**
 * Makes the mail that answers the form, or null where that address had enough of them. Somebody new is pending from now
 * on; whoever left stays off the list until they confirm. Called again after a fault, it counts once.
 */
export function openAnswer(desk: Desk, asking: Asking): () => Promise<ReadyMail | null> {
  let isCounted = false;
  return async () => {
    const { subscribers } = desk.state;
    const known = await subscribers.find(asking.email);
    const kind = known?.status === 'active' ? 'already' : 'confirm';
    const key = `${kind} ${mailboxOf(asking.email)}`;
    isCounted ||= await desk.state.spend(key, desk.now(), limits[known?.status ?? 'unknown']);
    if (!isCounted) return null;
    if (known && kind === 'already') return makeAnswer(desk, known, kind);
    await subscribers.put([newcomer(desk, asking)]);
    const pending = await subscribers.find(asking.email);
    return pending && makeAnswer(desk, pending, kind);
  };
}

/** Everything behind a plus goes to the same person. */
function mailboxOf(email: string): string {
  return email.toLowerCase().replace(/\+.*?("?)(?=@[^@]*$)/u, '$1');
}

function newcomer(desk: Desk, { email, name }: Asking): Subscriber {
  const at = new Date(desk.now()).toISOString();
  return {
    id: desk.newId(),
    email,
    name,
    tags: [],
    language: null,
    status: 'pending',
    consent: { at, how: 'form', text: consentText(desk.site) },
    created: at,
    updated: at,
    softBounces: 0,
  };
}

function makeAnswer(desk: Desk, to: Subscriber, kind: 'confirm' | 'already'): ReadyMail {
  const { site, templates, list, dkim, confirmDays } = desk;
  const now = desk.now();
  const expires = kind === 'confirm' ? now + confirmDays * day * 1000 : null;
  const purpose = kind === 'confirm' ? 'confirm' : 'unsubscribe';
  const facts = { purpose, list: list.id, subscriber: to.id, issue: null, expires } as const;
  const token = makeToken(desk.secret, facts);
  const link =
    kind === 'confirm' ? `${desk.serveUrl}/confirm/${token}` : unsubscribeAddress(desk.serveUrl, token);
  const answer = kind === 'confirm' ? { kind, days: confirmDays } : { kind };
  const content = renderAnswerMail(answer, link, site, templates);
  const nonce = `${now.toString(36)}${desk.newId().slice(0, 8)}`;
  return answerMail({ site, content, to, list, dkim, date: new Date(now), nonce });
}

/** Whose token it is; null where it is worth nothing here and now, or nobody has its id. */
async function readConfirming(desk: Desk, token: string): Promise<Subscriber | null> {
  const facts = readToken(desk.secret, token, { purpose: 'confirm', list: desk.list.id }, desk.now());
  const subscriber = facts && (await desk.state.subscribers.get(facts.subscriber));
  if (!subscriber || facts.expires === null) return null;
  // Asked for before they left, it must not bring them back: the wish to leave is the newer one.
  const asked = facts.expires - desk.confirmDays * day * 1000;
  return hasLeft(subscriber) && asked < Date.parse(subscriber.updated) ? null : subscriber;
}

function hasLeft({ status }: Subscriber): boolean {
  return status !== 'active' && status !== 'pending';
}

/** Whether there is something left to confirm; `stale` where the link is worth nothing. Changes nothing. */
export async function lookToConfirm(desk: Desk, token: string): Promise<'open' | 'done' | 'stale'> {
  const subscriber = await readConfirming(desk, token);
  if (!subscriber) return 'stale';
  return hasConfirmed(subscriber) ? 'done' : 'open';
}

/** Somebody else may have put them on the list meanwhile: their own word proves more, and is still to come. */
function hasConfirmed({ status, consent }: Subscriber): boolean {
  return status === 'active' && consent?.how === 'form';
}

/** Puts a reader on the list: they had the link from a mail to their address, and pressed a button below the words. */
export async function confirm(desk: Desk, token: string): Promise<'done' | 'stale'> {
  const subscriber = await readConfirming(desk, token);
  if (!subscriber) return 'stale';
  if (hasConfirmed(subscriber)) return 'done';
  const at = new Date(desk.now()).toISOString();
  const consent = { at, how: 'form', text: consentText(desk.site) } as const;
  await desk.state.subscribers.setStatus(subscriber.id, 'active', { at, reason: 'confirmed', consent });
  return 'done';
}

/**
 * Whose link to leave it is: the subscriber is null when they were removed. Null where the token is worth nothing, also
 * because nobody knows its id (any more): they may well be on the list under another, and must not believe otherwise.
 */
async function readLeaving(desk: Desk, token: string): Promise<{ subscriber: Subscriber | null } | null> {
  const facts = readToken(desk.secret, token, { purpose: 'unsubscribe', list: desk.list.id }, desk.now());
  if (!facts) return null;
  const subscriber = await desk.state.subscribers.get(facts.subscriber);
  return subscriber || (await desk.state.subscribers.wasRemoved(facts.subscriber)) ? { subscriber } : null;
}

/** Whether there is somebody to take off the list. Changes nothing. */
export async function lookToLeave(desk: Desk, token: string): Promise<'open' | 'done' | 'stale'> {
  const visit = await readLeaving(desk, token);
  if (!visit) return 'stale';
  return visit.subscriber && isHere(visit.subscriber) ? 'open' : 'done';
}

/** Takes a reader off the list; who is off it already, or was removed, has what they asked for. */
export async function leave(desk: Desk, token: string, reason: string): Promise<'done' | 'stale'> {
  const visit = await readLeaving(desk, token);
  if (!visit) return 'stale';
  const at = new Date(desk.now()).toISOString();
  if (visit.subscriber && isHere(visit.subscriber))
    await desk.state.subscribers.setStatus(visit.subscriber.id, 'unsubscribed', { at, reason });
  return 'done';
}

/** A bounce may be forgiven one day, and must then not bring back who left. Who complained stays where they are. */
function isHere({ status }: Subscriber): boolean {
  return status === 'active' || status === 'pending' || status === 'bounced';
}
