import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { hintFor, type SmtpSettings } from '../smtp-login.ts';
import { openPool, type Use } from './pool.ts';
import { blank } from './secrets.ts';
import { cleanReply, type Envelope, type Outcome, type Transport } from './transport.ts';

export type SmtpOptions = SmtpSettings & {
  connections: number;
  oauth?: { clientId: string; tokenUrl: string; clientSecret: string; refreshToken: string } | undefined;
  /** Milliseconds to wait for a connection with its greeting, and for an answer. */
  patience?: { connect: number; answer: number };
};

type Mail = { envelope: Envelope; bytes: Uint8Array };

/** RFC 5321 (4.5.3.2.6) wants ten minutes for the answer to a mail: who waits less has more unknown ones. */
const usualPatience = { connect: 30_000, answer: 600_000 } as const;

/** Some servers close a connection after so many mails; a new one costs little. */
const mailsOfConnection = 100;

type Connection = { smtp: SMTPConnection; mails: number };

/** A mail server, with connections that are kept. A mail is handed over once; what to do about its outcome is for others. */
export function openSmtp(options: SmtpOptions): Transport {
  const login = loginOf(options);
  const pool = openPool<Connection>({
    size: options.connections,
    open: async () => ({ smtp: await connect(options, login), mails: 0 }),
    close: ({ smtp }) => smtp.close(),
    isOpen: ({ smtp }) => !smtp.destroyed,
  });
  const once = (mail: Mail): Promise<{ outcome: Outcome; isNew: boolean }> =>
    pool.use(async (connection, isNew) => {
      connection.mails += 1;
      const { value, keep } = await handOver(connection.smtp, mail);
      return {
        value: { outcome: { ...value, ...said(value.kind, value.reply) }, isNew },
        keep: keep && connection.mails < mailsOfConnection,
      };
    });
  const secrets = (): string[] =>
    [
      login?.pass,
      options.oauth?.clientSecret,
      options.oauth?.refreshToken,
      login?.oauth2?.accessToken,
    ].filter((secret) => typeof secret === 'string');
  /** Before the reply is cut: half a secret is one too. */
  const hide = (text: string): string => blank(text, { user: options.user ?? '', secrets: secrets() });
  const said = (kind: Outcome['kind'], reply: string): Outcome => ({ kind, reply: cleanReply(hide(reply)) });
  return {
    name: 'smtp',
    async send(mail) {
      try {
        const { outcome, isNew } = await once(mail);
        if (outcome.kind !== 'not-tried' || isNew) return outcome;
        // A kept connection may have ended without our knowing.
        pool.renew();
        return (await once(mail)).outcome;
      } catch (error) {
        return said('not-tried', (error as Error).message);
      }
    },
    async verify() {
      try {
        (await connect(options, login)).close();
        return null;
      } catch (error) {
        const { code = '', message } = error as NodeJS.ErrnoException;
        return cleanReply(`${options.host}:${options.port}: ${hide(message)}. ${hintFor(code, message)}`);
      }
    },
    close: async () => pool.close(),
  };
}

type Login = { user: string; pass?: string; oauth2?: XOAuth2 };

/** OAuth2 tokens are asked for once and shared by all connections. */
function loginOf({ user, password, oauth, patience = usualPatience }: SmtpOptions): Login | null {
  if (user === null) return null;
  if (!oauth) return { user, pass: password ?? '' };
  const { tokenUrl: accessUrl, ...client } = oauth;
  return { user, oauth2: new XOAuth2({ user, accessUrl, requestTimeout: patience.connect, ...client }) };
}

/** Greets, begins TLS, logs in. Throws what nodemailer says of it. */
async function connect(options: SmtpOptions, login: Login | null): Promise<SMTPConnection> {
  const { host, port, security, ca, patience = usualPatience } = options;
  const smtp = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.answer,
    socketCloseTimeout: 0,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      // It stays: an error with nobody to hear it would end the process.
      smtp.on('error', reject);
      smtp.once('end', () => reject(new Error('the server closed the connection')));
      const done = (error?: Error | null): void => (error ? reject(error) : resolve());
      smtp.connect((error) => {
        if (error || login === null) done(error);
        else smtp.login(login, done);
      });
    });
    return smtp;
  } catch (error) {
    smtp.close();
    throw error;
  }
}

