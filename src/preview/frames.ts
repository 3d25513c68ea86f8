import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { siteOf } from '../pipeline/site.ts';
import { requestsOf } from '../proof/links.ts';
import { openDoc } from '../proof/markup.ts';
import { issueAddress } from '../text/addresses.ts';
import { rawPath } from './addresses.ts';
import { textOf } from './checks.ts';
import { cutImages, cutStyles } from './derive.ts';
import { findEntry, readerPage } from './feed-entry.ts';
import { count, type Html } from './pages/page.ts';
import type { PreviewState } from './state.ts';
import type { EmailView, schemes } from './views.ts';

/** What can be shown of an issue that no file of out/ is. */
export const derivedNames = ['images-off', 'styles-off', 'entry'] as const;

export type DerivedName = (typeof derivedNames)[number];

/** Address of derived bytes, `/derived/<issue>/<name>.html`. */
export function derivedPath(key: string, name: DerivedName): string {
  return `/derived/${encodeURIComponent(key)}/${name}.html`;
}

/** The derived bytes themselves; null where there is nothing to derive them from. */
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
  if (name === 'styles-off') return cutStyles(textOf(rendered, email));
  const entry = findEntry(textOf(rendered, 'feed.xml'), issueAddress(siteOf(newsletter.config), issue));
  return entry && (await readerPage(entry, issue.language));
}

/** Where a frame gets the email of a view from. */
export function emailPath(key: string, version: EmailView['version']): string {
  return version === 'as-sent' ? rawPath(`${key}/email.html`) : derivedPath(key, version);
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
