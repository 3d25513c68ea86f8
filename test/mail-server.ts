/** A real mail server on loopback that keeps what it is given, and does wrong when it is told to. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/**
 * What to do with a mail instead of taking it. `drop` ends the connection, `hang` says nothing more, `garbage` answers
 * what is no answer; a number is the answer. `...-kept`: the mail was kept all the same.
 */
export type Misdeed =
  | 'drop at mail'
  | 'drop at rcpt'
  | 'drop in data'
  | 'drop after data'
  | 'drop after data, kept'
  | 'hang at rcpt'
  | 'hang after data, kept'
  | 'garbage at rcpt'
  | 'garbage after data, kept'
  | `${number} at mail`
  | `${number} at rcpt`
  | `${number} after data`;

/** Mails in the order of coming. `confirmed` when a 250 was sent for it. */
export type Kept = { from: string; to: string; id: string; bytes: Buffer; confirmed: boolean };

export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'end of data' | 'confirmed';

export type MailServer = {
  port: number;
  kept: Kept[];
  /** Most mails between MAIL and the answer at one time, ever. */
  busiest: () => number;
  connections: () => number;
  close: () => Promise<void>;
};

export type Rules = {
  /** Called with the number of the attempt, from 1, and its recipient. */
  misdeed?: (attempt: number, to: string) => Misdeed | null;
  /** Called at each stage of each attempt. */
  watch?: (stage: Stage, attempt: number) => void;
  /** Milliseconds to think before a 250. */
  delay?: (attempt: number) => number;
  options?: SMTPServerOptions;
  /** Any free one if not given. */
  port?: number;
};

export async function startMailServer(rules: Rules = {}): Promise<MailServer> {
  const { misdeed = () => null, watch = () => {}, delay = () => 0, options = {}, port = 0 } = rules;
  const kept: Kept[] = [];
  const now = new Map<string, number>();
  const planned = new Map<number, Misdeed | null>();
  let attempts = 0;
  let connections = 0;
  let busiest = 0;
  const socketOf = ({ id }: SMTPServerSession): Socket | undefined => {
    const found = [...server.connections].find((connection) => connection.id === id);
    return (found as unknown as { _socket: Socket } | undefined)?._socket;
  };
  /** True when it did wrong, and nothing more is to be said. */
  const does = (
    session: SMTPServerSession,
    stage: 'at mail' | 'at rcpt' | 'after data',
    answer: (error?: Error | null) => void,
  ): boolean => {
    const deed = planned.get(now.get(session.id) ?? 0);
    if (!deed?.includes(stage)) return false;
    const [what = ''] = deed.split(' ');
    if (what === 'drop') socketOf(session)?.destroy();
    else if (what === 'garbage') socketOf(session)?.write('\u0007 moo, said the cow\r\n');
    else if (what !== 'hang')
      answer(Object.assign(new Error('no such reader, try again'), { responseCode: Number(what) }));
    return true;
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 10,
    onConnect(_session, done) {
      connections += 1;
      watch('connect', attempts + 1);
      done();
    },
    onMailFrom(_address, session, done) {
      attempts += 1;
      now.set(session.id, attempts);
      busiest = Math.max(busiest, now.size);
      planned.set(attempts, misdeed(attempts, ''));
      watch('mail', attempts);
      if (!does(session, 'at mail', done)) done();
    },
    onRcptTo({ address }, session, done) {
      const attempt = now.get(session.id) ?? 0;
      planned.set(attempt, misdeed(attempt, address));
      watch('rcpt', attempt);
      if (!does(session, 'at rcpt', done)) done();
    },
    onData(stream, session, done) {
      const attempt = now.get(session.id) ?? 0;
      const chunks: Buffer[] = [];
      watch('data', attempt);
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (planned.get(attempt) === 'drop in data') socketOf(session)?.destroy();
      });
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const id = /^Message-ID: *<([^>]*)>/imu.exec(bytes.toString('latin1'))?.[1] ?? '';
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo[0]?.address ?? '',
          id,
          bytes,
          confirmed: false,
        };
        const deed = planned.get(attempt);
        watch('end of data', attempt);
        if (!deed?.includes('after data') || deed.includes('kept')) kept.push(mail);
        const isWrong = does(session, 'after data', done);
        now.delete(session.id);
        if (isWrong) return;
        setTimeout(() => {
          mail.confirmed = true;
          done();
          watch('confirmed', attempt);
        }, delay(attempt));
      });
    },
    onClose(session) {
      now.delete(session.id);
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    kept,
    busiest: () => busiest,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Starts servers for the tests of a file. */
export function mailServers(): { start: (rules?: Rules) => Promise<MailServer>; stop: () => Promise<void> } {
  const started: MailServer[] = [];
  return {
    async start(rules) {
      const server = await startMailServer(rules);
      started.push(server);
      return server;
    },
    async stop() {
      await Promise.all(started.splice(0).map((server) => server.close()));
    },
  };
}
