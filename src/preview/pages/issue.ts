import { html } from 'hono/html';
import type { Issue } from '../../types.ts';
import { issuePath } from '../addresses.ts';
import { type Checks, checksOf, knownChecks } from '../checks.ts';
import { errorsOf, tellErrors } from '../errors.ts';
import type { Tried } from '../links.ts';
import type { PreviewState } from '../state.ts';
import { nameView, type View } from '../views.ts';
import { checkRows, verdict } from './check-rows.ts';
import { codeView, textView } from './issue-code.ts';
import { besideView, emailView, feedView, webView } from './issue-frames.ts';
import { linksView } from './issue-links.ts';
import { storiesView } from './issue-stories.ts';
import { count, type Html, liveOnly, type PreviewPage } from './page.ts';
import { viewHead } from './tabs.ts';

const shownFindings = 3;

/**
 * An issue as one of its views shows it, the checks beside it as far as they are known: the page does not wait for them.
 * Null when there is no such issue.
 */
export async function issuePage(
  state: PreviewState,
  key: string,
  view: View,
  tried: ReadonlyMap<string, Tried> = new Map(),
): Promise<PreviewPage | null> {
  const issue = state.rendered.issues.find((i) => i.issue.key === key)?.issue;
  if (!issue) return null;
  const title = `${issue.label}, ${titleOf(view)}`;
  const pane = html`<div class="pane">
${viewHead(key, view)}
<h1 class="hidden">${title}</h1>
${await bodyOf(state, issue, view, tried)}
</div>`;
  // The page of the checks is the aside, written large; side by side there is no room for it.
  if (view.kind === 'checks' || view.kind === 'beside') return { title, nav: 'issues', body: pane };
  const checks = knownChecks(state, key);
  const body = html`<div class="panes">${pane}${checks ? aside(state, key, checks) : pending(key)}</div>`;
  const page: PreviewPage = { title, nav: 'issues', body };
  return checks ? page : { ...page, later: () => checksOf(state, key) };
}

function aside(state: PreviewState, key: string, checks: Checks): Html {
  return html`<aside class="aside" id="aside" aria-labelledby="verdict">
<h2 id="verdict"><a href="${issuePath(key, 'checks')}">${verdictOf(state, key, checks)}</a></h2>
${errorRows(state, key)}
${checkRows(key, checks, shownFindings)}
${linksLink(key)}
</aside>`;
}

function verdictOf(state: PreviewState, key: string, { gates }: Checks): string {
  const errors = errorsOf(state, key);
  return verdict(gates, tellErrors(state, errors), errors.stray.length);
}

/** What no check of the bytes can know: something was not read, or these bytes are older than what was written since. */
function errorRows(state: PreviewState, key: string): Html | '' {
  const errors = errorsOf(state, key);
  const link = (words: string): Html => html`<a href="/problems/">${words}</a>`;
  const wrong = tellErrors(state, errors);
  if (state.faults.length > 0)
    return html`<p>The newest build was stopped by ${link(wrong)}. What is shown here was built before.</p>`;
  const n = errors.stray.length;
  return html`${wrong === '' ? '' : html`<p>The build met ${link(wrong)} in what this issue is made of: what could not be read is not in here.</p>`}
${n === 0 ? '' : html`<p>${link(count(n, 'error', 'errors'))} ${n === 1 ? 'belongs' : 'belong'} to no issue: what could not be read or dated may be missing here.</p>`}`;
}

/** Until the checks are made. A page that follows the builds keeps those of the build before meanwhile. */
function pending(key: string): Html {
  return html`<aside class="aside" id="aside" aria-labelledby="verdict" aria-busy="true">
<h2 id="verdict">Being checked</h2>
<p>What the checks say comes here in a moment. <a href="${issuePath(key, 'checks')}">Their own page</a> waits for it.</p>
</aside>`;
}

function linksLink(key: string): Html {
  const address = issuePath(key, 'links');
  return liveOnly(html`<p><a href="${address}" aria-keyshortcuts="n">Try the links on the network</a></p>`);
}

async function bodyOf(
  state: PreviewState,
  issue: Issue,
  view: View,
  tried: ReadonlyMap<string, Tried>,
): Promise<Html> {
  switch (view.kind) {
    case 'email':
      return await emailView(state, issue, view);
    case 'web':
      return webView(state, issue, view);
    case 'feed':
      return await feedView(state, issue);
    case 'beside':
      return await besideView(state, issue);
    case 'text':
      return textView(state, issue.key);
    case 'source':
      return storiesView(state, issue);
    case 'links':
      return linksView(state, issue, tried);
    case 'checks':
      return await checksView(state, issue);
    default:
      return codeView(state, issue.key, view.kind);
  }
}

async function checksView(state: PreviewState, { key, label }: Issue): Promise<Html> {
  const checks = await checksOf(state, key);
  if (!checks) return html``;
  return html`<div class="content checks">
<h2>${label}: ${verdictOf(state, key, checks)}</h2>
${errorRows(state, key)}
${checkRows(key, checks, 200)}
${linksLink(key)}
</div>`;
}

function titleOf(view: View): string {
  const titles = {
    text: 'text part',
    feed: 'feed entry',
    beside: 'side by side',
    source: 'sentences and their sources',
    html: 'code of the email',
    'page-html': 'code of the web page',
    headers: 'headers of the message',
    message: 'the message',
    checks: 'checks',
    links: 'links',
  };
  if (view.kind === 'email')
    return `email${nameView(view)
      .replace(/^email/u, '')
      .replaceAll('-', ' ')}`;
  if (view.kind === 'web') return `web page, ${view.width === 'wide' ? 'wide' : '375'}, ${view.scheme}`;
  return titles[view.kind];
}
