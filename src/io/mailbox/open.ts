import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Mailbox } from '../../deliver/types.ts';
import { fail } from '../../errors.ts';
import { configName } from '../config-file.ts';
import { type Environment, secretOf } from '../transports/open.ts';
import { openImap } from './imap.ts';
import { openMaildir } from './maildir.ts';
import { openMbox } from './mbox.ts';

/** The mailbox that the config names, or null. Connects to nothing yet. Faults: `not-ready`, `secret-missing`. */
export function openMailbox(config: Config, folder: string, environment: Environment): Mailbox | null {
  const { mailbox, path } = config.bounces;
  if (mailbox === undefined) return null;
  if (mailbox === 'imap') return openImap(imapSettings(config.bounces, environment));
  if (path === undefined) lack('path', mailbox === 'mbox' ? '/var/mail/letters' : 'Maildir');
  const full = isAbsolute(path) ? path : join(folder, path);
  return mailbox === 'mbox' ? openMbox(full) : openMaildir(full);
}

/** A Maildir where it is a folder, else an mbox file or a single mail. */
export function openPath(path: string): Mailbox {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? openMaildir(path) : openMbox(path);
}

function imapSettings(
  { host, port, security, user, folder }: Config['bounces'],
  environment: Environment,
): Parameters<typeof openImap>[0] {
  if (host === undefined) lack('host', 'imap.provider.example');
  if (user === undefined) lack('user', 'bounces@letters.example');
  // In clear text the password would be anybody's on the way.
  if (security === 'none' && !/^(?:localhost|127\.[\d.]+|::1)$/u.test(host)) {
    const hint = 'Use starttls or tls.';
    fail('not-ready', 'bounces.security may be none only for a server on this machine', {
      file: configName,
      hint,
    });
  }
  const password = secretOf(environment, 'DIGESTIF_IMAP_PASSWORD');
  return { host, port: port ?? (security === 'tls' ? 993 : 143), security, user, password, folder };
}

function lack(key: string, example: string): never {
  const hint = `Add it under bounces:, such as ${key}: ${example}`;
  return fail('not-ready', `bounces.${key} is missing`, { file: configName, hint });
}
