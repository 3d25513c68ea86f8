import { html } from 'hono/html';
import type { Issue } from '../../types.ts';
import { rawPath } from '../addresses.ts';
import { textOf } from '../checks.ts';
import { deriveBytes, derivedPath, emailPath, frame, tellOwn, tellUnfetched } from '../frames.ts';
import type { PreviewState } from '../state.ts';
import { type EmailView, firstView, type WebView } from '../views.ts';
import { sentenceList } from './issue-stories.ts';
import { type Html, liveOnly } from './page.ts';

/** The stage scrolls sideways where it is narrow, so the keyboard has to get there. */
const stageName = 'As readers see it';

const notes = {
  'as-sent': null,
  'images-off': 'Made from the email: the addresses of its images are cut out, all else is as it is sent.',
  'styles-off': 'Made from the email: its styles are cut out, all else is as it is sent.',
};

/** The email in a frame of its width, with what a mailbox shows of it above. */
export async function emailView(state: PreviewState, issue: Issue, view: EmailView): Promise<Html> {
  const note = notes[view.version];
  const bytes = await emailBytes(state, issue, view);
  return html`<div class="stage" role="region" aria-label="${stageName}" tabindex="0">
<div class="${`above w${view.width}`}">
${note === null ? '' : html`<p>${note}</p>`}
${line(tellUnfetched(bytes))}
${line(tellOwn(bytes))}
${liveOnly(html`<p class="soft">A click on a sentence leads to its place in the source.</p>`)}
</div>
<div class="${`mail w${view.width} ${view.scheme}`}">
${mailHead(state, issue)}
${emailFrame(issue, view, bytes)}
</div>
</div>
${sentenceList(state, issue)}`;
}

function line(words: string): Html | '' {
  return words === '' ? '' : html`<p>${words}</p>`;
}

/** What a mailbox shows: subject, sender, and the beginning of the text as far as it knows. */
function mailHead({ newsletter: { config } }: PreviewState, issue: Issue): Html {
  const { name, email } = config.sender;
  return html`<div class="mail-head">
<p class="subject" lang="${issue.language}" dir="${issue.dir}">${issue.subject}</p>
<p>${name} &lt;${email}&gt;</p>
${issue.preheader === '' ? '' : html`<p lang="${issue.language}" dir="${issue.dir}">${issue.preheader}</p>`}
</div>`;
}

async function emailBytes(state: PreviewState, { key }: Issue, { version }: EmailView): Promise<string> {
  if (version !== 'as-sent') return (await deriveBytes(state, key, version)) ?? '';
  return (await deriveBytes(state, key, 'own-pictures')) ?? textOf(state.rendered, `${key}/email.html`);
}

function emailFrame({ key, label }: Issue, view: EmailView, bytes: string): Html {
  return frame({
    address: emailPath(key, view.version, tellOwn(bytes) !== ''),
    bytes,
    title: `Email of ${label}, ${view.width === 'fit' ? '' : `${view.width} pixels, `}${view.scheme}`,
    width: `w${view.width}`,
    scheme: view.scheme,
  });
}

/** The issue's web page, and the way to the archive. */
export function webView({ rendered }: PreviewState, { key, label }: Issue, view: WebView): Html {
  const width = `w${view.width}`;
  const bytes = textOf(rendered, `${key}/index.html`);
  return html`<div class="stage" role="region" aria-label="${stageName}" tabindex="0">
<div class="${`above ${width}`}">${line(tellUnfetched(bytes))}</div>
<div class="${`mail ${width} ${view.scheme}`}">
${frame({
  address: rawPath(`${key}/index.html`),
  bytes,
  title: `Web page of ${label}, ${view.scheme}`,
  width,
  scheme: view.scheme,
})}
</div>
<p class="made">Alone: <a href="${rawPath(`${key}/index.html`)}">the page</a>, <a href="${rawPath('index.html')}">the archive</a>, <a href="${rawPath('feed.xml')}">the feed</a></p>
</div>`;
}

/** The issue's entry in the feed as a reader shows it: with type and colours of the reader. */
export async function feedView(state: PreviewState, { key, label }: Issue): Promise<Html> {
  const bytes = await deriveBytes(state, key, 'entry');
  if (bytes === null)
    return html`<div class="content"><p>The feed does not hold ${label}: it holds the newest issues only, and drafts
only if the config says <code>publish: all</code>.</p></div>`;
  return html`<div class="stage" role="region" aria-label="${stageName}" tabindex="0">
<p class="made">Made from the entry in <a href="${rawPath('feed.xml')}">feed.xml</a>: readers use type and colours of their own. ${tellUnfetched(bytes)} ${tellOwn(bytes)}</p>
<div class="mail w700 light">
${frame({ address: derivedPath(key, 'entry'), bytes, title: `Feed entry of ${label}`, width: 'w700', scheme: 'light' })}
</div>
</div>`;
}

const beside: [caption: string, view: EmailView][] = [
  ['600, light', { kind: 'email', width: 600, scheme: 'light', version: 'as-sent' }],
  ['375, light', { kind: 'email', width: 375, scheme: 'light', version: 'as-sent' }],
  ['600, dark', { kind: 'email', width: 600, scheme: 'dark', version: 'as-sent' }],
  ['320, dark', { kind: 'email', width: 320, scheme: 'dark', version: 'as-sent' }],
  ['600, no images', { kind: 'email', width: 600, scheme: 'light', version: 'images-off' }],
  ['600, no styles', { kind: 'email', width: 600, scheme: 'light', version: 'styles-off' }],
];

/** The same email in several frames that scroll together. */
export async function besideView(state: PreviewState, issue: Issue): Promise<Html> {
  const frames = beside.map(
    async ([caption, view]) => html`<figure class="${`mail w${view.width} ${view.scheme}`}">
<figcaption>${caption}</figcaption>
${emailFrame(issue, view, await emailBytes(state, issue, view))}
</figure>
`,
  );
  const bytes = await emailBytes(state, issue, firstView);
  return html`<div class="above wide">${line(tellUnfetched(bytes))}${line(tellOwn(bytes))}</div>
<div class="stage beside" role="region" aria-label="Side by side" tabindex="0">
${await Promise.all(frames)}
</div>`;
}
