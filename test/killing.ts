/** Senders that are real processes, killed at points of their talk with a real mail server, and what is true afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sums } from '../src/deliver/types.ts';
import { openState } from '../src/io/state/open.ts';
import { marsh } from './articles.ts';
import { createDice } from './eval/dice.ts';
import { makeFiles } from './files.ts';
import { readers as makeReaders } from './io/state/readers.ts';
import { type MailServer, type Rules, type Stage, startMailServer } from './mail-server.ts';
import { runDigestif } from './run.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export const issue = '2026-05';
export const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';

/** A newsletter whose issue is sealed and that has so many readers; `sending` is its block of the config. */
export async function makeSendable(
  folder: string,
  readers: number,
  sending = '',
  more: { [path: string]: string | Uint8Array } = {},
): Promise<string> {
  const config = `${marsh['digestif.config.yaml']}postalAddress: 1 Reed Lane\n`;
  makeFiles(folder, { ...marsh, 'digestif.config.yaml': config, ...more });
  const { code, err } = await runDigestif(folder, 'approve', issue);
  if (code === 2) throw new Error(err);
  setSending(folder, sending);
  const state = await openState(folder);
  await state.subscribers.put(makeReaders(readers));
  await state.close();
  return folder;
}

/** Mails hold none of it, so it can be changed after the approval. */
export function setSending(folder: string, sending: string): void {
  const path = join(folder, 'digestif.config.yaml');
  const config = readFileSync(path, 'utf8').replace(/^sending:[^\n]*\n/mu, '');
  writeFileSync(path, `${config}${sending === '' ? '' : `sending: {${sending}}\n`}`);
}

export type Ended = { code: number | null; signal: string | null; out: string; err: string };

/** The command line itself, as a process of its own. */
export function startDigestif(
  folder: string,
  ...argv: string[]
): { child: ChildProcess; ended: Promise<Ended> } {
  // Begun dozens of times, it need not compile its modules each time.
  const NODE_COMPILE_CACHE = join(tmpdir(), 'digestif-compiled');
  const env = { NODE_COMPILE_CACHE, ...process.env, DIGESTIF_SECRET: secret, CI: '1' };
  const child = spawn(process.execPath, [main, '-C', folder, ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Ended>((resolve) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** Where a sender is killed: so many milliseconds after the server came to this stage of this attempt. */
export type Point = { stage: Stage; attempt: number; milliseconds: number };

const stages: readonly Stage[] = ['connect', 'mail', 'rcpt', 'data', 'end of data', 'confirmed'];

/** `count` points spread over `attempts` mails, the same for the same seed. */
export function pointsOf(seed: number, count: number, attempts: number): Point[] {
  const dice = createDice(seed);
  const span = Math.floor(attempts / count);
  return Array.from({ length: count }, (_, i) => ({
    // Most connections begin with the first mails.
    stage: stages[dice(stages.length)] ?? 'data',
    attempt: 1 + i * span + dice(span),
    // Half of them at once, the others while something else is going on, such as a commit.
    milliseconds: dice(2) === 0 ? 0 : dice(12),
  }));
}

export type Found = {
  kills: number;
  /** How often the sender stopped by itself with mails left. */
  stops: number;
  sums: Sums;
  /** Readers that the ledger calls sent and that have no copy, or that nothing came of. */
  lost: number;
  /** Readers with more than one copy. */
  doubled: number;
  /** Readers whose mail was confirmed, and the ledger says that it failed. */
  forgotten: number;
  /** Most mails that one kill made unknown. */
  mostUnknown: number;
};

/** So often a sender that stopped by itself is begun again. */
const mostStops = 5;

/** Sends to the end; at each of the points the sender is killed and begun anew with --resume. */
export async function sendAndKill(
  folder: string,
  points: readonly Point[],
  sending: string,
  misdeed: Rules['misdeed'] = () => null,
): Promise<Found> {
  let next = 0;
  let kill: (() => void) | null = null;
  const server: MailServer = await startMailServer({
    misdeed,
    watch(stage, attempt) {
      const point = points[next];
      if (!point || kill === null || attempt < point.attempt) return;
      // A later attempt than planned for will do: not every attempt opens a connection.
      if (stage !== point.stage && attempt < point.attempt + 10) return;
      const act = kill;
      kill = null;
      next += 1;
      if (point.milliseconds === 0) act();
      else setTimeout(act, point.milliseconds);
    },
  });
  setSending(folder, `transport: smtp, host: 127.0.0.1, port: ${server.port}, security: none, ${sending}`);
  const found: Found = {
    kills: 0,
    stops: 0,
    sums: { queued: 0, attempting: 0, sent: 0, failed: 0, unknown: 0, excluded: 0 },
    ...{ lost: 0, doubled: 0, forgotten: 0, mostUnknown: 0 },
  };
  try {
    while (true) {
      const { child, ended } = startDigestif(folder, 'send', issue, '--resume');
      kill = () => void child.kill('SIGKILL');
      const { signal, code, err } = await ended;
      if (signal === null) {
        if (code === 2) throw new Error(err);
        // Where nothing can be begun it stops and says so; whoever reads that begins it again.
        if (found.stops === mostStops || (await countIn(folder, 'queued')) === 0) break;
        found.stops += 1;
        continue;
      }
      found.kills += 1;
      found.mostUnknown = Math.max(found.mostUnknown, await countIn(folder, 'attempting'));
    }
    return { ...found, ...(await judge(folder, server)) };
  } finally {
    await server.close();
  }
}

async function countIn(folder: string, what: 'queued' | 'attempting'): Promise<number> {
  const state = await openState(folder);
  const [run] = await state.ledger.runs(issue);
  const count = run ? (await state.ledger.sums(run.id))[what] : 0;
  await state.close();
  return count;
}

async function judge(
  folder: string,
  { kept }: MailServer,
): Promise<Pick<Found, 'sums' | 'lost' | 'doubled' | 'forgotten'>> {
  const copies = new Map<string, number>();
  for (const { to } of kept) copies.set(to, (copies.get(to) ?? 0) + 1);
  const confirmed = new Set(kept.filter((mail) => mail.confirmed).map(({ to }) => to));
  const state = await openState(folder);
  const [run] = await state.ledger.runs(issue);
  if (!run) throw new Error('there is no run');
  let [lost, forgotten] = [0, 0];
  for await (const { email, state: now } of state.ledger.deliveries(run.id)) {
    if (now === 'queued' || now === 'attempting' || (now === 'sent' && !copies.has(email))) lost += 1;
    if (confirmed.has(email) && now !== 'sent' && now !== 'unknown') forgotten += 1;
  }
  const sums = await state.ledger.sums(run.id);
  await state.close();
  return { sums, lost, forgotten, doubled: [...copies.values()].filter((n) => n > 1).length };
}

/** A copy of a newsletter, so that it is made only once. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'digestif-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
