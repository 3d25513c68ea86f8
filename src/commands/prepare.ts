import { join } from 'node:path';
import { fail } from '../errors.ts';
import { openFileReader } from '../io/file-reader.ts';
import { readText, type Written, writeFile, writeOutputs } from '../io/files.ts';
import { appendIds } from '../io/ids-file.ts';
import { idsName, loadNewsletter, type Newsletter } from '../io/newsletter.ts';
import { showProgress } from '../io/terminal.ts';
import { type Digest, makeDigest } from '../pipeline/digest.ts';
import type { Diagnostic, OutputFiles } from '../types.ts';
import type { Context } from './command.ts';

export type Prepared = { newsletter: Newsletter; digest: Digest; diagnostics: Diagnostic[] };

/** Loads the newsletter and runs the stages up to the issues. */
export async function prepare(context: Context): Promise<Prepared> {
  showProgress(context.terminal, 'Reading articles …');
  const newsletter = loadNewsletter(context.folder);
  showProgress(context.terminal, `Reading ${newsletter.files.length} files …`);
  const reader = openFileReader(newsletter.config.limits);
  const { value, diagnostics } = await makeDigest({ ...newsletter, read: reader.read }).finally(reader.close);
  showProgress(context.terminal, '');
  return { newsletter, digest: value, diagnostics: [...newsletter.diagnostics, ...diagnostics] };
}

/** Appends what is new to the id ledger, so that later builds know the articles again. */
export function saveIds({ newsletter, digest }: Prepared): void {
  if (digest.idAdditions.length === 0) return;
  const path = join(newsletter.folder, idsName);
  writeFile(path, appendIds(readText(path) ?? '', digest.idAdditions));
}

const period = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2}|-Q[1-4])`;
const generated = new RegExp(
  String.raw`^(?:index\.html|feed\.xml|${period}/(?:index\.html|email\.(?:html|txt|eml)|issue\.json|report\.(?:html|json)|[0-9a-f]{32}\.(?:png|jpg|gif)))$`,
  'u',
);

/** Whether a path below out/ is one that a build writes, and may remove again. */
export function isGenerated(path: string): boolean {
  return generated.test(path);
}

/** Brings out/ up to date. With `issue`, the other issues' files stay as they are; without `complete`, all that is there. */
export function saveOutputs(
  folder: string,
  files: OutputFiles,
  { issue, complete }: { issue: string | undefined; complete: boolean },
): Written {
  const mine = (path: string): boolean =>
    complete && isGenerated(path) && (issue === undefined || path.startsWith(`${issue}/`));
  return writeOutputs(join(folder, 'out'), files, mine);
}

/** Throws when the newsletter has no issue of that key. */
export function requireIssue(digest: Digest, key: string): Digest['composition']['issues'][number] {
  const found = digest.composition.issues.find((i) => i.issue.key === key);
  if (found) return found;
  const keys = digest.composition.issues.map((i) => i.issue.key);
  const hint =
    keys.length > 0 ? `There are: ${keys.join(', ')}` : 'No article has a date that makes an issue.';
  return fail('no-issue', `there is no issue ${key}`, { hint });
}
