import { join } from 'node:path';
import { diagnose, fail } from '../errors.ts';
import { checkTargets, writeFile } from '../io/files.ts';
import { issuesFolder } from '../io/newsletter.ts';
import { isUnderWay } from '../pipeline/scheduling.ts';
import { formatSeal, type Seal, sealDigest } from '../pipeline/sealing.ts';
import type { Diagnostic } from '../types.ts';
import { buildDigest, prepareToRender, renderAll } from './build.ts';
import { type Context, type ExitCode, printDiagnostics } from './command.ts';
import { type Prepared, requireIssue, saveIds } from './prepare.ts';
import { proveIssues } from './proof.ts';

/**
 * Seals an issue as it is now, or with `reopen` takes the seal off again; then builds. What `proof` fails is sealed
 * only `anyway`.
 */
export async function approve(
  context: Context,
  options: { issue: string; reopen: boolean; anyway: boolean },
): Promise<ExitCode> {
  const prepared = await prepareToRender(context);
  requireIssue(prepared.digest, options.issue);
  const old = readableSeal(prepared, options.issue);
  const seal = options.reopen
    ? reopened(old, options.issue)
    : await sealed(context, prepared, old, options.issue);
  checkTargets(join(context.folder, 'out'), [`${options.issue}/index.html`, 'index.html', 'feed.xml']);
  const failing = options.reopen ? [] : await findFailing(context, prepared, seal);
  if (failing.length > 0 && !options.anyway) refuse(options.issue, failing);
  saveIds(prepared);
  if (!options.reopen && prepared.newsletter.config.postalAddress === undefined)
    printDiagnostics(context, [noAddress]);
  writeFile(join(context.folder, issuesFolder, `${options.issue}.seal.json`), formatSeal(seal));
  const { code, prepared: after } = await buildDigest(context, {});
  if (!options.reopen) printDiagnostics(context, silenced(prepared.diagnostics, after.diagnostics));
  if (!context.json) {
    const isOver = !isUnderWay(options.issue, prepared.newsletter.config, context.now().getTime());
    context.terminal.out(`${sentenceFor(seal, failing)}${seal.open || isOver ? '' : notOver}`);
  }
  return code;
}

const notOver = ' Its time is not over: articles that are still to come for it will wait in a tray.';

/** Titles of the gates that fail the bytes which the seal would vouch for. */
async function findFailing(context: Context, prepared: Prepared, { issue }: Seal): Promise<string[]> {
  const { digest } = prepared;
  const issues = digest.composition.issues.map((composed) =>
    composed.issue.key === issue.key ? { ...composed, issue } : composed,
  );
  const sealed = { ...prepared, digest: { ...digest, composition: { ...digest.composition, issues } } };
  const rendered = await renderAll(context, sealed, issue.key);
  const proven = await proveIssues(context, sealed, rendered);
  return proven.flatMap(({ gates }) => gates.filter(({ result }) => result === 'fail').map((g) => g.title));
}

function refuse(key: string, failing: readonly string[]): never {
  const message = `${key} is not fit to be sealed: ${failing.join('; ')}`;
  const hint = `See what is wrong with: digestif proof ${key}. To seal it all the same: digestif approve ${key} --anyway`;
  fail('not-proved', message, { hint });
}

/** Warnings that are told no more: nobody composes a sealed issue again. This is the last time to hear them. */
function silenced(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const still = new Set(after.map((diagnostic) => JSON.stringify(diagnostic)));
  return before.filter((d) => d.severity !== 'note' && !still.has(JSON.stringify(d)));
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

function sentenceFor(seal: Seal, failing: readonly string[]): string {
  if (seal.open)
    return `\n${seal.issue.key} is open again: it follows the articles until it is approved anew.`;
  const although = failing.length === 0 ? '' : ` It was sealed although this fails: ${failing.join('; ')}.`;
  return `\n${seal.issue.key} is sealed (revision ${seal.revision}): from now on it is only rendered, never regrouped.${although}`;
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