/** nodemailer says it to nobody. */
function takesAll(smtp: SMTPConnection): boolean {
  const { _supportedExtensions: known } = smtp as unknown as { _supportedExtensions?: string[] };
  return known?.includes('SMTPUTF8') ?? true;
}

/** Sends a mail over a connection. `keep` where both sides know that the next one may follow. */
async function handOver(smtp: SMTPConnection, { envelope, bytes }: Mail): Promise<Use<Outcome>> {
  if (/\P{ASCII}/u.test(envelope.to) && !takesAll(smtp)) {
    const reply = 'the mail server takes only addresses in ASCII (it does not know SMTPUTF8)';
    return { value: { kind: 'refused', reply }, keep: true };
  }
  let hasBegun = false;
  const message = new Readable({
    read() {
      const { lastServerResponse: reply } = smtp;
      // nodemailer takes other answers to DATA for a yes. Whoever gives them is not where we think.
      if (!/^354/u.test(String(reply))) this.destroy(new Error(`no 354 to DATA: ${reply}`));
      else {
        hasBegun = true;
        this.push(bytes);
        this.push(null);
      }
    },
  });
  const { from, to } = envelope;
  const result = await new Promise<{ error: SmtpError | null; response: string }>((resolve) => {
    // Whoever closes a connection is told, but nodemailer tells nobody who waits. A reason comes right after the end.
    const end = (): void =>
      void setImmediate(() => resolve({ error: new Error('the connection was closed'), response: '' }));
    smtp.once('end', end);
    smtp.send({ from, to: [to], size: bytes.length }, message, (error, info) => {
      smtp.off('end', end);
      resolve({ error, response: error ? '' : info.response });
    });
  });
  const { error, response: reply } = result;
  const value: Outcome = error
    ? outcomeOf(error, hasBegun)
    : { kind: /^2\d\d(?:[ -]|$)/u.test(reply) ? 'sent' : 'unknown', reply };
  const isAtEnvelope = !hasBegun && (value.kind === 'refused' || value.kind === 'later');
  return { value, keep: value.kind === 'sent' || (isAtEnvelope && (await reset(smtp))) };
}

type SmtpError = Error & {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
};

/**
 * What an error of nodemailer means. Only a whole answer that comes after the reader was named refuses the mail: what is
 * said before, about the connection (421, a greeting, a login) or the sender (MAIL), is about us, and so is the size,
 * since all get the same letter. Once the mail went out, nothing else proves that it failed.
 */
function outcomeOf(error: SmtpError, hasBegun: boolean): Outcome {
  const { code, command = '', response = '', message } = error;
  const status = /^([45])(\d\d)(?:[ -]|$)/u.exec(response);
  const isAnswer = status !== null && (hasBegun ? command === 'DATA' : /^(?:RCPT|DATA)/u.test(command));
  if (isAnswer && !(status[2] === '21' && !hasBegun))
    return { kind: status[1] === '5' ? 'refused' : 'later', reply: response };
  if (hasBegun) return { kind: 'unknown', reply: message };
  // No address: said by nodemailer itself, before it sent anything.
  if (response === '' && code === 'EENVELOPE') return { kind: 'refused', reply: message };
  // Words are about us, be it an answer to MAIL or a farewell. Where there are none, it may be this very mail.
  return { kind: 'not-tried', reply: message, ...(status === null && { broken: true }) };
}

/** True when the server has forgotten the refused mail, so that the connection is fit for another. */
async function reset(smtp: SMTPConnection): Promise<boolean> {
  if (smtp.destroyed) return false;
  return await new Promise((resolve) => {
    const end = (): void => resolve(false);
    smtp.once('end', end);
    smtp.reset((error) => {
      smtp.off('end', end);
      resolve(!error);
    });
  });
}
