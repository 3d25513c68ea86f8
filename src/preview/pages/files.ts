import { html } from 'hono/html';
import { keepLedger, type LedgerLine } from '../../proof/ledger.ts';
import { sourcePath } from '../addresses.ts';
import { countPages, furtherPages, onPage, type Paged } from '../lists.ts';
import type { PreviewState } from '../state.ts';
import { fillTrays } from '../trays.ts';
import { count, formatNumber, type Html, type PreviewPage } from './page.ts';

/** No file has such a name: they are read only where none begins with `_`. */
const paged: Paged = {
  address: (page) => (page === 1 ? '/source/' : `/source/_${page}/`),
  name: 'Sources',
};

/** The further pages of a long list of files. */
export function filesAddresses({ digest }: PreviewState): string[] {
  return furtherPages(digest.readings.length, paged);
}

/** Every file that was read, with what became of it; what was not read is in its tray. Null: no such page of the list. */
export function filesPage(state: PreviewState, page = 1): PreviewPage | null {
  const { files, totals } = keepLedger(state.digest.readings, state.digest.parts);
  if (page > countPages(files.length)) return null;
  const unread = new Set(fillTrays(state).notArticles.map(({ file }) => file)).size;
  const { body: text, title, metadata, boilerplate, duplicate, unreadable } = totals.units;
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
  const became = `Of their characters ${formatNumber(text)} are body, ${formatNumber(title + metadata)} title and metadata, ${formatNumber(duplicate)} duplicate, ${formatNumber(rest)} boilerplate or unreadable.`;
  const body = html`<div class="pane"><div class="content">
<h1>Sources</h1>
<p>${found}. ${became}${unread === 0 ? '' : html` <a href="/trays/#not-an-article">${count(unread, 'file', 'files')} without an article</a>.`}</p>
${files.length === 0 ? html`<p>There is nothing to read in articles/ yet.</p>` : onPage(files, page, paged, table)}
</div></div>`;
  return { title: page === 1 ? 'Sources' : `Sources, page ${page}`, nav: 'source', body };
}
