import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { cleanReply, type Envelope, type Outcome, type Transport } from './transport.ts';

export type SendmailOptions = {
  /** Path of the program. */
  program: string;
  /** Milliseconds it may take for one mail. */
  patience?: number;
};

/** Codes of sysexits.h. What is not among them, such as an error while writing, may have come after the mail went out. */
const meanings: { [code: number]: Outcome['kind'] } = {
  0: 'sent',
  64: 'not-tried', // usage
  65: 'refused', // wrong data
  66: 'not-tried', // no input
  67: 'refused', // no such user
  68: 'refused', // no such host
  69: 'later', // service unavailable
  71: 'later', // system error
  72: 'not-tried', // system file missing
  73: 'later', // cannot create output
  75: 'unknown', // temporary failure: Sendmail has queued the mail then, others have not
  77: 'not-tried', // permission
  78: 'not-tried', // config
};

/** The mail program of this machine, once for each mail: it queues what it takes. */
export function openSendmail({ program, patience = 600_000 }: SendmailOptions): Transport {
  const running = new Set<AbortController>();
  return {
    name: 'sendmail',
    async send({ envelope, bytes }) {
      const ender = new AbortController();
      running.add(ender);
      const timer = setTimeout(() => ender.abort(), patience);
      try {
        return await run(program, envelope, bytes, ender.signal);
      } finally {
        clearTimeout(timer);
        running.delete(ender);
      }
    },
    async verify() {
      try {
        await access(program, constants.X_OK);
        return null;
      } catch (error) {
        return cleanReply((error as Error).message);
      }
    },
    async close() {
      for (const ender of running) ender.abort();
    },
  };
}

async function run(
  program: string,
  { from, to }: Envelope,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Outcome> {
  return await new Promise((resolve) => {
    const child = spawn(program, ['-i', '-f', from, '--', to], {
      stdio: ['pipe', 'ignore', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    });
    const end = (kind: Outcome['kind'], reply: string): void => resolve({ kind, reply: cleanReply(reply) });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      if (words.length < 4000) words += chunk.toString('utf8');
    });
    child.on('error', (error) => end(child.pid === undefined ? 'not-tried' : 'unknown', error.message));
    child.on('close', (code, ended) => {
      const said = words.trim() === '' ? '' : `: ${words}`;
      if (code === null) end('unknown', `ended by ${ended}${said}`);
      else end(meanings[code] ?? 'unknown', `exit code ${code}${said}`);
    });
    // It may end without reading; its exit code says what became of the mail.
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'));
  });
}
