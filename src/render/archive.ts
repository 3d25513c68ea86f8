/** The archive: the newest issue at length, all others by year. */

import { pageLink } from '../text/addresses.ts';
import { anew } from '../text/anew.ts';
import { stripBidi } from '../text/markup.ts';
import type { Issue, Remember, Site } from '../types.ts';
import { toJsonLd } from './json-ld.ts';
import { type Strings, stringsFor } from './strings.ts';
import { drawTally } from './tally.ts';
import type { CompiledTemplates } from './templates.ts';
import { cleanIssue, headlineOf, viewIssue, viewSite, withoutYear } from './view.ts';

/** `out/index.html`; `issues` in any order. */
export function renderArchive(
  issues: readonly Issue[],
  site: Site,
  templates: CompiledTemplates,
  remember: Remember = anew,
): string {
  const words = stringsFor(site.language);
  const newestFirst = [...issues]
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .map((issue) => remember('clean issue', [issue], () => cleanIssue(issue)));
  const [latest, ...older] = newestFirst;
  const view = viewSite(site, words);
  return templates.render('archive', {
    lang: site.language,
    dir: latest?.dir ?? 'ltr',
    words,
    site: view,
    pageTitle: view.title,
    description: view.description || view.published,
    canonical: view.address,
    ogType: 'website',
    jsonLd: toJsonLd({
      '@type': 'Periodical',
      name: view.title,
      url: view.address,
      inLanguage: site.language,
    }),
    latest: latest ? viewLatest(latest, site) : null,
    years: groupByYear(older, words),
  });
}

function viewLatest(issue: Issue, site: Site) {
  const view = viewIssue(issue, site);
  const { lead } = view;
  // The last highlight is most often what somebody said: the best door into an issue. One of another source would say whose.
  const quote = lead?.highlights.findLast(({ from }) => from === '')?.text ?? null;
  return {
    label: view.label,
    number: view.number,
    link: pageLink(issue.key),
    headline: lead?.title ?? view.headline,
    lang: lead?.lang ?? null,
    dir: lead?.dir ?? null,
    quote,
    read: view.words.readIssue(view.label),
    contents: view.contents,
    tally: drawTally(issue, view.words, 'head'),
  };
}

function groupByYear(issues: readonly Issue[], words: Strings) {
  const years = [...new Set(issues.map((issue) => issue.key.slice(0, 4)))];
  return years.map((year) => ({
    year,
    issues: issues
      .filter((issue) => issue.key.startsWith(year))
      .map((issue) => ({
        label: withoutYear(stripBidi(issue.label), year),
        number: words.issueNumber(issue.number),
        title: headlineOf(issue),
        link: pageLink(issue.key),
        stories: words.stories(issue.counts.stories),
        tally: drawTally(issue, words, 'row'),
      })),
  }));
}
