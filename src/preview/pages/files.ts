import { html } from 'hono/html';
import { keepLedger, type LedgerLine } from '../../proof/ledger.ts';
import { sourcePath } from '../addresses.ts';
import { inBundles } from '../lists.ts';
import type { PreviewState } from '../state.ts';
import { fillTrays } from '../trays.ts';
import { count, formatNumber, type Html, type PreviewPage } from './page.ts';

/** Every file that was read, with what became of it; what was not read is in its tray. */
export function filesPage(state: PreviewState): PreviewPage {
  const { files, totals } = keepLedger(state.digest.readings, state.digest.parts);
  const unread = new Set(fillTrays(state).notArticles.map(({ file }) => file)).size;
  const { body, title, metadata, boilerplate, duplicate, unreadable } = totals.units;
  const rest = boilerplate + unreadable;
  const table = (rows: readonly LedgerLine[]): Html => html`<table class="files">
<thead><tr><th scope="col">File</th><th scope="col">Articles</th><th scope="col">Bytes</th><th scope="col">Body</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row"><a href="${sourcePath(row.file)}">${row.file}</a></th><td>${formatNumber(row.articles)}</td><td>${formatNumber(row.size)}</td><td>${formatNumber(row.units.body)}</td></tr>
`,
)}</tbody>
</table>`;
  const found = `${count(totals.articles, 'article', 'articles')} in ${count(totals.files, 'file', 'files')}`;
  const became = `Of their characters ${formatNumber(body)} are body, ${formatNumber(title + metadata)} title and metadata, ${formatNumber(duplicate)} duplicate, ${formatNumber(rest)} boilerplate or unreadable.`;
  const page = html`<div class="pane"><div class="content">
<h1>Sources</h1>
<p>${found}. ${became}${unread === 0 ? '' : html` <a href="/trays/#not-an-article">${count(unread, 'file', 'files')} without an article</a>.`}</p>
${files.length === 0 ? html`<p>There is nothing to read in articles/ yet.</p>` : inBundles(files, table)}
</div></div>`;
  return { title: 'Sources', nav: 'source', body: page };
}
