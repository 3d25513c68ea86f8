import { html } from 'hono/html';
import type { Issue } from '../../types.ts';
import { issuePath } from '../addresses.ts';
import { type Checks, checksOf } from '../checks.ts';
import type { Tried } from '../links.ts';
import type { PreviewState } from '../state.ts';
import { nameView, type View } from '../views.ts';
import { checkRows, verdict } from './check-rows.ts';
import { codeView, textView } from './issue-code.ts';
import { besideView, emailView, feedView, webView } from './issue-frames.ts';
import { linksView } from './issue-links.ts';
import { storiesView } from './issue-stories.ts';
import { type Html, liveOnly, type PreviewPage } from './page.ts';
import { viewHead } from './tabs.ts';

const shownFindings = 3;

/** An issue as one of its views shows it, the checks beside it; null when there is no such issue. */
export async function issuePage(
  state: PreviewState,
  key: string,
  view: View,
  tried: ReadonlyMap<string, Tried> = new Map(),
): Promise<PreviewPage | null> {
  const issue = state.rendered.issues.find((i) => i.issue.key === key)?.issue;
  const checks = await checksOf(state, key);
  if (!issue || !checks) return null;
  const title = `${issue.label}, ${titleOf(view)}`;
  const pane = html`<div class="pane">
${viewHead(key, view)}
<h1 class="hidden">${title}</h1>
${await bodyOf(state, issue, view, tried)}
</div>`;
  // The page of the checks is the aside, written large.
  const body = view.kind === 'checks' ? pane : html`<div class="panes">${pane}${aside(key, checks)}</div>`;
  return { title, nav: 'issues', body };
}

function aside(key: string, checks: Checks): Html {
  return html`<aside class="aside" aria-labelledby="verdict">
<h2 id="verdict"><a href="${issuePath(key, 'checks')}">${verdict(checks.gates)}</a></h2>
${checkRows(key, checks, shownFindings)}
${linksLink(key)}
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
<h2>${label}: ${verdict(checks.gates)}</h2>
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
