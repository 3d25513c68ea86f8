import type { Config } from '../config.ts';
import type { DkimKey } from '../deliver/dkim.ts';
import { type List, listIdOf } from '../deliver/mail.ts';
import { makeToken, secretLength } from '../deliver/tokens.ts';
import { DigestifError, diagnose, fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { loadConfig } from '../io/newsletter.ts';
import type { Environment } from '../io/transports/open.ts';
import { siteOf } from '../pipeline/site.ts';
import type { Diagnostic, Site } from '../types.ts';
import { loadDkimKeys } from './dkim.ts';

/** All that a mail needs beside what it says. */
export type Mailing = {
  config: Config;
  site: Site;
  list: List;
  /** None for `ses`, which writes fields anew that we sign, and signs itself. */
  dkim: DkimKey[];
  serveUrl: string | null;
  /** What the link by which a reader leaves is made of. */
  tokenFor: (subscriber: string, issue: string) => string;
  diagnostics: Diagnostic[];
};

/** Longest part before the @ from which return paths can be made: the rest is an issue and a reader's id. */
const longestLocal = 20;

/**
 * What the mails of a newsletter are made with. Faults: `not-ready` where the config has placeholders or lacks something,
 * `secret-missing`, `bad-key`. A `test` needs no postal address.
 */
export function loadMailing(
  folder: string,
  environment: Environment,
  { test = false }: { test?: boolean } = {},
): Mailing {
  const { config, diagnostics } = loadConfig(folder);
  const faults = [
    ...diagnostics.filter((d) => d.code === 'placeholder-config').map(asFault),
    ...lacks(config, test),
  ];
  if (faults.length > 0) throw new DigestifError(faults);
  const secret = readSecret(environment);
  const site = siteOf(config);
  const list = listOf(config);
  const { keys, diagnostics: remarks } =
    config.sending.transport === 'ses' ? { keys: [], diagnostics: [] } : loadDkimKeys(folder, config);
  return {
    config,
    site,
    list,
    dkim: keys,
    serveUrl: config.serve.url ?? null,
    tokenFor: (subscriber, issue) =>
      makeToken(secret, { purpose: 'unsubscribe', list: list.id, subscriber, issue, expires: null }),
    diagnostics: [...diagnostics, ...remarks],
  };
}

/** The newsletter as mail programs know it. */
export function listOf(config: Config): List {
  const returnPath = config.sending.returnPath ?? config.sender.email;
  return { id: listIdOf(siteOf(config)), returnPath, leave: config.sending.leave ?? returnPath };
}

function asFault({ message, line, hint }: Diagnostic): Diagnostic {
  const place = {
    file: configName,
    ...(line !== undefined && { line }),
    ...(hint !== undefined && { hint }),
  };
  return diagnose('not-ready', message, place);
}

function lacks({ postalAddress, sending, sender }: Config, test: boolean): Diagnostic[] {
  const local = (sending.returnPath ?? sender.email).split('@', 1)[0] ?? '';
  return [
    ...(postalAddress === undefined && !test
      ? [
          diagnose(
            'not-ready',
            'postalAddress is missing: the law of most countries wants one in every newsletter',
            {
              file: configName,
              hint: 'Add it; the approved bytes change with it, so approve the issue anew.',
            },
          ),
        ]
      : []),
    ...(local.length > longestLocal
      ? [
          diagnose(
            'not-ready',
            `${local}@… is too long for return paths: ${longestLocal} characters before the @`,
            {
              file: configName,
              hint: 'Name a shorter address at which bounces arrive: sending.returnPath',
            },
          ),
        ]
      : []),
  ];
}

/** The secret that signs links. */
export function readSecret(environment: Environment): string {
  const secret = environment['DIGESTIF_SECRET'] ?? '';
  if (secret.length >= secretLength) return secret;
  const said = secret === '' ? 'is not set' : `has ${secret.length} characters, too few`;
  const hint = `Make one of ${secretLength} or more, such as: openssl rand -hex 32. Keep it: links in old mails depend on it.`;
  return fail('secret-missing', `DIGESTIF_SECRET ${said}`, { hint });
}
