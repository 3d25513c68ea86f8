/**
 * Mails a second through the ledger, to a server that throws them away, and what Postfix's own generator of load reaches
 * with the same server in the same run: `npm run bench:send [mails|memory]`. Needs `smtp-sink` and `smtp-source` (Debian: postfix).
 * Then 100,000 readers, for the memory. What matters are the ratios: the machine has other things to do.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listIdOf, mailFor, prepareIssueMail } from '../../src/deliver/mail.ts';
import { planRecipients } from '../../src/deliver/plan.ts';
import { usualWaits } from '../../src/deliver/retries.ts';
import { makeToken } from '../../src/deliver/tokens.ts';
import { openState } from '../../src/io/state/open.ts';
import { openSmtp } from '../../src/io/transports/smtp.ts';
import { sendQueued } from '../../src/pipeline/sending.ts';
import { renderEmail } from '../../src/render/email.ts';
import { rsa } from '../deliver/keys.ts';
import { readers } from '../io/state/readers.ts';
import { issue as issueKey, makeSendable, startDigestif } from '../killing.ts';
import { ourTemplates, sampleIssue, site } from '../render/fixture.ts';

const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';
const run = '2026-05/1';
const list = { id: listIdOf(site), returnPath: 'bounces@lantern.example', leave: 'leave@lantern.example' };

type Job = { folder: string; port: number; connections: number; signed: boolean };
type Result = { perSecond: number; cpu: number; bytes: number };

/** Sends to all readers of a state, as the command does, in a process of its own. */
async function sendAll({ folder, port, connections, signed }: Job): Promise<Result> {
  const issue = sampleIssue();
  const { value: email } = await renderEmail(issue, site, ourTemplates(), { bytes: 102_400 });
  // Stories more, of the same kind as those before.
  const stories =
    '<p class="m"><a href="https://courier.example/a?b=c">Sallow Post</a> · the ferry at Low Reed</p>\n';
  const html = email.slotted.html.replace('</body>', `${stories.repeat(420)}</body>`);
  const content = { html, text: email.slotted.text, slots: email.slots };
  const serveUrl = 'https://lantern.example/mail';
  const dkim = signed ? [rsa] : [];
  const mail = prepareIssueMail({ site, issue, content, serveUrl, dkim, list });
  const state = await openState(folder);
  const transport = openSmtp({
    ...{ host: '127.0.0.1', port, security: 'none', user: null, password: null, connections },
  });
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const active = state.subscribers.list({ status: 'active' });
  await state.ledger.freeze(
    { id: run, issue: '2026-05', hashes: {}, started: new Date().toISOString() },
    planRecipients(active, issue.key, list.returnPath, async () => null),
  );
  let bytes = 0;
  const free = { interval: 0, next: 0 };
  const rules = { connections, tries: 5, ...usualWaits, pace: free, domainPace: free, errorShare: 0.25 };
  await sendQueued(run, rules, {
    ledger: state.ledger,
    transport,
    compose({ subscriber, email: to, name }) {
      const facts = {
        purpose: 'unsubscribe',
        list: list.id,
        subscriber,
        issue: issue.key,
        expires: null,
      } as const;
      const token = makeToken(secret, facts);
      const made = mailFor(mail, { id: subscriber, email: to, name, token }, new Date());
      bytes = made.bytes.length;
      return made;
    },
    now: Date.now,
    sleep: async (ms, signal) => await wait(Math.min(ms, 1e6), undefined, { signal }).catch(() => {}),
    stop: new AbortController().signal,
    report: async () => {},
  });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { sent } = await state.ledger.sums(run);
  await state.ledger.finish(run, new Date().toISOString());
  await transport.close();
  await state.close();
  return { perSecond: sent / seconds, cpu: (user + system) / 1000 / sent, bytes };
}

async function inChild(job: Job): Promise<Result> {
  const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out) as Result;
}

async function makeReaders(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'digestif-'));
  const state = await openState(folder);
  const all = readers(count);
  for (let i = 0; i < count; i += 1000) await state.subscribers.put(all.slice(i, i + 1000));
  await state.close();
  return folder;
}

