import { html } from 'hono/html';
import type { Diagnostic, Severity } from '../../types.ts';
import { sourcePath } from '../addresses.ts';
import { countPages, furtherPages, onPage, type Paged } from '../lists.ts';
import type { PreviewState } from '../state.ts';
import { formatNumber, type Html, type PreviewPage, withCode } from './page.ts';

/** All that the stages complained of, worst first: address /problems/. */
export function problemsPage(state: PreviewState): PreviewPage {
  const lists = listGroups(state);
  const body = html`<div class="pane"><div class="content problems">
<h1>Problems and notes</h1>
${lists.length === 0 ? html`<p>There are none.</p>` : lists.map((group) => show(group, 1, state))}
</div></div>`;
  return { title: 'Problems and notes', nav: 'overview', body };
}

/** A further page of one kind of them, from 2; null when there are not so many. */
export function problemPage(state: PreviewState, id: string, page: number): PreviewPage | null {
  const group = listGroups(state).find((own) => own.id === id);
  if (!group || page < 2 || page > countPages(group.list.length)) return null;
  const body = html`<div class="pane"><div class="content problems">
<h1><a href="/problems/">Problems and notes</a></h1>
${show(group, page, state)}
</div></div>`;
  return { title: `${group.title}, page ${page}`, nav: 'overview', body };
}

/** The further pages of all kinds. */
export function problemAddresses(state: PreviewState): string[] {
  return listGroups(state).flatMap((group) => furtherPages(group.list.length, paged(group)));
}

type Group = { id: string; title: string; list: readonly Diagnostic[] };

function listGroups({ diagnostics, faults }: PreviewState): Group[] {
  const of = (severity: Severity): Diagnostic[] => diagnostics.filter((d) => d.severity === severity);
  return [
    { id: 'faults', title: 'What stopped the newest build', list: faults },
    { id: 'errors', title: 'Errors', list: of('error') },
    { id: 'warnings', title: 'Warnings', list: of('warning') },
    { id: 'notes', title: 'Notes', list: of('note') },
  ].filter(({ list }) => list.length > 0);
}

function paged({ id, title }: Group): Paged {
  return { address: (page) => (page === 1 ? `/problems/#${id}` : `/problems/${id}/${page}/`), name: title };
}

function show(group: Group, page: number, { digest }: PreviewState): Html {
  const { id, title, list } = group;
  const known = new Set(digest.readings.map(({ file }) => file));
  const rows = (own: readonly Diagnostic[]): Html => html`<ul>
${own.map((d) => row(d, known))}
</ul>`;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="soft">${formatNumber(list.length)}</span></h2>
${onPage(list, page, paged(group), rows)}
</section>
`;
}

function row({ file, line, message, hint, code }: Diagnostic, known: ReadonlySet<string>): Html {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  const article = file?.replace(/^articles\//u, '') ?? '';
  const link = known.has(article) ? html`<a href="${sourcePath(article)}">${place}</a>` : html`${place}`;
  return html`<li>${place === '' ? '' : html`<code>${link}</code><br>`}${message} <span class="soft">· ${code}</span>${hint === undefined ? '' : html`<br><span class="soft">${withCode(hint)}</span>`}</li>
`;
}
