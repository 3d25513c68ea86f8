import { html } from 'hono/html';
import type { RenderedIssue } from '../../pipeline/rendering.ts';
import { storiesOf } from '../../proof/verify.ts';
import { issuePath } from '../addresses.ts';
import { longLabel, previousKey, rowsOfYear, shortLabel, spanOfKey } from '../calendar.ts';
import { type Series, smallMultiples } from '../charts.ts';
import { listWords } from '../lists.ts';
import type { PreviewState } from '../state.ts';
import { fillTrays } from '../trays.ts';
import { count, formatNumber, type Html, type PreviewPage } from './page.ts';

/** Periods that the charts reach back: to the first issue, within these bounds. */
const shownPeriods = { least: 12, most: 24 };

/** All issues as a calendar, what waits, and what the months were about. */
export function overviewPage(state: PreviewState): PreviewPage {
  const { newsletter } = state;
  const body = html`<div class="pane"><div class="content overview">
<h1>${newsletter.config.title}</h1>
${standing(state)}
${waiting(state)}
${calendar(state)}
${themes(state)}
</div></div>`;
  return { title: 'Overview', nav: 'overview', body };
}

/** What there is, in sentences. */
function standing({ rendered, digest }: PreviewState): Html {
  const issues = rendered.issues;
  const stories = issues.reduce((sum, { issue }) => sum + issue.counts.stories, 0);
  const files = count(digest.readings.length, 'file', 'files');
  const articles = count(digest.articles.length, 'article', 'articles');
  if (issues.length === 0)
    return html`<p>There is no issue yet: no article gives a date that makes one. ${articles} in ${files} were read.</p>`;
  const [newest] = issues.slice(-1);
  return html`<p>${count(issues.length, 'issue', 'issues')} with ${count(stories, 'story', 'stories')}, from ${articles} in ${files}.</p>
${newest ? newestIssue(newest) : ''}`;
}

function newestIssue({ issue, plan }: RenderedIssue): Html {
  const state = issue.sealed ? 'is sealed' : 'is a draft';
  return html`<p>The newest, <a href="${issuePath(issue.key)}">${issue.label}</a>, ${state}: ${count(issue.counts.stories, 'story', 'stories')} from ${count(issue.counts.sources, 'source', 'sources')}, ${plan.bytes === 0 ? 'its email is being rendered' : `an email of ${kilobytes(plan.bytes)}`}.</p>`;
}

function waiting(state: PreviewState): Html {
  const trays = fillTrays(state);
  const all: [n: number, one: string, many: string, fragment: string][] = [
    [trays.undated.length, 'article without a date', 'articles without a date', 'undated'],
    [trays.toCheck.length, 'theme to check', 'themes to check', 'to-check'],
    [trays.folded.length, 'duplicate', 'duplicates', 'folded'],
    [trays.leftOut.length, 'article left out', 'articles left out', 'left-out'],
    [trays.notArticles.length, 'file without an article', 'files without an article', 'not-an-article'],
    [trays.suggestions.length, 'theme to add', 'themes to add', 'suggestions'],
  ];
  const links = all
    .filter(([n]) => n > 0)
    .map(([n, one, many, fragment]) => html`<a href="/trays/#${fragment}">${count(n, one, many)}</a>`);
  if (links.length === 0) return html`<p>Nothing waits in the trays.</p>`;
  return html`<p>In the trays: ${links.map((link, i) => html`${i === 0 ? '' : i === links.length - 1 ? ' and ' : ', '}${link}`)}.</p>`;
}

