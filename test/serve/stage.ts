/** The public web app over a real state, a Maildir and files of an archive, with a clock that is set by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { newId } from '../../src/commands/subscribers.ts';
import { listIdOf } from '../../src/deliver/mail.ts';
import { makeToken, type TokenFacts } from '../../src/deliver/tokens.ts';
import type { Outcome, State, Subscriber, SubscriberStatus } from '../../src/deliver/types.ts';
import { openState } from '../../src/io/state/open.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { type App, type AppDeps, createApp } from '../../src/serve/app.ts';
import type { Desk } from '../../src/serve/desk.ts';
import { openShelf } from '../../src/serve/published.ts';
import { makeNewsletter } from '../newsletter.ts';
import { ourTemplates, site } from '../render/fixture.ts';

export { site };

export const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';
export const list = { id: listIdOf(site), returnPath: 'bounces@lantern.example' };
export const noon = Date.parse('2026-06-01T12:00:00Z');
export const templates = ourTemplates();

export const archive = {
  'out/index.html': '<!doctype html><title>Archive</title>',
  'out/feed.xml': '<feed/>',
  'out/2026-05/index.html': '<!doctype html><title>May</title>',
  'out/2026-05/issue.json': '{"sealed":true}',
  'out/2026-05/email.html': 'SECRET',
  'out/2026-05/email.txt': 'SECRET',
  'out/2026-05/email.eml': 'SECRET',
  'out/2026-05/report.html': 'SECRET',
  'out/2026-05/report.json': 'SECRET',
  'out/2026-06/index.html': '<!doctype html><title>June</title>',
  'out/2026-06/issue.json': '{"sealed":false}',
  'out/.hidden': 'SECRET',
  'digestif.config.yaml': 'SECRET',
};

const open: State[] = [];

afterAll(async () => {
  for (const state of open) await state.close();
});

export type Stage = Desk & {
  folder: string;
  state: State;
  app: App;
  log: string[];
  /** Moves the clock on. */
  wait: (milliseconds: number) => void;
  /** Sends the form, and waits until what comes of it is done. */
  ask: (fields: { [name: string]: string }, headers?: { [name: string]: string }) => Promise<Response>;
  /** Mails that went out so far, the oldest first. */
  mails: () => string[];
};

export type StageOptions = Partial<Pick<AppDeps, 'serveUrl' | 'trustedProxies' | 'site' | 'waits'>> & {
  onlySealed?: boolean;
  /** Milliseconds that a write waits for another's. */
  patience?: number;
  /** Takes the place of the Maildir's answers, one a mail, then the Maildir is itself. */
  outcomes?: Outcome['kind'][];
  files?: { [path: string]: string };
};

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const folder = makeNewsletter({ ...archive, ...options.files });
  const state = await openState(folder, options.patience === undefined ? {} : { patience: options.patience });
  open.push(state);
  const maildir = openMaildir(join(folder, 'mails'));
  const outcomes = [...(options.outcomes ?? [])];
  const log: string[] = [];
  let now = noon;
  const desk: Desk = {
    state,
    site: options.site ?? site,
    templates,
    list,
    dkim: [],
    secret,
    serveUrl: options.serveUrl ?? 'https://lantern.example',
    confirmDays: 7,
    now: () => now,
    newId,
  };
  const app = createApp({
    ...desk,
    transport: {
      async send(mail) {
        const kind = outcomes.shift();
        return kind === undefined || kind === 'sent'
          ? await maildir.send(mail)
          : { kind, reply: mail.envelope.to };
      },
    },
    shelf: openShelf(join(folder, 'out'), { onlySealed: options.onlySealed ?? false }),
    trustedProxies: options.trustedProxies ?? ['127.0.0.1'],
    isWell: async () => (await state.recall('health')) === null,
    log: (line) => void log.push(line),
    waits: options.waits ?? [1, 1],
    delay: () => 0,
    pauses: [1, 1],
  });
  return {
    ...desk,
    folder,
    state,
    app,
    log,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    async ask(fields, headers = {}) {
      const path = `${new URL(desk.serveUrl).pathname.replace(/\/$/u, '')}/subscribe`;
      const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
      await app.idle();
      return answer;
    },
    mails: () => mailsIn(join(folder, 'mails')),
  };
}

/** The mails of a Maildir, the oldest first, their soft line ends taken out. */
export function mailsIn(folder: string): string[] {
  const box = join(folder, 'new');
  return readNames(box)
    .map((name) => readFileSync(join(box, name), 'utf8').replace(/=\n/gu, '').replaceAll('=3D', '='))
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
}

function dateOf(mail: string): number {
  return Date.parse(/^Date: (.*)$/mu.exec(mail)?.[1] ?? '');
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Puts somebody on the list. */
export async function add(
  { state }: Pick<Stage, 'state'>,
  email: string,
  status: SubscriberStatus = 'active',
): Promise<Subscriber> {
  const at = new Date(noon).toISOString();
  const consent = { at, how: 'import', text: 'the old list' } as const;
  const given = { id: newId(), email, name: null, tags: [], language: null, status, consent };
  await state.subscribers.put([{ ...given, created: at, updated: at, softBounces: 0 }]);
  const found = await state.subscribers.find(email);
  if (!found) throw new Error(`${email} was not added`);
  return found;
}

/** A token that is good, but for what is said otherwise. */
export function token(subscriber: string, facts: Partial<TokenFacts> = {}, key = secret): string {
  const ordinary = { purpose: 'unsubscribe', list: list.id, issue: null, expires: null } as const;
  return makeToken(key, { ...ordinary, subscriber, ...facts });
}

/** The way of the link in a mail, below the web app. */
export function linkIn(mail: string | undefined): string {
  return /https?:\/\/\S+\/(?:confirm|unsubscribe)\/[\w.-]+/u.exec(mail ?? '')?.[0] ?? '';
}

/** Everything that the state knows of people, to see whether it changed. */
export async function everything({ state }: Pick<Stage, 'state'>): Promise<string> {
  const people: Subscriber[] = [];
  for await (const subscriber of state.subscribers.list()) people.push(subscriber);
  const left: unknown[] = [];
  for await (const suppression of state.subscribers.suppressions()) left.push(suppression);
  return JSON.stringify({ people, left });
}
