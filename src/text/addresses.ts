/** Where things are published. Email and feed need absolute addresses; pages link to each other relatively. */
import type { Issue, Site } from '../types.ts';

/** An absolute address below the newsletter's own. */
export function addressOf(site: Site, path: string): string {
  return `${site.url.replace(/\/+$/u, '')}/${path}`;
}

/** The issue's page. */
export function issueAddress(site: Site, issue: Pick<Issue, 'key'>): string {
  return addressOf(site, `${encodeURIComponent(issue.key)}/`);
}

/**
 * The page on which a reader leaves, below the address at which it is served. With a token it is the reader's own, to
 * which mail programs post as well.
 */
export function unsubscribeAddress(base: string, token?: string): string {
  const page = `${base.replace(/\/+$/u, '')}/unsubscribe`;
  return token === undefined ? page : `${page}/${token}`;
}

/** The issue's page as seen from the archive. The file is named, so that a copy on a disk works too. */
export function pageLink(key: string): string {
  return `${encodeURIComponent(key)}/index.html`;
}

/** Host name as readers see it. */
export function hostOf(site: Site): string {
  return new URL(site.url).hostname;
}

/** An id for a place on the page, and the fragment that leads to it: letters, digits and hyphens of any text. */
export function anchorOf(text: string): { id: string; fragment: string } {
  const plain = text
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .toWellFormed();
  const id = plain || 'place';
  return { id, fragment: `#${encodeURIComponent(id)}` };
}
