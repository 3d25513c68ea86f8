import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../errors.ts';
import { type FileReader, openFileReader } from '../io/file-reader.ts';
import { formatJson } from '../io/terminal.ts';
import { placeInNewsletter } from '../pipeline/digest.ts';
import { type FindPart, readParts } from '../pipeline/reading.ts';
import { parseIssue } from '../pipeline/sealing.ts';
import { type ReadSource, storiesOf, verifyFile, verifyIssue } from '../proof/verify.ts';
import type { Diagnostic, Issue, OutputFiles } from '../types.ts';
import { prepareToRender, renderAll } from './build.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { type Prepared, requireIssue } from './prepare.ts';

/** Proves the highlights of the built issues from the files, and compares out/ with what a build makes now. */
export async function verify(context: Context, options: { issue?: string }): Promise<ExitCode> {
  const prepared = await prepareToRender(context);
  if (options.issue !== undefined) requireIssue(prepared.digest, options.issue);
  const rendered = await renderAll(context, prepared, options.issue);
  const issues = rendered.issues.map((i) => i.issue);
  const built = issues.map(({ key }) => readBuilt(context.folder, key));
  const reader = openFileReader(prepared.newsletter.config.limits);
  const quotes = await verifyQuotes(built, prepared, reader.read).finally(reader.close);
  const missing = built.filter((b) => b.missing).map((b) => b.key);
  const diagnostics = [
    ...prepared.diagnostics.filter((d) => d.code === 'bad-seal'),
    ...built.flatMap((b) => b.diagnostics),
    ...quotes.map(placeInNewsletter),
    ...compareFiles(context.folder, rendered.files, issues, missing),
    ...rendered.diagnostics.filter((d) => d.code === 'seal-broken'),
  ];
  const highlights = built.reduce((sum, { issue }) => sum + (issue ? countHighlights(issue) : 0), 0);
  report(
    context,
    issues.map((i) => i.key),
    highlights,
    diagnostics,
  );
  return exitCodeOf(diagnostics);
}

async function verifyQuotes(
  built: readonly Built[],
  prepared: Prepared,
  readFile: FileReader['read'],
): Promise<Diagnostic[]> {
  const read = sourceReader(prepared, readFile);
  const found: Diagnostic[] = [];
  for (const { issue } of built)
    if (issue) found.push(...(await verifyIssue(issue, read, prepared.digest.articles)));
  return found;
}

function report(
  context: Context,
  issues: readonly string[],
  highlights: number,
  diagnostics: readonly Diagnostic[],
): void {
  if (context.json) {
    context.terminal.out(formatJson({ issues, highlights, diagnostics }));
    return;
  }
  printDiagnostics(context, diagnostics);
  const verdict = diagnostics.length === 0 ? 'all verbatim' : count(diagnostics.length, 'fault', 'faults');
  context.terminal.out(
    `${count(highlights, 'highlight', 'highlights')} in ${count(issues.length, 'issue', 'issues')} checked against their sources: ${verdict}.`,
  );
}

function countHighlights(issue: Issue): number {
  return storiesOf(issue).reduce((sum, story) => sum + story.highlights.length, 0);
}

/** An issue as it lies in out/: null when it cannot be read. `missing` when it was never built. */
type Built = { key: string; issue: Issue | null; missing: boolean; diagnostics: Diagnostic[] };

function readBuilt(folder: string, key: string): Built {
  const file = `out/${key}/issue.json`;
  const bytes = readBytes(join(folder, file));
  const hint = `Build it: digestif build ${key}`;
  if (bytes === null) {
    const diagnostics = [diagnose('no-issue', `${file} does not exist`, { hint })];
    return { key, issue: null, missing: true, diagnostics };
  }
  const parsed = parseIssue(bytes.toString('utf8'));
  if ('value' in parsed) return { key, issue: parsed.value, missing: false, diagnostics: [] };
  const diagnostics = [diagnose('rendering-differs', `is no issue: ${parsed.fault}`, { file, hint })];
  return { key, issue: null, missing: false, diagnostics };
}

/** Every file that readers get. Reports are the editor's alone; an issue never built has been said already. */
function compareFiles(
  folder: string,
  files: OutputFiles,
  issues: readonly Issue[],
  missing: readonly string[],
): Diagnostic[] {
  return [...files].flatMap(([path, made]) => {
    const skipped =
      /\/report\.(?:html|json)$/u.test(path) || missing.some((key) => path.startsWith(`${key}/`));
    return skipped ? [] : verifyFile({ path, made, found: readBytes(join(folder, 'out', path)) }, issues);
  });
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Reads the newsletter's own files anew, each once however many parts are quoted: what an issue.json names may be any path. */
function sourceReader({ newsletter }: Prepared, read: FileReader['read']): ReadSource {
  const files = new Map(newsletter.files.map((file) => [file.path, file]));
  const known = new Map<string, Promise<FindPart>>();
  return async ({ file: path, reader, part }) => {
    const file = files.get(path);
    if (!file) return null;
    const parts = known.get(path) ?? readParts(file, read);
    known.set(path, parts);
    return (await parts)(reader, part);
  };
}
