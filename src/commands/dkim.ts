import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../config.ts';
import { type DkimKey, recordOf, zoneLine } from '../deliver/dkim.ts';
import { asciiHost } from '../deliver/headers.ts';
import { diagnose, fail } from '../errors.ts';
import { readKeyFile, writeKeyFile } from '../io/key-files.ts';
import { loadConfig } from '../io/newsletter.ts';
import { stateFolder } from '../io/state-folder.ts';
import { formatJson } from '../io/terminal.ts';
import type { Diagnostic } from '../types.ts';
import type { Context, ExitCode } from './command.ts';

export type DkimType = 'rsa' | 'ed25519';

const makeRsa = promisify(generateKeyPair) as (
  type: 'rsa',
  options: { modulusLength: number },
) => Promise<{ privateKey: KeyObject }>;
const makeEd25519 = promisify(generateKeyPair) as (
  type: 'ed25519',
  options: object,
) => Promise<{ privateKey: KeyObject }>;

/** Makes a pair of keys: the private one goes into a file and is never shown, the public one is for the DNS. */
export async function dkimNew(
  context: Context,
  options: { selector: string; type: DkimType; file?: string },
): Promise<ExitCode> {
  const { config } = loadConfig(context.folder);
  const { selector, type } = options;
  const file = options.file ?? `${stateFolder}/dkim-${selector}.pem`;
  const { privateKey: key } =
    type === 'rsa' ? await makeRsa('rsa', { modulusLength: 2048 }) : await makeEd25519('ed25519', {});
  writeKeyFile(pathOf(context.folder, file), key.export({ type: 'pkcs8', format: 'pem' }).toString());
  const made: DkimKey = { domain: senderDomain(config), selector, key };
  if (context.json) {
    const name = `${selector}._domainkey.${made.domain}`;
    context.terminal.out(formatJson({ file, name, type: 'TXT', value: recordOf(key), zone: zoneLine(made) }));
  } else context.terminal.out(wordsFor(made, file));
  return 0;
}

function wordsFor(made: DkimKey, file: string): string {
  return `The private key is in ${file}: keep a copy in a safe place, and out of version control.

1. Add this record to the DNS of ${made.domain}. As a line of a zone file:

${zoneLine(made)}

   In a form of a provider: name ${made.selector}._domainkey, type TXT, value (in one piece):

${recordOf(made.key)}

2. Add the key to digestif.config.yaml:

dkim:
  - selector: ${made.selector}
    key: ${file}

3. See whether the record is there: digestif doctor`;
}

/** The keys that the config names, ready to sign for the domain of the sender. Throws where one is missing or no key. */
export function loadDkimKeys(folder: string, config: Config): { keys: DkimKey[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const keys = config.dkim.map(({ selector, key: file }) => {
    const { pem, isOpen } = readKeyFile(pathOf(folder, file));
    if (isOpen) {
      const hint = `Take their permissions away: chmod 600 ${file}`;
      diagnostics.push(diagnose('open-key', 'others on this machine can read the key', { file, hint }));
    }
    return { domain: senderDomain(config), selector, key: parseKey(pem, file) };
  });
  return { keys, diagnostics };
}

/** The domain that vouches for a mail must be that of the From line, or DMARC does not count it. */
export function senderDomain(config: Config): string {
  const domain = config.sender.email.slice(config.sender.email.lastIndexOf('@') + 1);
  return asciiHost(domain) ?? domain.toLowerCase();
}

function parseKey(pem: string, file: string): KeyObject {
  const hint = 'A key is RSA of 1024 bits or more, or Ed25519, as PEM without a password: digestif dkim new';
  try {
    const key = createPrivateKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType === 'ed25519' || (key.asymmetricKeyType === 'rsa' && bits >= 1024)) return key;
  } catch {
    // What OpenSSL says of it helps nobody, and could quote from it.
  }
  return fail('bad-key', 'it holds no private key that can sign', { file, hint });
}

function pathOf(folder: string, file: string): string {
  return isAbsolute(file) ? file : join(folder, file);
}
