import { mapStrings, stripControls } from '../text/markup.ts';
import type { ArticleReport, FileReport, IssueReport, RangeClass, Site } from '../types.ts';
import type { CompiledTemplates } from './templates.ts';

const classNames: { [name in RangeClass]: string } = {
  title: 'title',
  metadata: 'metadata',
  body: 'body',
  boilerplate: 'boilerplate',
  duplicate: 'duplicate',
  unreadable: 'unreadable',
};

/** The build report as a page: what came in, what became of it and why, what waits. For the editor, in English. */
export function renderReport(report: IssueReport, site: Site, compiled: CompiledTemplates): string {
  const { issue, email } = report;
  const more = email.left.map((l) => `${plural(l.stories, 'story', 'stories')} in ${l.theme}`);
  const notes = newsOf(report);
  const tellers = new Map(report.stories.flatMap((s) => s.members.map((id) => [id, s] as const)));
  const view = {
    title: `Report: ${issue.label}`,
    newsletter: site.title,
    status: issue.sealed
      ? `Sealed on ${issue.updated.slice(0, 10)}.`
      : 'Draft: it follows the articles until it is approved.',
    sums: [
      `${plural(issue.counts.stories, 'story', 'stories')} from ${plural(issue.counts.sources, 'source', 'sources')}, chosen from ${plural(issue.counts.articles, 'article', 'articles')}.`,
      `The email has ${group(email.bytes)} of at most ${group(email.limit)} bytes.`,
      more.length > 0 ? `Left to the web page: ${more.join(', ')}.` : 'All stories are in the email.',
    ],
    waiting: report.waiting.map(viewWaiting),
    diagnostics: notes.map((d) => ({
      severity: d.severity,
      place: [d.file, d.line].filter((x) => x !== undefined).join(':'),
      message: d.message,
      hint: splitCode(d.hint ?? ''),
    })),
    jumps: [
      { id: 'waiting', text: 'Waiting for you', count: report.waiting.length },
      { id: 'notes', text: 'Notes', count: notes.length },
      { id: 'articles', text: 'Articles', count: report.articles.length },
      { id: 'files', text: 'Files', count: report.files.length },
    ].filter(({ count }) => count > 0),
    articles: report.articles.map((a) => viewArticle(a, tellers.get(a.id))),
    files: report.files.map(viewFile),
  };
  return compiled.render('report', mapStrings(view, stripControls));
}

/** Notes without those that the list of waiting articles says already. */
function newsOf({ diagnostics, waiting }: IssueReport): IssueReport['diagnostics'] {
  const said = new Set(waiting.map(({ title, place }) => `"${title}" ${place}`));
  return diagnostics.filter(({ message }) => !said.has(message));
}

/** A hint in pieces: what stands between backticks is to be typed. */
function splitCode(hint: string): { text: string; code: boolean }[] {
  const pieces = hint.split('`').map((text, index) => ({ text, code: index % 2 === 1 }));
  return pieces.filter(({ text }) => text !== '');
}

function viewWaiting(article: ArticleReport) {
  return { title: article.title, file: article.file, place: article.place, write: article.write ?? '' };
}

function viewArticle(article: ArticleReport, story: IssueReport['stories'][number] | undefined) {
  const folded = story?.folded.filter((f) => f.of === article.id) ?? [];
  return {
    title: article.title,
    id: article.id,
    place: article.place,
    facts: [
      {
        name: 'File',
        text: article.lines
          ? `${article.file}, lines ${article.lines[0]} to ${article.lines[1]}`
          : article.file,
      },
      { name: 'Language', text: `${article.language}, ${plural(article.words, 'word', 'words')}` },
      { name: 'Date', text: dateOf(article) },
      { name: 'Theme', text: themeOf(article) },
      ...(story && story.members.length > 1
        ? [
            {
              name: 'Story',
              text: `told by ${story.members.join(', ')}; they share: ${story.shared.join(', ')}`,
            },
          ]
        : []),
      ...folded.map((f) => ({
        name: 'Folded',
        text: `${f.id}: ${Math.round(f.containment * 100)}% of its word triples are here too`,
      })),
      ...rejectedOf(article),
    ],
    highlights: article.highlights.map((h) => ({
      text: h.text,
      why: [
        `¶ ${h.paragraph}`,
        ...(h.from === null ? [] : [`from “${h.from}”`]),
        ...(h.score === null ? ['its reasons went with the draft'] : [`score ${h.score.toFixed(2)}`]),
        ...(h.reasons.length > 0 ? [h.reasons.join(', ')] : []),
      ].join(' · '),
    })),
  };
}

function dateOf({ date }: ArticleReport): string {
  if (!date) return 'not stated';
  const line = date.line === null ? '' : ` in line ${date.line}`;
  return `${date.value}, from “${date.words}”${line} (${date.rule}, confidence ${date.confidence})`;
}

function themeOf({ theme, themeReason }: ArticleReport): string {
  if (!theme || !themeReason) return 'none';
  const words = themeReason.words.length > 0 ? `, chosen by ${themeReason.words.join(', ')}` : '';
  const next = themeReason.runnerUp ? `; next would be ${themeReason.runnerUp}` : '';
  return `${theme}${words} (${themeReason.rule})${next}${themeReason.unsure ? '. To check: the margin is narrow.' : ''}`;
}

function rejectedOf({ rejected }: ArticleReport): { name: string; text: string }[] {
  const entries = Object.entries(rejected);
  if (entries.length === 0) return [];
  return [{ name: 'Not chosen', text: entries.map(([reason, n]) => `${n} × ${reason}`).join(', ') }];
}

function tellControls(units: number): string {
  return units === 0
    ? ''
    : ` ${group(units)} of them are controls or invisible and left out of what is shown.`;
}

function viewFile(file: FileReport) {
  const { parts, markup, unreadable } = file.bytes;
  return {
    file: file.file,
    sums: tellSums(addSums(file)),
    bytes: `${group(file.size)} bytes: ${group(parts)} text, ${group(markup)} encoding or markup, ${group(unreadable)} unreadable.`,
    others: file.others ? tellOthers(file.others) : '',
    parts: file.parts.map((part) => ({
      sums: `${group(part.length)} units by ${part.reader}: ${tellSums(part.sums)}.${tellControls(part.controls)}`,
      rules: part.rules.map((r) => ({
        class: classNames[r.class],
        rule: r.rule,
        units: group(r.units),
        line: String(r.line),
        first: r.first,
      })),
    })),
  };
}

function tellOthers({ parts, length, sums }: NonNullable<FileReport['others']>): string {
  return `${plural(parts, 'part', 'parts')} that this issue does not tell: ${group(length)} units, ${tellSums(sums)}.`;
}

function addSums({ parts, others }: FileReport): { [name: string]: number } {
  const sums: { [name: string]: number } = {};
  for (const [name, units] of [...parts, ...(others ? [others] : [])].flatMap((p) =>
    Object.entries(p.sums),
  )) {
    sums[name] = (sums[name] ?? 0) + units;
  }
  return sums;
}

function tellSums(sums: { readonly [name: string]: number }): string {
  return Object.entries(sums)
    .filter(([, units]) => units > 0)
    .map(([name, units]) => `${group(units)} ${name}`)
    .join(', ');
}

function group(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

function plural(n: number, one: string, many: string): string {
  return `${group(n)} ${n === 1 ? one : many}`;
}
