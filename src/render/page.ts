/** The issue on the web. No script, no request; links between pages are relative, so that a copy on a disk works. */

import { pageLink } from '../text/addresses.ts';
import { stripBidi, stripControls } from '../text/markup.ts';
import type { Issue, Site } from '../types.ts';
import { toJsonLd } from './json-ld.ts';
import { drawTally } from './tally.ts';
import type { CompiledTemplates } from './templates.ts';
import { cleanIssue, type IssueView, viewIssue, withoutYear } from './view.ts';

export type Neighbour = { key: string; label: string };

export type Neighbours = { previous: Neighbour | null; next: Neighbour | null };

/** `out/<key>/index.html`. */
export function renderPage(
  issue: Issue,
  site: Site,
  neighbours: Neighbours,
  templates: CompiledTemplates,
): string {
  const view = viewIssue(issue, site);
  const { words } = view;
  return templates.render('page', {
    ...view,
    pageTitle: view.name,
    description: describe(view),
    tally: drawTally(issue, words, 'head'),
    canonical: view.url,
    ogType: 'article',
    jsonLd: toJsonLd(describeIssue(cleanIssue(issue), view)),
    home: '../index.html',
    feedLink: '../feed.xml',
    lead: view.lead && { ...view.lead, marked: view.lead.highlights.some(({ href }) => href !== null) },
    previous: neighbours.previous && linkTo(neighbours.previous, issue.key, words.previous),
    next: neighbours.next && linkTo(neighbours.next, issue.key, words.next),
  });
}

/** A neighbour of the same year goes by its month alone. */
function linkTo(neighbour: Neighbour, key: string, words: (name: string) => string) {
  const label = stripBidi(stripControls(neighbour.label));
  const year = neighbour.key.slice(0, 4);
  const name = key.startsWith(year) ? withoutYear(label, year) : label;
  return { link: `../${pageLink(neighbour.key)}`, label: words(name) };
}

function describe(view: IssueView): string {
  return view.preheader || (view.letterText[0] ?? '') || view.counts;
}

function describeIssue(issue: Issue, view: IssueView): object {
  return {
    '@type': 'PublicationIssue',
    name: view.name,
    issueNumber: String(issue.number),
    url: view.url,
    inLanguage: issue.language,
    datePublished: issue.published,
    dateModified: issue.updated,
    isPartOf: { '@type': 'Periodical', name: view.site.title, url: view.site.address },
  };
}
