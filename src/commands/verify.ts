import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../errors.ts';
import { readText } from '../io/files.ts';
import { placeInNewsletter, readPart } from '../pipeline/digest.ts';
import { storiesOf, verifyIssue, verifyRendering } from '../proof/verify.ts';
import type { Diagnostic, Highlight, Issue } from '../types.ts';
import { renderAll } from './build.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { prepare, requireIssue } from './prepare.ts';

/** Repeats reader and join of every highlight of the built issues from the files, and reads the renderings back. */
export async function verify(context: Context, options: { issue?: string }): Promise<ExitCode> {
  const prepared = await prepare(context);
  if (options.issue !== undefined) requireIssue(prepared.digest, options.issue);
  const keys = prepared.digest.composition.issues
    .map((i) => i.issue.key)
    .filter((key) => options.issue === undefined || key === options.issue);
  const checked = await Promise.all(keys.map((key) => verifyBuilt(context.folder, key)));
  const { diagnostics: rendering } = await renderAll(context, prepared, options.issue);
  const seals = rendering.filter((d) => d.code === 'seal-broken');
  const diagnostics = [...checked.flatMap((c) => c.diagnostics), ...seals];
  const highlights = checked.reduce((sum, c) => sum + c.highlights, 0);
  if (context.json) context.terminal.out(JSON.stringify({ issues: keys, highlights, diagnostics }, null, 2));
  else {
    printDiagnostics(context, diagnostics);
    const verdict = diagnostics.length === 0 ? 'all verbatim' : count(diagnostics.length, 'fault', 'faults');
    context.terminal.out(
      `${count(highlights, 'highlight', 'highlights')} in ${count(keys.length, 'issue', 'issues')} checked against their sources: ${verdict}.`,
    );
  }
  return exitCodeOf(diagnostics);
}

type Checked = { highlights: number; diagnostics: Diagnostic[] };

async function verifyBuilt(folder: string, key: string): Promise<Checked> {
  const built = join(folder, 'out', key);
  const json = readText(join(built, 'issue.json'));
  if (json === null) {
    const hint = `Build it first: digestif build ${key}`;
    return {
      highlights: 0,
      diagnostics: [diagnose('no-issue', `out/${key}/issue.json does not exist`, { hint })],
    };
  }
  const issue = JSON.parse(json) as Issue;
  const read = memoize((highlight: Highlight) => readSource(join(folder, 'articles'), highlight));
  const renderings = [
    { name: 'index.html', complete: true },
    { name: 'email.html', complete: false },
    { name: 'email.txt', complete: false },
  ].flatMap(({ name, complete }) => {
    const content = readText(join(built, name));
    return content === null ? [] : verifyRendering(issue, name, content, complete);
  });
  return {
    highlights: storiesOf(issue).reduce((sum, story) => sum + story.highlights.length, 0),
    diagnostics: [...(await verifyIssue(issue, read)).map(placeInNewsletter), ...renderings],
  };
}

async function readSource(articles: string, highlight: Highlight): ReturnType<typeof readPart> {
  const path = join(articles, highlight.file);
  if (!existsSync(path)) return null;
  return await readPart(
    { path: highlight.file, bytes: readFileSync(path) },
    highlight.reader,
    highlight.part,
  );
}

function memoize<T>(read: (highlight: Highlight) => T): (highlight: Highlight) => T {
  const known = new Map<string, T>();
  return (highlight) => {
    const key = `${highlight.file}\n${highlight.reader}\n${highlight.part}`;
    const value = known.get(key) ?? read(highlight);
    known.set(key, value);
    return value;
  };
}
