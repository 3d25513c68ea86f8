import { html } from 'hono/html';
import type { Diagnostic, Severity } from '../../types.ts';
import { sourcePath } from '../addresses.ts';
import type { PreviewState } from '../state.ts';
import { count, type Html, type PreviewPage } from './page.ts';

const groups: [severity: Severity, title: string][] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['note', 'Notes'],
];

const most = 1000;

/** All that the stages complained of, worst first: address /problems/. */
export function problemsPage(state: PreviewState): PreviewPage {
  const { digest, diagnostics, faults } = state;
  const known = new Set(digest.readings.map((r) => r.file));
  const lists = groups.map(([severity, title]) => {
    const list = diagnostics.filter((d) => d.severity === severity);
    return list.length === 0 ? '' : group(title, list, known);
  });
  const body = html`<div class="pane"><div class="content problems">
<h1>Problems and notes</h1>
${faults.length > 0 ? group('What stopped the newest build', faults, known) : ''}
${faults.length + diagnostics.length === 0 ? html`<p>There are none.</p>` : lists}
</div></div>`;
  return { title: 'Problems and notes', nav: 'overview', body };
}

function group(title: string, list: readonly Diagnostic[], known: ReadonlySet<string>): Html {
  const more = list.length - most;
  return html`<section>
<h2>${title} <span class="soft">${count(list.length, 'line', 'lines')}</span></h2>
<ul>
${list.slice(0, most).map((d) => row(d, known))}
</ul>
${more > 0 ? html`<p>and ${count(more, 'more', 'more')}: <code>digestif build --verbose</code> lists them all.</p>` : ''}
</section>
`;
}

function row({ file, line, message, hint, code }: Diagnostic, known: ReadonlySet<string>): Html {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  const article = file?.replace(/^articles\//u, '') ?? '';
  const link = known.has(article) ? html`<a href="${sourcePath(article)}">${place}</a>` : html`${place}`;
  return html`<li>${place === '' ? '' : html`<code>${link}</code><br>`}${message} <span class="soft">${code}</span>${hint === undefined ? '' : html`<br><span class="soft">${hint}</span>`}</li>
`;
}
