import { html } from 'hono/html';
import { issuePath, rawPath } from '../addresses.ts';
import { textOf } from '../checks.ts';
import { listHeaders, listParts } from '../mail-source.ts';
import type { PreviewState } from '../state.ts';
import { formatNumber, type Html } from './page.ts';

/** The text part as a terminal of 72 columns shows it. */
export function textView({ rendered }: PreviewState, key: string): Html {
  const text = textOf(rendered, `${key}/email.txt`);
  return html`<div class="stage">
<div class="letter" role="region" aria-label="Text part, 72 columns" tabindex="0">
${numberedLines(text)}
</div>
</div>`;
}

export type CodeKind = 'html' | 'page-html' | 'headers' | 'message';

/** What is behind a view: the bytes as text, or the headers as they read. */
export function codeView({ rendered }: PreviewState, key: string, kind: CodeKind): Html {
  const message = textOf(rendered, `${key}/email.eml`);
  if (kind === 'headers') return headersView(key, message);
  const file = { html: 'email.html', 'page-html': 'index.html', message: 'email.eml' }[kind];
  const text = textOf(rendered, `${key}/${file}`);
  return html`<div class="content wide">
<h2>${file} <span class="soft">${formatNumber(Buffer.byteLength(text))} bytes</span></h2>
<p><a href="${rawPath(`${key}/${file}`)}">${kind === 'message' ? 'Open it in a mail program' : 'Open it alone'}</a></p>
${numberedLines(text)}
</div>`;
}

/** Every line with its number; long ones are wrapped, never cut. */
function numberedLines(text: string): Html {
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  return html`<ol class="lines">${lines.map(
    (line, i) => html`<li id="${`L${i + 1}`}"><code>${line}</code></li>
`,
  )}</ol>`;
}

function headersView(key: string, message: string): Html {
  const place = (line: number): string => `${issuePath(key, 'message')}#L${line}`;
  return html`<div class="content wide">
<h2>Headers of the message</h2>
<p class="soft">As they read; the number leads to the line as it is written. Unsubscribe headers are added when it is sent.</p>
<table class="facts">
${listHeaders(message).map(
  ({ name, value, line }) =>
    html`<tr><th scope="row">${name}</th><td>${value}</td><td class="num"><a href="${place(line)}" aria-label="${`${name}, line ${line}`}">${line}</a></td></tr>
`,
)}
</table>
<h2>Its parts</h2>
<table class="facts">
${listParts(message).map(
  ({ type, encoding, bytes, line }) =>
    html`<tr><th scope="row">${type}</th><td>${encoding}, ${formatNumber(bytes)} bytes</td><td class="num"><a href="${place(line)}" aria-label="${`${type}, line ${line}`}">${line}</a></td></tr>
`,
)}
</table>
</div>`;
}
