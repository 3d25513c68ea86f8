import { fail } from '../errors.ts';
import { formatJson } from '../io/terminal.ts';
import { reportArticles } from '../pipeline/reports.ts';
import type { ArticleReport } from '../types.ts';
import type { Context, ExitCode } from './command.ts';
import { prepare } from './prepare.ts';

/** Tells where an article's id, date, theme, place and highlights come from. */
export async function explain(context: Context, options: { article: string }): Promise<ExitCode> {
  const { digest } = await prepare(context);
  const reports = reportArticles(digest);
  const found = findArticles(reports, options.article);
  if (found.length === 0) {
    const hint = 'Give an id, a file below articles/, or words of the title.';
    fail('no-article', `no article is called "${options.article}"`, { hint });
  }
  if (context.json) context.terminal.out(formatJson(found));
  else context.terminal.out(found.map(formatReport).join('\n\n'));
  return 0;
}

function findArticles(reports: readonly ArticleReport[], wanted: string): ArticleReport[] {
  const path = wanted.replace(/^(?:\.\/)?articles\//u, '');
  const exact = reports.filter((r) => r.id === wanted || r.file === path);
  if (exact.length > 0) return exact;
  const words = fold(wanted);
  // Nothing but signs is in every title.
  if (words === '') return [];
  return reports.filter((r) => fold(r.title).includes(words) || r.id.includes(wanted.toLowerCase()));
}

/** Case, quotes and other signs of a title are not what is looked for. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One fact a line, the words that gave it beside it. */
export function formatReport(report: ArticleReport): string {
  const rows: [string, string][] = [
    ['id', report.id],
    ['file', report.lines ? `${report.file}, lines ${report.lines[0]} to ${report.lines[1]}` : report.file],
    ['author', report.authors.length > 0 ? report.authors.join(', ') : 'not stated'],
    ['source', report.source ?? 'not stated'],
    ['language', `${report.language}, ${report.words} words`],
    ['date', formatDate(report)],
    ['theme', formatTheme(report)],
    ...formatStory(report),
    ['place', report.write ? `${report.place}. To include it: ${report.write}` : report.place],
    ...report.highlights.map((h): [string, string] => [
      'highlight',
      `¶ ${h.paragraph}${h.from === null ? '' : ` of "${h.from}"`}  ${h.text}\n${' '.repeat(11)}${formatReasons(h)}`,
    ]),
    ...Object.entries(report.rejected).map(([reason, n]): [string, string] => [
      'not chosen',
      `${n} × ${reason}`,
    ]),
  ];
  return [
    report.title,
    ...rows.map(([name, text]) => `  ${name.padEnd(9)}${name.length > 8 ? '  ' : ''}${text}`),
  ].join('\n');
}

function formatReasons({ score, reasons }: ArticleReport['highlights'][number]): string {
  return score === null
    ? 'sealed with its issue: the reasons went with the draft'
    : `${score.toFixed(2)}: ${reasons.join(', ')}`;
}

function formatStory({ story, copy }: ArticleReport): [string, string][] {
  const rows: [string, string][] = [];
  if (story) {
    const why = story.merged ? "merged on an editor's page" : `they share: ${story.shared.join(', ')}`;
    rows.push(['story', `told with ${story.others.map((title) => `"${title}"`).join(', ')}; ${why}`]);
  }
  if (copy) {
    const share = Math.round(copy.containment * 100);
    rows.push(['copy', `${share}% of its runs of three words are in "${copy.of}" too`]);
  }
  return rows;
}

function formatDate({ date }: ArticleReport): string {
  if (!date) return 'not stated';
  const line = date.line === null ? '' : `, line ${date.line}`;
  return `${date.value} (${date.precision}), by rule "${date.rule}"${line}: "${date.words}", confidence ${date.confidence}`;
}

function formatTheme({ theme, themeReason }: ArticleReport): string {
  if (!theme || !themeReason) return 'none';
  const words = themeReason.words.length > 0 ? `: ${themeReason.words.join(', ')}` : '';
  const runnerUp = themeReason.runnerUp ? `; next ${themeReason.runnerUp}` : '';
  return `${theme} by ${themeReason.rule}${words}${runnerUp}${themeReason.unsure ? '; to check' : ''}`;
}
