import { html } from 'hono/html';
import { issuePath } from '../addresses.ts';
import {
  type EmailView,
  firstView,
  nameView,
  schemes,
  type View,
  versions,
  type WebView,
  widths,
} from '../views.ts';
import { fold, type Html } from './page.ts';

type Link = { name: string; view: View; current: boolean; key?: string | undefined; title?: string };

/** The head of an issue's pane: which view, and how it is looked at. Every state of it is a link. */
export function viewHead(issue: string, view: View): Html {
  const offered = choices(view);
  const chosen = offered.flatMap(({ links }) => links.filter((link) => link.current).map(({ name }) => name));
  return html`<div class="pane-head">
<nav class="tabs" aria-label="Views">${tabLinks(view).map((link) => anchor(issue, link))}</nav>
${offered.length > 0 ? fold(`Shown: ${chosen.join(', ')}`) : ''}
<div class="choices">${offered.map(
    ({ label, links }) =>
      html`<nav class="choice" aria-label="${label}">${links.map((link) => anchor(issue, link))}</nav>`,
  )}</div>
</div>`;
}

function anchor(issue: string, { name, view, current, key }: Link): Html {
  const mark = current ? html` aria-current="page"` : '';
  const shortcut = key === undefined ? '' : html` aria-keyshortcuts="${key}"`;
  return html`<a href="${issuePath(issue, nameView(view))}"${mark}${shortcut}>${name}</a>`;
}

const code = ['html', 'page-html', 'headers', 'message'] as const;

function tabLinks(view: View): Link[] {
  const web: WebView = { kind: 'web', width: 'wide', scheme: 'light' };
  const isCheck = view.kind === 'checks' || view.kind === 'links';
  const isCode = code.some((kind) => kind === view.kind);
  return [
    { name: 'Email', view: firstView, current: view.kind === 'email', key: 'e' },
    { name: 'Text', view: { kind: 'text' }, current: view.kind === 'text', key: 't' },
    { name: 'Web', view: web, current: view.kind === 'web', key: 'w' },
    { name: 'Feed', view: { kind: 'feed' }, current: view.kind === 'feed', key: 'f' },
    { name: 'Source', view: { kind: 'source' }, current: view.kind === 'source', key: 's' },
    { name: 'Side by side', view: { kind: 'beside' }, current: view.kind === 'beside', key: 'b' },
    { name: 'Code', view: { kind: 'html' }, current: isCode, key: 'c' },
    { name: 'Checks', view: { kind: 'checks' }, current: isCheck, key: 'k' },
  ];
}

type Choice = { label: string; links: Link[] };

function choices(view: View): Choice[] {
  if (view.kind === 'email') return [emailWidths(view), lightOrDark(view), emailVersions(view)];
  if (view.kind === 'web') return [webWidths(view), lightOrDark(view)];
  if (code.some((kind) => kind === view.kind)) return [codeKinds(view)];
  return [];
}

function emailWidths(view: EmailView): Choice {
  const links = widths.map((width, i) => ({
    name: width === 'fit' ? 'Fit' : `${width}`,
    view: { ...view, width },
    current: width === view.width,
    key: `${i}`,
  }));
  return { label: 'Width in pixels', links };
}

function webWidths(view: WebView): Choice {
  const links = (['wide', 375] as const).map((width, i) => ({
    name: width === 'wide' ? 'Wide' : `${width}`,
    view: { ...view, width },
    current: width === view.width,
    key: `${i + 1}`,
  }));
  return { label: 'Width', links };
}

/** One key for both: it leads to the scheme that is not shown. */
function lightOrDark(view: EmailView | WebView): Choice {
  const links = schemes.map((scheme) => ({
    name: scheme === 'light' ? 'Light' : 'Dark',
    view: { ...view, scheme },
    current: scheme === view.scheme,
    key: scheme === view.scheme ? undefined : 'd',
  }));
  return { label: 'Colours', links };
}

const versionNames = { 'as-sent': 'As sent', 'images-off': 'No images', 'styles-off': 'No styles' };
const versionKeys = { 'as-sent': 'a', 'images-off': 'i', 'styles-off': 'y' };

function emailVersions(view: EmailView): Choice {
  const links = versions.map((version) => ({
    name: versionNames[version],
    view: { ...view, version },
    current: version === view.version,
    key: versionKeys[version],
  }));
  return { label: 'What the client shows', links };
}

function codeKinds(view: View): Choice {
  const names = { html: 'Email', 'page-html': 'Page', headers: 'Headers', message: 'Message' };
  const links = code.map((kind) => ({ name: names[kind], view: { kind }, current: kind === view.kind }));
  return { label: 'Which code', links };
}