/** The command itself with a long letter, and the most megabytes that its process ever had. */
async function sendMany(port: number, count: number): Promise<{ perSecond: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'digestif-'));
  const paragraph = `${'The geese of Low Reed came back over the sluice before the ferry had left. '.repeat(6)}\n\n`;
  const letter = { 'articles/_issues/2026-05.md': paragraph.repeat(75) };
  const sending = `transport: smtp, host: 127.0.0.1, port: ${port}, security: none, connections: 20`;
  await makeSendable(folder, count, sending, letter);
  const begun = performance.now();
  const { child, ended } = startDigestif(folder, 'send', issueKey);
  let megabytes = 0;
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    megabytes = Math.max(megabytes, Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024);
  }, 200);
  const { code, out, err } = await ended.finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${out}${err}`);
  rmSync(folder, { recursive: true });
  return { perSecond: count / ((performance.now() - begun) / 1000), megabytes };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startSink(port: number): Promise<ChildProcess> {
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = spawn('/usr/sbin/smtp-sink', [...asRoot, `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = dial(port, '127.0.0.1', () => resolve(socket.destroy() !== null));
      socket.on('error', () => resolve(false));
    });
    if (isUp) return sink;
    await wait(50);
  }
  throw new Error('smtp-sink does not start');
}

/** Mails a second that smtp-source hands over, with as many connections and bytes. */
function measureSource(port: number, count: number, connections: number, bytes: number): number {
  const from = ['-f', 'bounces@lantern.example', '-t', 'reader@pond.example'];
  const args = ['-s', String(connections), '-m', String(count), '-l', String(bytes), ...from, '-d'];
  const begun = performance.now();
  execFileSync('/usr/sbin/smtp-source', [...args, `127.0.0.1:${port}`]);
  return count / ((performance.now() - begun) / 1000);
}

const say = (...cells: string[]): void => void process.stdout.write(`${cells.join('  ')}\n`);

/** By turns, and the best of each: whatever else the machine does hits all alike. */
async function benchSpeed(port: number, mails: number): Promise<void> {
  for (const connections of [5, 20]) {
    let source = 0;
    const best: { [name: string]: Result } = {};
    for (let round = 0; round < 3; round++) {
      source = Math.max(source, measureSource(port, 2 * mails, connections, 77_000));
      for (const signed of [false, true]) {
        const folder = await makeReaders(mails);
        const name = signed ? 'ours, RSA-2048' : 'ours, unsigned';
        const found = await inChild({ folder, port, connections, signed });
        if (found.perSecond > (best[name]?.perSecond ?? 0)) best[name] = found;
        rmSync(folder, { recursive: true });
      }
    }
    say(`${connections} connections`, `smtp-source ${source.toFixed(0)}/s`);
    for (const [name, { perSecond, cpu, bytes }] of Object.entries(best)) {
      const share = `${(perSecond / source).toFixed(2)} of smtp-source`;
      say(`  ${name}`, `${perSecond.toFixed(0)}/s`, share, `${cpu.toFixed(2)} ms CPU`, `${bytes} bytes`);
    }
  }
}

async function benchMemory(port: number): Promise<void> {
  const { perSecond, megabytes } = await sendMany(port, 100_000);
  say(`100,000 readers by the command: ${perSecond.toFixed(0)}/s, ${megabytes.toFixed(0)} MB at most`);
}

async function bench(argument: string): Promise<void> {
  if (!existsSync('/usr/sbin/smtp-sink')) throw new Error('no smtp-sink: apt-get install postfix');
  const port = await freePort();
  const sink = await startSink(port);
  try {
    if (argument !== 'memory') await benchSpeed(port, Number(argument));
    await benchMemory(port);
  } finally {
    sink.kill();
  }
}

const [argument = '3000'] = process.argv.slice(2);
if (argument.startsWith('{'))
  process.stdout.write(JSON.stringify(await sendAll(JSON.parse(argument) as Job)));
else await bench(argument);