/** Years, newest first; an issue is a link with its count, its size and its state. */
function calendar({ rendered, newsletter }: PreviewState): Html | string {
  const issues = new Map(rendered.issues.map((own) => [own.issue.key, own]));
  if (issues.size === 0) return '';
  const span = newsletter.config.period;
  // An issue sealed when the period was another one stands outside the calendar.
  const others = rendered.issues.filter(({ issue }) => spanOfKey(issue.key) !== span);
  const mine = rendered.issues.filter((own) => !others.includes(own));
  const years = [...new Set(mine.map(({ issue }) => issue.key.slice(0, 4)))].reverse();
  return html`<section aria-labelledby="issues">
<h2 id="issues">Issues</h2>
${years.map(
  (year) => html`<div class="year"><h3>${year}</h3>
${rowsOfYear(year, span)
  .filter(({ name, keys }) => name === null || keys.some((key) => issues.has(key)))
  .map(
    ({ name, keys }) => html`${name === null ? '' : html`<h4>${name}</h4>`}<ol class="cells ${span}">
${keys.map((key) => cell(key, issues.get(key)))}
</ol>
`,
  )}</div>
`,
)}
${others.length === 0 ? '' : html`<h3>Of other periods</h3><ol class="cells month">${others.map((own) => cell(own.issue.key, own))}</ol>`}
</section>`;
}

function cell(key: string, own: RenderedIssue | undefined): Html {
  const name = cellName(key);
  if (!own) return html`<li><span class="soft">${name}</span></li>`;
  const { issue, plan } = own;
  const stories = count(issue.counts.stories, 'story', 'stories');
  const state = issue.sealed ? 'sealed' : 'draft';
  const figure =
    spanOfKey(key) === 'day'
      ? html`<span class="soft" aria-hidden="true">${issue.counts.stories}</span>`
      : '';
  return html`<li class="has"><a href="${issuePath(key)}">${name}</a> ${figure}<span class="figures">${stories} <span class="soft">${plan.bytes === 0 ? '' : kilobytes(plan.bytes)}</span> <span class="soft">${state}</span></span></li>`;
}

/** As short as the room: `14` below its month, `May`, `Week 20`, `Q2`. */
function cellName(key: string): string {
  const span = spanOfKey(key);
  if (span === 'day') return String(Number(key.slice(-2)));
  return span === 'month' ? shortLabel(key).slice(0, 3) : shortLabel(key);
}

/** What the periods were about. */
function themes({ rendered, newsletter }: PreviewState): Html | string {
  const span = newsletter.config.period;
  const mine = rendered.issues.filter(({ issue }) => spanOfKey(issue.key) === span);
  const newest = mine.at(-1)?.issue.key;
  if (newest === undefined) return '';
  const periods = lastPeriods(newest, mine[0]?.issue.key ?? newest);
  const counts = new Map(mine.map((own) => [own.issue.key, countThemes(own)]));
  const named = [...newsletter.config.themes.map(({ name }) => name)];
  const found = periods.flatMap((key) => [...(counts.get(key)?.keys() ?? [])]);
  const series = [...new Set([...named, ...found])].map(
    (name): Series => ({ name, values: periods.map((key) => counts.get(key)?.get(name) ?? 0) }),
  );
  const told = series.filter(({ values }) => values.some((n) => n > 0));
  const silent = series.filter((own) => !told.includes(own)).map(({ name }) => name);
  const labels = periods.map((key) => longLabel(key));
  const reach = labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : (labels[0] ?? '');
  return html`<section aria-labelledby="themes">
<h2 id="themes">What the ${span}s were about</h2>
<p class="soft">Stories of each theme, ${reach}. The green bar is the newest ${span}; the number marks the highest.${silent.length > 0 ? ` Without a story: ${listWords(silent)}.` : ''}</p>
${smallMultiples(labels, told, `${span === 'day' ? 'on' : 'in'} ${shortLabel(newest)}`)}
</section>`;
}

/** The periods up to the newest; those without an issue are among them. */
function lastPeriods(newest: string, oldest: string): string[] {
  const keys = [newest];
  const { least, most } = shownPeriods;
  while (keys.length < least || (keys.length < most && (keys[0] ?? '') > oldest))
    keys.unshift(previousKey(keys[0] ?? newest));
  return keys;
}

function countThemes({ issue }: RenderedIssue): Map<string, number> {
  const sections = issue.themes.map(({ name, stories }): [string, number] => [name, stories.length]);
  const counts = new Map(sections);
  const theme = issue.lead?.theme;
  if (theme !== undefined && storiesOf(issue).length > 0) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return counts;
}

function kilobytes(bytes: number): string {
  return `${formatNumber(Math.round(bytes / 102.4) / 10)} KB`;
}
