import { html } from 'hono/html';
import type { ArticleReport, Diagnostic, StoryGroup } from '../../types.ts';
import { issuePath, sourcePath } from '../addresses.ts';
import { countPages, furtherPages, listWords, onPage, type Paged } from '../lists.ts';
import { indexSources, type SourceIndex } from '../source-index.ts';
import type { PreviewState } from '../state.ts';
import { type Fold, fillTrays } from '../trays.ts';
import { count, formatNumber, type Html, type PreviewPage, withCode } from './page.ts';

/** What waits for the editor, with the lines that decide it. Nothing is decided here. */
export function traysPage(state: PreviewState): PreviewPage {
  const body = html`<div class="pane"><div class="content trays">
<h1>Trays</h1>
<p class="soft">What waits for you, and the lines that decide it. An editor’s page is <code>articles/_issues/&lt;issue&gt;.md</code>; its decisions stand between two lines of <code>---</code> at its top.</p>
${listTrays(state).map(({ id, show }) => html`${show(1)}${id === 'left-out' ? leftToPage(state) : ''}`)}
</div></div>`;
  return { title: 'Trays', nav: 'trays', body };
}

/** A further page of one tray, from 2; null when it is not so full. */
export function trayPage(state: PreviewState, id: string, page: number): PreviewPage | null {
  const tray = listTrays(state).find((own) => own.id === id);
  if (!tray || page < 2 || page > countPages(tray.size)) return null;
  const body = html`<div class="pane"><div class="content trays">
<h1><a href="${`/trays/#${id}`}">Trays</a></h1>
${tray.show(page)}
</div></div>`;
  return { title: `${tray.name}, page ${page}`, nav: 'trays', body };
}

/** The further pages of all trays. */
export function trayAddresses(state: PreviewState): string[] {
  return listTrays(state).flatMap(({ id, name, size }) => furtherPages(size, paged(id, name)));
}

function paged(id: string, name: string): Paged {
  return { address: (page) => (page === 1 ? `/trays/#${id}` : `/trays/${id}/${page}/`), name };
}

type Tray = { id: string; name: string; size: number; show: (page: number) => Html };

function listTrays(state: PreviewState): Tray[] {
  const trays = fillTrays(state);
  const desk: Desk = {
    index: indexSources(state.digest),
    reports: new Map(state.reports.map((report) => [report.id, report])),
    newest: state.rendered.issues.findLast(({ issue }) => !issue.sealed)?.issue.key ?? null,
    state,
  };
  return [
    tray('undated', 'Undated', 'Nothing waits: every article gives its date.', trays.undated, (id) =>
      undatedRow(id, desk),
    ),
    tray('to-check', 'To check', 'Nothing to check: no theme was a near thing.', trays.toCheck, (group) =>
      themeRow(group, desk),
    ),
    tray('folded', 'Duplicates', 'No article repeats another.', trays.folded, (fold) => foldRow(fold, desk)),
    tray('stories', 'Told as one story', 'No story is told by several articles.', trays.stories, (group) =>
      storyRow(group, desk),
    ),
    tray('left-out', 'Left out', 'Nothing is left out.', trays.leftOut, (id) => leftOutRow(id, desk)),
    tray(
      'not-an-article',
      'Not an article',
      'An article was found in every file.',
      trays.notArticles,
      fileRow,
    ),
    tray('suggestions', 'Themes to add', 'No theme seems to be missing.', trays.suggestions, suggestionRow),
  ];
}

/** What rows look things up in. `newest`: key of the newest draft, on whose page decisions are best written. */
type Desk = {
  state: PreviewState;
  index: SourceIndex;
  reports: ReadonlyMap<string, ArticleReport>;
  newest: string | null;
};

function tray<T>(
  id: string,
  name: string,
  empty: string,
  entries: readonly T[],
  row: (entry: T) => Html,
): Tray {
  const list = (own: readonly T[]): Html =>
    html`<ul class="rows">
${own.map(
  (entry) => html`<li>${row(entry)}</li>
`,
)}</ul>`;
  const size = entries.length;
  const figure = size === 0 ? '' : html` <span class="soft">${formatNumber(size)}</span>`;
  const show = (page: number): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}${figure}</h2>
${size === 0 ? html`<p class="soft">${empty}</p>` : onPage(entries, page, paged(id, name), list)}
</section>
`;
  return { id, name, size, show };
}

function undatedRow(id: string, desk: Desk): Html {
  const report = desk.reports.get(id);
  return html`${heading(id, desk)}
<p>${sentence(report?.place ?? '')} It enters the issue of the date you give it.</p>
${write(report?.write ?? '', desk.newest)}`;
}

function themeRow(group: StoryGroup, desk: Desk): Html {
  const [id = ''] = group.articles;
  const { themeReason, theme } = group;
  const { words, runnerUp, margin } = themeReason;
  const others = group.articles.length - 1;
  const company =
    others > 0 ? ` ${count(others, 'article', 'articles')} of the same story went with it.` : '';
  return html`${heading(id, desk)}
