/**
 * Who gets an issue and what became of it: the data, and the interfaces of what keeps them. All are async, so that
 * another database can stand in. What a promise gives back is committed: neither a crash nor a power cut undoes it.
 */

/** Only `active` ones get issues. `pending` ones asked by the form and have not confirmed yet. */
export type SubscriberStatus = 'pending' | 'active' | 'unsubscribed' | 'bounced' | 'complained';

/** How we know that somebody wants the letter: when (ISO 8601), by what, and the words agreed to or their origin. */
export type Consent = { at: string; how: 'form' | 'import' | 'command'; text: string };

export type Subscriber = {
  /** 32 hexadecimal digits, random, never changed. */
  id: string;
  /** As `readAddress` gives it: the domain in lower case, the rest as it was written. */
  email: string;
  name: string | null;
  tags: string[];
  /** BCP 47. */
  language: string | null;
  status: SubscriberStatus;
  consent: Consent | null;
  /** ISO 8601, as `updated`. */
  created: string;
  updated: string;
  softBounces: number;
};

export type SubscriberFilter = { status?: SubscriberStatus; tag?: string };

/** `email` is null for somebody who was removed: only a hash is kept, which still keeps imports from reviving them. */
export type Suppression = { email: string | null; reason: string; at: string };

/** Addresses that differ only in case are one person. */
export interface SubscriberStore {
  /**
   * Adds, or updates those whose address is known: name and language where given, tags together; id, address, consent and
   * date of the first time stay, but not the consent of a pending one. One transaction. Nobody who unsubscribed, bounced or complained comes back by it; their
   * addresses are in `suppressed`. A pending one changes nothing of somebody active: anybody can type a stranger's
   * address. Whoever arrives as unsubscribed, bounced or complained enters the suppression list. A removed person may
   * enter as pending by their own form (`consent.how`), which gets them nothing but the question whether it was they.
   * Who is new gets another id where the given one is, or was, somebody else's.
   */
  put(
    subscribers: readonly Subscriber[],
  ): Promise<{ added: number; updated: number; unchanged: number; suppressed: string[] }>;
  find(email: string): Promise<Subscriber | null>;
  get(id: string): Promise<Subscriber | null>;
  /** By address in code units, pages inside: memory does not grow, and changes meanwhile do no harm. */
  list(filter?: SubscriberFilter): AsyncIterable<Subscriber>;
  count(filter?: SubscriberFilter): Promise<number>;
  /**
   * False when nobody has this id. Unsubscribed, bounced and complained enter the suppression list; `active` leaves it,
   * so it is only for who confirmed by a link sent to the address, or an editor who insists. `consent` replaces the old one.
   */
  setStatus(
    id: string,
    status: SubscriberStatus,
    why: { at: string; reason: string; consent?: Consent },
  ): Promise<boolean>;
  /** In the order of the hashes. */
  suppressions(): AsyncIterable<Suppression>;
  /** Forgets a person everywhere, deliveries too; only hashes of address and id stay. False when unknown. */
  remove(email: string, at: string): Promise<boolean>;
  /** Deletes who asked by the form, at `until` (ISO 8601) at last, and is pending still; not even a hash is left. Gives how many. */
  forgetPending(until: string): Promise<number>;
  /** Whether this was the id of somebody who was removed and has not come back. */
  wasRemoved(id: string): Promise<boolean>;
}

/** `excluded`: prepared for, and then left out for a reason, which is the `reply`. */
export type DeliveryState = 'queued' | 'attempting' | 'sent' | 'failed' | 'unknown' | 'excluded';

export type Delivery = {
  run: string;
  /** From 1, the order of sending. */
  number: number;
  /** Id of the subscriber; stays when they are removed, while `email` is then empty and `name` null. */
  subscriber: string;
  email: string;
  name: string | null;
  state: DeliveryState;
  /** How often it was claimed. */
  attempts: number;
  /** The server's last words, or why it was excluded. */
  reply: string | null;
  /** Milliseconds since 1970: not before. */
  due: number;
};

/** One sending of one sealed issue. `hashes` are those of the files that are sent; dates are ISO 8601. */
export type Run = {
  /** `<issue>/<revision>`. */
  id: string;
  issue: string;
  hashes: { [file: string]: string };
  started: string;
  finished: string | null;
  /** Recipients, the excluded ones too. It never changes. */
  prepared: number;
};

export type Sums = { [state in DeliveryState]: number };

/**
 * What became of a claimed delivery; `queued` is another try, not before `due` (default 0, at once). `uncounted`: it was
 * not even begun, so `attempts` is as before.
 */
export type Settlement = {
  number: number;
  state: 'sent' | 'failed' | 'unknown' | 'queued';
  reply: string | null;
  due?: number;
  uncounted?: boolean;
};

