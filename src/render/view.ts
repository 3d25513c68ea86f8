/** What templates see of an issue: finished strings and lists, so that they need no logic. Every key is always there. */

import { addressOf, anchorOf, hostOf, issueAddress } from '../text/addresses.ts';
import { mapStrings, safeUrl, stripBidi, stripControls } from '../text/markup.ts';
import type { Issue, Site, Story, ThemeSection } from '../types.ts';
import { type NumbersView, type QuoteView, viewNumbers, viewQuote } from './extras-view.ts';
import { letterToHtml, letterToText } from './letter.ts';
import { type Extent, readingTime, type StoryView, viewStory, wholeIssue } from './story-view.ts';
import { type Strings, stringsFor } from './strings.ts';

export { type Extent, type StoryView, wholeIssue };

export type ThemeView = {
  id: string;
  fragment: string;
  name: string;
  stories: StoryView[];
  more: { label: string; url: string } | null;
  /** What follows the theme: figures after the first, the quote after the second, or after the last there is. */
  numbers: NumbersView | null;
  quote: QuoteView | null;
};

export type ContentsRow = { name: string; fragment: string; url: string; count: number; line: string };

export type IssueView = ReturnType<typeof viewIssue>;

const leadAnchor = 'the-lead';

/** A copy of the issue that may be written into HTML and XML. Everything below starts from it. */
export function cleanIssue(issue: Issue): Issue {
  return mapStrings(issue, stripControls);
}

export function viewIssue(raw: Issue, site: Site, extent: Extent = wholeIssue) {
  return viewClean(cleanIssue(raw), site, extent);
}

/** The same of a copy that is clean already: whoever views an issue many times cleans it once. */
export function viewClean(issue: Issue, site: Site, extent: Extent) {
  const strings = stringsFor(issue.language);
  const url = issueAddress(site, issue);
  const themes = issue.themes
    .map((theme, index) => viewTheme(theme, extent.told?.[index], issue, url, strings, extent))
    .filter((theme) => theme.stories.length > 0 || theme.more !== null);
  const numbers = viewNumbers(issue, url);
  const quote = viewQuote(issue, url);
  return {
    lang: issue.language,
    dir: issue.dir,
    align: issue.dir === 'rtl' ? 'right' : 'left',
    opposite: issue.dir === 'rtl' ? 'left' : 'right',
    words: strings,
    site: viewSite(site, strings),
    numbersHeading: strings.inNumbers(site.periodName),
    url,
    label: stripBidi(issue.label),
    number: strings.issueNumber(issue.number),
    counts: strings.fromSources(issue.counts.stories, issue.counts.sources),
    headline: headlineOf(issue),
    title: ownTitle(issue),
    name: nameOf(issue),
    preheader: stripBidi(issue.preheader),
    letter: letterToHtml(issue.letter, url),
    letterText: letterToText(issue.letter, url),
    contents: issue.themes.map((theme) => viewRow(theme, issue, url, strings)),
    lead: issue.lead && viewStory(issue.lead, issue, url, strings, extent),
    themes: themes.map((theme, index) => ({
      ...theme,
      numbers: index === 0 ? numbers : null,
      quote: index === Math.min(1, themes.length - 1) ? quote : null,
    })),
    // Without a theme to stand under they follow the lead.
    numbers: themes.length === 0 ? numbers : null,
    quote: themes.length === 0 ? quote : null,
  };
}

/** What the issue is about: its title, or its lead's where an editor gave it none but the period. */
export function headlineOf(issue: Issue): string {
  const title = issue.title === issue.label ? (issue.lead?.title ?? issue.title) : issue.title;
  return stripBidi(title);
}

/** The title an editor gave; null where it is only the period's name or the lead's, which stand there anyway. */
function ownTitle(issue: Issue): string | null {
  return issue.title === issue.label || issue.title === issue.lead?.title ? null : stripBidi(issue.title);
}

/** Period and headline, without saying one thing twice. */
function nameOf(issue: Issue): string {
  const label = stripBidi(issue.label);
  const headline = headlineOf(issue);
  return headline === label ? label : `${label}: ${headline}`;
}

/** "May" where the year is plain from the place, if the label ends with it; other labels stay. */
export function withoutYear(label: string, year: string): string {
  return label.endsWith(` ${year}`) ? label.slice(0, -year.length - 1) : label;
}

/** The newsletter itself; sentences of the footer included. */
export function viewSite(raw: Site, strings: Strings) {
  const site = mapStrings(raw, stripControls);
  return {
    title: stripBidi(site.title),
    description: stripBidi(site.description),
    address: addressOf(site, ''),
    feed: addressOf(site, 'feed.xml'),
    subscribe: safeUrl(site.subscribeUrl),
    postalAddress: site.postalAddress,
    offer: strings.offer(site.periodName),
    published: strings.published(site.periodName),
    why: strings.why(hostOf(site)),
    terms: site.licence === null ? null : strings.terms(stripBidi(site.licence)),
  };
}

/** Stories of a theme without the lead, which is told above. */
export function toldStories(theme: ThemeSection, issue: Issue): Story[] {
  return theme.stories.filter((story) => story.id !== issue.lead?.id);
}

/** All stories of a theme: the lead counts in its own, though it is told above. */
function storiesIn(theme: ThemeSection, issue: Issue): Story[] {
  const { lead } = issue;
  const led = lead !== null && (lead.theme === theme.id || lead.theme === theme.name);
  return led ? [lead, ...toldStories(theme, issue)] : theme.stories;
}

/**
 * A row of the contents. In the email it leads to the page: mail programs on phones, Gmail's among them, do not follow an
 * anchor within a mail.
 */
function viewRow(theme: ThemeSection, issue: Issue, url: string, strings: Strings): ContentsRow {
  const stories = storiesIn(theme, issue);
  const empty = toldStories(theme, issue).length === 0;
  const { fragment } = anchorOf(empty ? leadAnchor : theme.id);
  const minutes = readingTime(
    stories.reduce((sum, story) => sum + story.minutes, 0),
    strings,
  );
  const line = [strings.stories(stories.length), minutes].filter((part) => part !== '').join(', ');
  return { name: stripBidi(theme.name), fragment, url: url + fragment, count: stories.length, line };
}

function viewTheme(
  theme: ThemeSection,
  told: number | undefined,
  issue: Issue,
  url: string,
  strings: Strings,
  extent: Extent,
): ThemeView {
  const stories = toldStories(theme, issue);
  const shown = stories.slice(0, told ?? stories.length);
  const left = stories.length - shown.length;
  const { id, fragment } = anchorOf(theme.id);
  return {
    id,
    fragment,
    name: stripBidi(theme.name),
    stories: shown.map((story) => viewStory(story, issue, url, strings, extent)),
    more: left === 0 ? null : { label: strings.moreInTheme(left), url: url + fragment },
    numbers: null,
    quote: null,
  };
}