<p>Went to <b>${theme}</b>${runnerUp === null ? '' : rival(runnerUp, margin)}.${company}</p>
${chips(words, 'The words that chose it', 'No word speaks for a theme.')}
${runnerUp === null ? '' : write(`move:\n  ${scalar(id)}: ${scalar(runnerUp)}`, issueOf(id, desk))}`;
}

/** How near the second theme came, in words: `margin` is the part of all by which the first leads, 0 to 1. */
function rival(runnerUp: string, margin: number): Html {
  const name = html`<b>${runnerUp}</b>`;
  if (margin < 0.25) return html`, but ${name} is almost as likely`;
  if (margin < 0.8) return html`; ${name} is less likely, but possible`;
  return html`, though little speaks for it; ${name} comes next, far behind`;
}

function foldRow({ id, of, containment }: Fold, desk: Desk): Html {
  return html`${heading(id, desk)}
<p>Repeats ${Math.round(containment * 100)}% of ${link(of, desk)} and is folded into it. To tell both, split them.</p>
${write(splitEntry([id, of]), issueOf(of, desk))}`;
}

function storyRow(group: StoryGroup, desk: Desk): Html {
  const [id = '', ...others] = group.articles;
  return html`${heading(id, desk)}
<p>Told with ${others.map((other, i) => html`${i === 0 ? '' : i === others.length - 1 ? ' and ' : ', '}${link(other, desk)}`)}.</p>
${chips(group.shared, 'They share', 'They share no rare word: you merged them.')}
${write(splitEntry(group.articles), issueOf(id, desk))}`;
}

function leftOutRow(id: string, desk: Desk): Html {
  const report = desk.reports.get(id);
  const lines = report?.write ?? '';
  return html`${heading(id, desk)}
<p>${sentence(report?.place ?? '')}${lines === '' ? ' To take it back in, remove that entry.' : ''}</p>
${lines === '' ? '' : write(lines, desk.newest)}`;
}

/** Stories that the size of the email left to the page alone. */
function leftToPage({ rendered }: PreviewState): Html[] {
  return rendered.issues.flatMap(({ issue, plan }) => {
    const left = plan.left.reduce((sum, { stories }) => sum + stories, 0);
    if (left === 0) return [];
    const themes = listWords(plan.left.map(({ theme, stories }) => `${stories} in ${theme}`));
    return [
      html`<p>The email of <a href="${issuePath(issue.key)}">${issue.label}</a> leaves ${count(left, 'story', 'stories')} to the web page: ${themes}.</p>
`,
    ];
  });
}

function fileRow({ file, message, hint, line }: Diagnostic): Html {
  const name = file ?? 'articles';
  return html`<p class="row-head"><b class="file">${name}${line === undefined ? '' : `, line ${line}`}</b></p>
<p>${sentence(message)}</p>
${hint === undefined ? '' : html`<p class="soft">${withCode(hint)}</p>`}`;
}

function suggestionRow({ message, hint }: Diagnostic): Html {
  return html`<p>${message}</p>
${hint === undefined ? '' : html`<p class="soft">${withCode(hint)}</p>`}`;
}

/** Title and file of an article; both lead to its source. */
function heading(id: string, desk: Desk): Html {
  const file = desk.reports.get(id)?.file ?? '';
  return html`<p class="row-head">${link(id, desk)} <a class="file" href="${sourcePath(file)}">${file}</a></p>`;
}

function link(id: string, { index, reports }: Desk): Html {
  const article = index.article(id);
  const title = reports.get(id)?.title ?? id;
  return article
    ? html`<a href="${index.articleAddress(article)}"><bdi>${title}</bdi></a>`
    : html`<bdi>${title}</bdi>`;
}

/** Words that decided something, or a sentence where none did. */
function chips(words: readonly string[], label: string, none: string): Html {
  if (words.length === 0) return html`<p class="soft">${none}</p>`;
  return html`<ul class="chips" aria-label="${label}">${words.map((word) => html`<li><bdi>${word}</bdi></li> `)}</ul>`;
}

/** Lines for an editor's page. Without an issue any will do. */
function write(lines: string, issue: string | null): Html {
  return html`<div class="write"><p>Write into <code>articles/_issues/${issue ?? '<issue>'}.md</code>:</p>
<pre><code>${lines}</code></pre></div>`;
}

function splitEntry(ids: readonly string[]): string {
  return `split:\n  - [${ids.map(scalar).join(', ')}]`;
}

/** A text as YAML reads it back: as it is where that is sure, else as JSON writes it. */
function scalar(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} &-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$|\s$/iu.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** The draft that an article stands in. */
function issueOf(id: string, { reports, newest }: Desk): string | null {
  return reports.get(id)?.issue ?? newest;
}

/** Words of a report as a sentence: a capital at its beginning, a full stop at its end. */
function sentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]$/u.test(text) || text === '' ? text : `${text}.`;
}
