import { join } from 'node:path';
import { checkTargets } from '../io/files.ts';
import { formatJson, formatTable, showProgress } from '../io/terminal.ts';
import type { Rendered, RenderedIssue } from '../pipeline/rendering.ts';
import { waitingArticles } from '../pipeline/reports.ts';
import type { ArticleReport } from '../types.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { type Prepared, prepare, requireIssue, saveIds, saveOutputs } from './prepare.ts';
import { findUnread } from './unread.ts';

const unread = new Set(['unreadable-file', 'file-too-slow', 'file-out-of-memory', 'page-too-large']);

/** Builds out/: all of it, or one issue with archive and feed. */
export async function build(context: Context, options: { period?: string }): Promise<ExitCode> {
  return (await buildDigest(context, options)).code;
}

/** As `build`, and gives what was built. */
export async function buildDigest(
  context: Context,
  options: { period?: string },
): Promise<{ code: ExitCode; prepared: Prepared }> {
  const prepared = await prepareToRender(context);
  if (options.period !== undefined) requireIssue(prepared.digest, options.period);
  const { issues, files, diagnostics } = await renderAll(context, prepared, options.period);
  // Ids before outputs: no address may be published that the ledger does not keep. Neither if out/ cannot be written.
  checkTargets(join(context.folder, 'out'), [...files.keys()]);
  saveIds(prepared);
  const all = [...prepared.diagnostics, ...diagnostics];
  // What could not be read may be what an issue is made of: its files stay until it can.
  const complete = !all.some((d) => unread.has(d.code));
  const written = saveOutputs(context.folder, files, { issue: options.period, complete });
  const waiting = waitingArticles(prepared.digest).filter((a) => a.write !== null);
  if (context.json)
    context.terminal.out(formatJson({ issues: issues.map(summarize), waiting, written, diagnostics: all }));
  else {
    printDiagnostics(context, all);
    printTable(context, issues, written.written.length, written.unchanged);
    printWaiting(context, waiting);
    printUnread(context, findUnread(prepared).length);
    printNotes(context, all.filter((d) => d.severity === 'note').length);
  }
  return { code: exitCodeOf(all), prepared };
}

/** The renderers are loaded while another thread reads the files: each takes half a second. */
export async function prepareToRender(context: Context): Promise<Prepared> {
  const [prepared] = await Promise.all([prepare(context), import('../pipeline/rendering.ts')]);
  return prepared;
}

/** Renders everything in memory, so that a fault leaves the old out/ whole. */
export async function renderAll(context: Context, prepared: Prepared, only?: string): Promise<Rendered> {
  const { renderDigest } = await import('../pipeline/rendering.ts');
  const { newsletter, digest, diagnostics } = prepared;
  const rendered = await renderDigest(digest, {
    config: newsletter.config,
    templates: newsletter.templates,
    diagnostics,
    only,
    progress: (label) => showProgress(context.terminal, `Rendering ${label} …`),
  });
  showProgress(context.terminal, '');
  return rendered;
}

function summarize({ issue, plan }: RenderedIssue): object {
  const { key, title, sealed, counts } = issue;
  return { key, title, sealed, ...counts, emailBytes: plan.bytes, leftToWeb: plan.left };
}

function printTable(
  context: Context,
  issues: readonly RenderedIssue[],
  written: number,
  unchanged: number,
): void {
  const rows = issues.map(({ issue, plan }) => [
    issue.key,
    issue.sealed ? 'sealed' : 'draft',
    count(issue.counts.stories, 'story', 'stories'),
    count(issue.counts.sources, 'source', 'sources'),
    `email ${(plan.bytes / 1024).toFixed(1)} KB${leftOf(plan.left)}`,
    issue.title,
  ]);
  if (rows.length > 0) context.terminal.out(formatTable(rows));
  else context.terminal.out('No issue: no article has a date that makes one.');
  context.terminal.out(`\n${count(written, 'file', 'files')} written to out/, ${unchanged} unchanged.`);
}

function leftOf(left: RenderedIssue['plan']['left']): string {
  const more = left.reduce((sum, l) => sum + l.stories, 0);
  return more === 0 ? '' : `, ${more} more on the web`;
}

/** What only the editor can decide, and below it the lines to write. */
function printWaiting(context: Context, waiting: readonly ArticleReport[]): void {
  if (waiting.length === 0) return;
  const lines = waiting.flatMap(({ title, file, place }) => [`  ${title}  (${file})`, `    ${place}`]);
  context.terminal.out(
    [
      `\n${count(waiting.length, 'article waits', 'articles wait')} for you:`,
      ...lines,
      '\nTo include what you want of it, write into the page of its issue, articles/_issues/<issue>.md,',
      'between two lines of --- at its top, with a date in place of YYYY-MM-DD:\n',
      ...joinDecisions(waiting.flatMap((article) => article.write ?? [])).map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/** `date: { a: X }` and `date: { b: Y }` as one block under `date:`: a key may stand only once on a page. */
export function joinDecisions(decisions: readonly string[]): string[] {
  const blocks = new Map<string, string[]>();
  for (const decision of decisions) {
    const [, key = '', open, value = ''] = /^(\w+): ([{[])\s*(.+?)\s*[}\]]$/u.exec(decision) ?? [];
    blocks.set(key, [...(blocks.get(key) ?? []), open === '[' ? `- ${value}` : value]);
  }
  return [...blocks].flatMap(([key, lines]) => [`${key}:`, ...lines.map((line) => `  ${line}`)]);
}

/** Files in which an editor may have put an article, and which were not read. */
function printUnread(context: Context, unreadFiles: number): void {
  if (unreadFiles === 0) return;
  const files = count(unreadFiles, 'file was', 'files were');
  context.terminal.out(`\n${files} not read: digestif ingest says which, and why.`);
}

function printNotes(context: Context, notes: number): void {
  if (notes === 0 || context.verbose) return;
  context.terminal.out(
    `\n${count(notes, 'note', 'notes')}: see report.html in each issue's folder, or run with --verbose.`,
  );
}
