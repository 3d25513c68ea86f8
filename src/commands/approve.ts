import { join } from 'node:path';
import { diagnose, fail } from '../errors.ts';
import { checkTargets, writeFile } from '../io/files.ts';
import { issuesFolder } from '../io/newsletter.ts';
import { formatSeal, type Seal, sealDigest } from '../pipeline/sealing.ts';
import { build } from './build.ts';
import { type Context, type ExitCode, printDiagnostics } from './command.ts';
import { type Prepared, prepare, requireIssue, saveIds } from './prepare.ts';

/** Seals an issue as it is now, or with `reopen` takes the seal off again; then builds. */
export async function approve(
  context: Context,
  options: { issue: string; reopen: boolean },
): Promise<ExitCode> {
  const prepared = await prepare(context);
  requireIssue(prepared.digest, options.issue);
  const old = readableSeal(prepared, options.issue);
  const seal = options.reopen
    ? reopened(old, options.issue)
    : await sealed(context, prepared, old, options.issue);
  checkTargets(join(context.folder, 'out'), [`${options.issue}/index.html`, 'index.html', 'feed.xml']);
  saveIds(prepared);
  if (!options.reopen && prepared.newsletter.config.postalAddress === undefined)
    printDiagnostics(context, [noAddress]);
  writeFile(join(context.folder, issuesFolder, `${options.issue}.seal.json`), formatSeal(seal));
  const code = await build(context, {});
  if (!context.json) context.terminal.out(sentenceFor(seal));
  return code;
}

/** The seal there is, if any. One that cannot be read may hold all that is known of an approved issue: it stays. */
function readableSeal({ digest, newsletter }: Prepared, key: string): Seal | undefined {
  const seal = digest.seals.find((s) => s.issue.key === key);
  const written = newsletter.seals.find((s) => s.issue === key);
  if (written && !seal) {
    const hint = 'Restore the file from your history, or delete it; then approve again.';
    const file = `${issuesFolder}/${key}.seal.json`;
    fail('bad-seal', `${key} has a seal that cannot be read: it is not overwritten`, { file, hint });
  }
  return seal;
}

const noAddress = diagnose(
  'placeholder-config',
  'postalAddress is missing: a newsletter must name one before it is sent',
  {
    file: 'digestif.config.yaml',
    hint: 'Add it before you send; the approved bytes change with it.',
  },
);

function sentenceFor(seal: Seal): string {
  if (seal.open)
    return `\n${seal.issue.key} is open again: it follows the articles until it is approved anew.`;
  return `\n${seal.issue.key} is sealed (revision ${seal.revision}): from now on it is only rendered, never regrouped.`;
}

async function sealed(
  context: Context,
  { digest, newsletter }: Prepared,
  old: Seal | undefined,
  key: string,
): Promise<Seal> {
  if (old && !old.open) {
    const hint = `To change it, reopen it first: digestif approve ${key} --reopen`;
    fail('already-sealed', `${key} is sealed since ${old.revised}`, { hint });
  }
  const now = context.now().toISOString();
  return sealDigest(digest, key, { config: newsletter.config, templates: newsletter.templates, now });
}

function reopened(old: Seal | undefined, key: string): Seal {
  if (!old || old.open)
    fail('not-sealed', `${key} is not sealed`, { hint: `Seal it with: digestif approve ${key}` });
  return { ...old, open: true };
}
