import { html } from 'hono/html';
import type { Diagnostic } from '../types.ts';
import type { ExcerptLine } from './excerpt.ts';
import { count, type Html } from './pages/page.ts';

/** A complaint with the lines it is about. */
export type Shown = Diagnostic & { excerpt: ExcerptLine[] };

const most = 8;

/**
 * What is wrong, above the last good pages. A fault stopped the build and stays until it is mended; errors of single
 * files did not, and can be put aside.
 */
export function overlay(faults: readonly Shown[], errors: readonly Shown[]): Html | null {
  const shown = faults.length > 0 ? faults : errors;
  if (shown.length === 0) return null;
  const stopped = faults.length > 0;
  const title = stopped
    ? `Not rebuilt: ${count(faults.length, 'fault', 'faults')}`
    : `Built, but ${count(errors.length, 'error', 'errors')}`;
  const after = stopped
    ? 'The pages are as they were before. This goes away by itself when it is mended.'
    : 'The rest was built. This goes away by itself when it is mended.';
  const id = stopped ? '' : shown.map((d) => [d.code, d.file, d.line, d.message].join(' ')).join('\n');
  // A scrolled box without anything to press is reached by itself.
  const reach = stopped ? html` tabindex="0"` : '';
  const aside = html`<button class="button" type="button" aria-keyshortcuts="Escape" data-close>Put aside</button>`;
  return html`<section class="overlay" role="alert" aria-labelledby="overlay-title" data-id="${id}"${reach}>
<div class="overlay-head"><h2 id="overlay-title">${title}</h2>${stopped ? '' : aside}</div>
${shown.slice(0, most).map(complaint)}
${shown.length > most ? html`<p>and ${shown.length - most} more: <a href="/problems/">all problems</a></p>` : ''}
<p class="soft">${after}</p>
</section>`;
}

function complaint({ file, line, message, hint, excerpt }: Shown): Html {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  // Faults of templates say their place in the message as well.
  const words =
    file !== undefined && message.startsWith(file)
      ? message.slice(file.length).replace(/^[\d:]*\s*/u, '')
      : message;
  return html`<div class="complaint">
<p>${place === '' ? '' : html`<code>${place}</code> `}<b>${words}</b></p>
${
  excerpt.length === 0
    ? ''
    : html`<pre class="excerpt">${excerpt.map(
        (
          l,
        ) => html`<span${l.line === line ? html` class="here"` : ''}><span class="no">${l.line}</span>${l.text}
</span>`,
      )}</pre>`
}
${hint === undefined ? '' : html`<p>${hint}</p>`}
</div>
`;
}
