import { isAbsolute, join } from 'node:path';
import type { Config } from '../../config.ts';
import { fail } from '../../errors.ts';
import { openMaildir } from './file.ts';
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
  _environment: Environment,
  _options: TransportOptions = {},
): Transport {
  const { sending } = config;
  if (sending.transport === 'file')
    return openMaildir(isAbsolute(sending.folder) ? sending.folder : join(folder, sending.folder));
  return fail('not-ready', `sending by ${sending.transport} does not work yet`);
}