/** Every recipient of a run is in exactly one state at any time, so the sums add up to `prepared`. */
export interface Ledger {
  /** One transaction; fault `run-exists` when there is one of this id. Recipients are numbered as they come, each once. */
  freeze(
    run: Omit<Run, 'prepared' | 'finished'>,
    recipients: AsyncIterable<{ subscriber: Subscriber; excluded: string | null }>,
  ): Promise<Run>;
  run(id: string): Promise<Run | null>;
  /** Of one issue or of all, the oldest first. */
  runs(issue?: string): Promise<Run[]>;
  /**
   * Up to `count` queued ones that are due, the longest due first, now attempting. Who is no longer an active subscriber
   * is excluded instead. Fewer than `count` mean that no other is due now.
   */
  claim(run: string, now: number, count: number): Promise<Delivery[]>;
  /** One transaction. A fault, and nothing changed, when one of them is not attempting. */
  settle(run: string, results: readonly Settlement[]): Promise<void>;
  /** `settle`, then `claim`, as one transaction: a commit waits for the disk. */
  exchange(run: string, results: readonly Settlement[], now: number, count: number): Promise<Delivery[]>;
  /** When the first queued one is due, in milliseconds; null when none is queued. */
  nextDue(run: string): Promise<number | null>;
  /** Queued ones that are due after `latest` are due then: the clock was wrong, or is. */
  hasten(run: string, latest: number): Promise<void>;
  /** After a crash, and only under the lock of the sender: attempting ones become unknown. Gives how many; fault `run-forgotten`. */
  recover(run: string): Promise<number>;
  /** Only when asked for: unknown ones are queued again. An already finished run is open again. Gives how many. */
  requeueUnknown(run: string): Promise<number>;
  /** The same for failed ones: when the fault was ours. */
  requeueFailed(run: string): Promise<number>;
  sums(run: string): Promise<Sums>;
  /** Fault `run-unfinished` unless prepared = sent + excluded + failed + unknown. */
  finish(run: string, at: string): Promise<void>;
  /** In the order of sending, pages inside. */
  deliveries(run: string, state?: DeliveryState): AsyncIterable<Delivery>;
  /** For bounces, whose return path or Message-ID names run and subscriber. */
  find(run: string, subscriber: string): Promise<Delivery | null>;
}

/** A bounce or complaint that was read; `subscriber` and `run` are null when it could not be matched. */
export type Bounce = {
  /** Hash of the mail's bytes: read twice, it counts once. */
  id: string;
  kind: 'hard' | 'soft' | 'complaint' | 'other';
  subscriber: string | null;
  run: string | null;
  at: string;
  /** What the other server said. */
  words: string;
};

export interface BounceStore {
  /** Whether it was recorded before. */
  has(id: string): Promise<boolean>;
  /**
   * Keeps it. A soft one counts up the subscriber's `softBounces`, once a run; nobody's status is changed here.
   * `isNew` is false, and nothing counted, when it was read before.
   */
  record(bounce: Bounce): Promise<{ isNew: boolean; softBounces: number }>;
  /** A mail that is no answer need not be opened again; the last 10,000 are known. `id` as that of a bounce. */
  passOver(id: string): Promise<void>;
  wasPassedOver(id: string): Promise<boolean>;
  /** Back to 0, when a later issue went through. */
  forgive(subscriber: string): Promise<void>;
  /** Those of one reader, the oldest first. */
  of(subscriber: string): Promise<Bounce[]>;
  /** By time, the oldest first. */
  list(filter?: { matched?: boolean }): AsyncIterable<Bounce>;
}

export interface State {
  subscribers: SubscriberStore;
  ledger: Ledger;
  bounces: BounceStore;
  /** What a command must remember from one run to the next, such as that the editor was told; null when nothing. */
  recall(key: string): Promise<string | null>;
  remember(key: string, value: string | null): Promise<void>;
  /** Null while a living process holds it, this one included; with the holder's death it is free. */
  lock(name: string): Promise<{ release(): Promise<void> } | null>;
  /** Rate limits: true, and counted, while there were fewer than `count` of this key in the last `seconds`. */
  spend(key: string, now: number, limit: { count: number; seconds: number }): Promise<boolean>;
  /** A copy in a new file, whole even while others write. */
  backup(to: string): Promise<void>;
  /** What is wrong, in words; empty when all is well. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}

export type Envelope = { from: string; to: string };

/**
 * What became of handing over one mail: `sent`, the other side has confirmed that it has it; `refused` for good (5xx);
 * `later`, put off (4xx); `not-tried`, nothing of the mail can have gone out; `unknown`, it went out and nobody
 * confirmed or refused it.
 */
export type Outcome = {
  kind: 'sent' | 'refused' | 'later' | 'not-tried' | 'unknown';
  /** The other side's words, one line. */
  reply: string;
  /** Not tried, though the way stood open: the other side hung up at this very mail, or went out of step. */
  broken?: true;
};

/** A way out. `send` never throws for what the other side does, and hands a mail over at most once. */
export interface Transport {
  name: string;
  /** `bytes` have CRLF line ends. May be called before another is done; more than the transport can do wait. */
  send(mail: { envelope: Envelope; bytes: Uint8Array }): Promise<Outcome>;
  /** Waits for nothing: what is on its way becomes `unknown`. */
  close(): Promise<void>;
  /** Tries the way without sending; null where all is well, else what was said. */
  verify(): Promise<string | null>;
}

/** A mail as it was found in a mailbox. */
export type FoundMail = {
  /** Where, in words for people. */
  place: string;
  /** Its beginning, where it is long: what a bounce says comes first. Null where it cannot be read. */
  bytes: Uint8Array | null;
  /** How far reading has come with it; null where the mailbox is read from its beginning each time. */
  mark: string | null;
  /** Shows in the mailbox that it was dealt with, as a mail program does with what was read. */
  done(): Promise<void>;
};

/** Where answers to what was sent arrive. Nothing in it is ever deleted. */
export interface Mailbox {
  name: string;
  /** After `mark`, as an earlier reading gave it; one at a time: the next is read when it is asked for. */
  read(mark: string | null): AsyncIterable<FoundMail>;
}
