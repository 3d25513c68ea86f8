/** The Atom feed: an entry an issue, all of it in the entry. */
import { Feed } from 'feed';
import { anew } from '../text/anew.ts';
import { escapeHtml, stripBidi, stripControls } from '../text/markup.ts';
import type { Issue, Remember, Site } from '../types.ts';
import { stringsFor } from './strings.ts';
import type { CompiledTemplates } from './templates.ts';
import { viewIssue, viewSite } from './view.ts';

/** `out/feed.xml` with the newest `limit` issues. It never reads the clock: the newest issue says when it changed. */
export function renderFeed(
  issues: readonly Issue[],
  site: Site,
  templates: CompiledTemplates,
  limit: number,
  remember: Remember = anew,
): string {
  const newest = [...issues].sort((a, b) => (a.key < b.key ? 1 : -1)).slice(0, limit);
  const view = viewSite(site, stringsFor(site.language));
  const feed = new Feed({
    id: view.address,
    title: view.title,
    description: view.description,
    link: view.address,
    feedLinks: { atom: view.feed },
    updated: new Date(latestUpdate(newest)),
    author: { name: stripBidi(stripControls(site.sender.name)) },
    generator: 'Digestif',
    ...(site.licence !== null && { copyright: stripControls(site.licence) }),
  });
  for (const issue of newest)
    feed.addItem(remember('feed entry', [issue, site, templates], () => toEntry(issue, site, templates)));
  return `${withLanguage(feed.atom1(), site.language)}\n`;
}

function toEntry(issue: Issue, site: Site, templates: CompiledTemplates) {
  const view = viewIssue(issue, site);
  return {
    id: entryId(issue, site),
    link: view.url,
    // Titles and summaries go out as HTML: text has to be escaped before.
    title: escapeHtml(view.name),
    description: escapeHtml(view.preheader || view.counts),
    content: templates.render('feed-entry', view).trim(),
    date: new Date(issue.updated),
    published: new Date(issue.published),
  };
}

/**
 * A tag URI (RFC 4151) of domain and period: what it is made of never changes, so no entry turns unread. A path
 * keeps two newsletters of one domain apart.
 */
export function entryId(issue: Pick<Issue, 'key'>, site: Site): string {
  const { hostname, pathname } = new URL(site.url);
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const name = path === '' ? issue.key : `${path}/${issue.key}`;
  return `tag:${hostname},${firstDay(issue.key)}:${encodeURI(name)}`;
}

/** A day of the period as a tag URI wants it; weeks and quarters give their year alone, which is allowed. */
function firstDay(key: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.exec(key)?.[0] ?? key.slice(0, 4);
}

/** Times in ISO form with one zone sort as text; others are compared as instants. */
function latestUpdate(issues: readonly Issue[]): number {
  return issues.reduce((latest, issue) => Math.max(latest, Date.parse(issue.updated)), 0);
}

/** The library has no place for the language; Atom has. */
function withLanguage(xml: string, language: string): string {
  return xml.replace('<feed xmlns=', `<feed xml:lang="${escapeHtml(language)}" xmlns=`);
}
