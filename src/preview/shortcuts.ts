import { html } from 'hono/html';
import type { Html } from './pages/page.ts';

/** The keys of the preview, as the help says them. Each stands on the link it follows as `aria-keyshortcuts`. */
export const shortcuts: readonly [key: string, does: string][] = [
  ['e', 'Email'],
  ['0', 'As wide as the window has room for, up to 600 pixels'],
  ['1 2 3', '600, 375, 320 pixels'],
  ['d', 'Light or dark'],
  ['a i y', 'As sent, no images, no styles'],
  ['t', 'Text part'],
  ['w', 'Web page'],
  ['f', 'Feed entry'],
  ['s', 'Sentences and their sources'],
  ['b', 'Side by side'],
  ['c', 'Code'],
  ['k', 'Checks'],
  ['n', 'Links on the network'],
  ['/', 'Search'],
  ['Esc', 'Put errors aside'],
  ['?', 'This help'],
];

/** What is below every page: the list of keys, and the way to switch them off. */
export function helpDialog(): Html {
  return html`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>
${shortcuts.map(
  ([
    keys,
    does,
  ]) => html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>
`,
)}
</dl>
<p>In a frame, a click on a sentence leads to its source.</p>
<p><label><input type="checkbox" id="keys-on" checked> Single keys are on</label></p>
<form method="dialog"><button class="button main">Close</button></form>
</dialog>`;
}
