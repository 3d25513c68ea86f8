import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { siteOf } from '../pipeline/site.ts';
import { requestsOf } from '../proof/links.ts';
import { openDoc } from '../proof/markup.ts';
import { issueAddress } from '../text/addresses.ts';
import { contentId, ownPicturesOf } from '../text/pictures.ts';
import type { Issue } from '../types.ts';
import { rawPath } from './addresses.ts';
import { textOf } from './checks.ts';
import { cutImages, cutStyles } from './derive.ts';
import { findEntry, readerPage } from './feed-entry.ts';
import { count, type Html } from './pages/page.ts';
import type { PreviewState } from './state.ts';
import type { EmailView, schemes } from './views.ts';

/** What can be shown of an issue that no file of out/ is. */
export const derivedNames = ['own-pictures', 'images-off', 'styles-off', 'entry'] as const;

export type DerivedName = (typeof derivedNames)[number];

/** Address of derived bytes, `/derived/<issue>/<name>.html`. */
export function derivedPath(key: string, name: DerivedName): string {
  return `/derived/${encodeURIComponent(key)}/${name}.html`;
}

/** The derived bytes themselves; null where there is nothing to derive them from, or nothing to change. */
export async function deriveBytes(
  state: PreviewState,
  key: string,
  name: DerivedName,
): Promise<string | null> {
  const { rendered, newsletter } = state;
  const email = `${key}/email.html`;
  const issue = rendered.issues.find((i) => i.issue.key === key)?.issue;
  if (!issue || !rendered.files.has(email)) return null;
  if (name === 'images-off') return cutImages(textOf(rendered, email));
  const address = issueAddress(siteOf(newsletter.config), issue);
  if (name === 'styles-off') return showOwn(cutStyles(textOf(rendered, email)), issue, address);
  if (name === 'own-pictures') {
    const [html, shown] = [textOf(rendered, email), showOwn(textOf(rendered, email), issue, address)];
    return html === shown ? null : shown;
  }
  const entry = findEntry(textOf(rendered, 'feed.xml'), address);
  return entry && showOwn(await readerPage(entry, issue.language), issue, address);
}

/** No frame has the parts of a mail, and what is not published yet is at no address: here both are files of out/. */
function showOwn(html: string, issue: Issue, address: string): string {
  return ownPicturesOf(issue).reduce((shown, { name }) => {
    const here = `"${besideFrames}${issue.key}/${name}"`;
    return shown.replaceAll(`"cid:${contentId(name)}"`, here).replaceAll(`"${address}${name}"`, here);
  }, html);
}

/** The files of out/ as seen from what is derived: the same in an export. */
const besideFrames = '../../raw/';

/** Says that pictures of the editor's own have another address in a frame than in what readers get; empty: there are none. */
export function tellOwn(html: string): string {
  const own = new Set(html.match(/"\.\.\/\.\.\/raw\/[^"]+"/gu));
  const [are, they] = own.size === 1 ? ['is one', 'it has'] : ['are', 'they have'];
  if (own.size === 0) return '';
  return `${count(own.size, 'picture', 'pictures')} ${are} of your own: here ${they} the address of a file, all else is as it is sent.`;
}

/** Where a frame gets the email of a view from. */
export function emailPath(key: string, version: EmailView['version'], hasOwn = false): string {
  if (version !== 'as-sent') return derivedPath(key, version);
  return hasOwn ? derivedPath(key, 'own-pictures') : rawPath(`${key}/email.html`);
}

/**
 * What a frame shows broken because its policy lets nothing be asked of the network; empty: nothing. Programs of readers
 * show it.
 */
export function tellUnfetched(html: string): string {
  const asked = new Set(requestsOf(openDoc(html, null).elements).map(({ address }) => address));
  const remote = [...asked].filter((address) => /^https?:/iu.test(address) && URL.canParse(address));
  const hosts = [...new Set(remote.map((address) => new URL(address).host))].sort();
  if (hosts.length === 0) return '';
  const [are, them] = remote.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const from = hosts.length < 4 ? hosts.join(', ') : `${hosts.length} servers`;
  return `${count(remote.length, 'picture', 'pictures')} ${are} not fetched here: readers’ programs load ${them} from ${from}.`;
}

export type Frame = {
  /** Address of what is shown, without version. */
  address: string;
  /** Tells its bytes from those of another build; the frame is loaded anew only when it changes. */
  bytes: string;
  /** What a screen reader says of it. */
  title: string;
  /** Class of its width: `w600`. */
  width: string;
  scheme: (typeof schemes)[number];
};

/**
 * A frame in which no script runs. It keeps its origin so that the page around it can give it its height and follow a
 * click to a source; a frame may have one of the two, never both. `color-scheme` of the element decides what the
 * document's own `prefers-color-scheme` says.
 */
export function frame({ address, bytes, title, width, scheme }: Frame): Html {
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return html`<iframe class="${`view ${width} ${scheme}`}" title="${title}" src="${address}?v=${version}" sandbox="allow-same-origin"></iframe>`;
}
