import nodemailer from 'nodemailer';
import { blank } from './transports/secrets.ts';
import { cleanReply } from './transports/transport.ts';

export type SmtpSettings = {
  host: string;
  port: number;
  /** `starttls` refuses to go on without it; `none` is for a server on this very machine. */
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  password: string | null;
  /** Certificates to trust besides those of the machine, PEM. */
  ca?: string;
};

/**
 * Greets a mail server, begins TLS and logs in, sends nothing. Null where all went well, else what was said and what
 * may help.
 */
export async function checkLogin(
  settings: SmtpSettings,
  patience = 10_000,
): Promise<{ said: string; hint: string } | null> {
  const { host, port, security, user, password, ca } = settings;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const told = blank(message, { user: user ?? '', secrets: [password ?? ''] });
    return { said: `${host}:${port}: ${cleanReply(told)}`, hint: hintFor(code, message) };
  } finally {
    transport.close();
  }
}

/** What may help against an error of nodemailer. */
export function hintFor(code: string, message: string): string {
  if (/not yet valid|has expired/iu.test(message))
    return 'Check the clock of this machine, then the certificate of the server.';
  if (/certificate|altname/iu.test(message))
    return 'Use the name that the certificate is for, and one that this machine trusts; NODE_EXTRA_CA_CERTS names a file of others.';
  if (code === 'ETLS' || /STARTTLS|wrong version number|ssl3/iu.test(message)) {
    return 'The server and the config disagree about TLS: port 465 begins with it (tls), 587 and 25 upgrade (starttls).';
  }
  if (code === 'EAUTH')
    return 'Check user and password; some providers want a password made for this program.';
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/u.test(message)) return 'Check the name of the server.';
  return 'Check host and port, and whether a firewall lets this machine out to it.';
}
