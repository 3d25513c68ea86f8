import { isAbsolute, join } from 'node:path';
import type { Config } from '../../config.ts';
import { fail } from '../../errors.ts';
import { configName } from '../config-file.ts';
import type { SmtpSettings } from '../smtp-login.ts';
import { openMaildir } from './file.ts';
import { openSendmail } from './sendmail.ts';
import { openSes } from './ses.ts';
import { openSmtp, type SmtpOptions } from './smtp.ts';
import type { Transport } from './transport.ts';

/** The environment of the process, in which secrets are. */
export type Environment = { [name: string]: string | undefined };

export type TransportOptions = {
  /** Mails on their way at the same time, if not as many as the config says. */
  connections?: number;
};

/** The way out that the config names. Throws a fault where a secret or a setting is missing; connects to nothing yet. */
export function openTransport(
  config: Config,
  folder: string,
  environment: Environment,
  options: TransportOptions = {},
): Transport {
  const { sending } = config;
  const { connections } = { ...sending, ...options };
  switch (sending.transport) {
    case 'file':
      return openMaildir(isAbsolute(sending.folder) ? sending.folder : join(folder, sending.folder));
    case 'smtp':
      return openSmtp({ ...smtpSettings(sending, environment), connections });
    case 'sendmail':
      return openSendmail({ program: sending.program });
    case 'ses':
      return openSes({ region: sending.region, endpoint: sending.endpoint, connections });
  }
}

const ports = { tls: 465, starttls: 587, none: 25 } as const;

/** How to reach and greet the server of `smtp`. Faults: `not-ready`, `secret-missing`. */
export function smtpSettings(
  { host, port, security, user, oauth }: Config['sending'],
  environment: Environment,
): SmtpSettings & Pick<SmtpOptions, 'oauth'> {
  const hint = 'Add the name of the mail server, such as host: smtp.provider.example';
  if (host === undefined) fail('not-ready', 'sending.host is missing', { file: configName, hint });
  const server = { host, port: port ?? ports[security], security };
  if (user === undefined) return { ...server, user: null, password: null };
  // In clear text they would be anybody's on the way.
  if (security === 'none' && !/^(?:localhost|127\.[\d.]+|::1)$/u.test(host)) {
    const hint = 'Use starttls or tls, or log in without a name.';
    fail('not-ready', 'sending.user needs TLS', { file: configName, hint });
  }
  if (oauth === undefined)
    return { ...server, user, password: secretOf(environment, 'DIGESTIF_SMTP_PASSWORD') };
  const clientSecret = secretOf(environment, 'DIGESTIF_OAUTH_CLIENT_SECRET');
  const refreshToken = secretOf(environment, 'DIGESTIF_OAUTH_REFRESH_TOKEN');
  return { ...server, user, password: null, oauth: { ...oauth, clientSecret, refreshToken } };
}

/** A secret that must be there. Fault: `secret-missing`. */
export function secretOf(environment: Environment, name: string): string {
  const secret = environment[name] ?? '';
  if (secret !== '') return secret;
  return fail('secret-missing', `${name} is not set`, {
    hint: `Set it in the environment: export ${name}=…`,
  });
}
