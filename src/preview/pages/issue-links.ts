import { html } from 'hono/html';
import type { Issue } from '../../types.ts';
import { issuePath } from '../addresses.ts';
import { textOf } from '../checks.ts';
import { linksOf, type Tried } from '../links.ts';
import type { PreviewState } from '../state.ts';
import { count, type Html } from './page.ts';

/** The links of an email that lead out of the newsletter, and what came of trying them. */
export function linksView(
  { rendered, newsletter }: PreviewState,
  issue: Issue,
  tried: ReadonlyMap<string, Tried>,
): Html {
  const links = linksOf(textOf(rendered, `${issue.key}/email.html`), newsletter.config.url);
  return html`<div class="content links">
<h2>${count(links.length, 'link leads', 'links lead')} out of the newsletter</h2>
<p>Nothing is asked of the network unless you say so here. Each address is then asked once for its headers; pages on this
machine and in its network are left alone.</p>
<form method="post" action="${issuePath(issue.key, 'links')}"><button class="button main">Try them now</button></form>
<table class="facts">
${links.map((link) => linkRow(link, tried.get(link)))}
</table>
</div>`;
}

function linkRow(link: string, tried: Tried | undefined): Html {
  const { result, words } = tried ?? { result: 'none', words: 'not tried' };
  return html`<tr><th scope="row"><a href="${link}" rel="noreferrer" target="_blank">${link}</a></th><td class="${result}">${words}</td></tr>
`;
}
