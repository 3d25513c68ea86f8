/** The gates of web pages: an issue's own, and the archive. */

import { issueAddress } from '../../text/addresses.ts';
import { mapStrings, stripControls } from '../../text/markup.ts';
import { ownPicturesOf } from '../../text/pictures.ts';
import type { Issue, Site } from '../../types.ts';
import { judgeActs } from '../acts.ts';
import { judgePageContrast } from '../contrast.ts';
import { checkRoot, checkStories } from '../email/language.ts';
import { picturesOf } from '../email/remote.ts';
import { bare, readHtml } from '../email/told.ts';
import {
  type Check,
  count,
  type Finding,
  finding,
  type Gate,
  judge,
  type OpenMail,
  type Verdict,
} from '../gate.ts';
import { judgeHtml } from '../html-rules.ts';
import { judgePageLeftOver } from '../left-over.ts';
import { judgePageLegible } from '../legible.ts';
import { linksOf } from '../links.ts';
import { type Doc, openDoc } from '../markup.ts';
import { storiesOf } from '../verify.ts';
import { findBadFacts, findBadHead, findBadLinks, findRequests, type Page } from './page.ts';

export const pageGates: readonly Check[] = [
  { name: 'page-html', title: 'Page: HTML', check: ({ page }) => judgeHtml(page, 'web') },
  { name: 'page-acts', title: 'Page: nothing that acts', check: ({ webPage }) => judgeActs(webPage) },
  {
    name: 'page-left-over',
    title: 'Page: left-overs',
    check: ({ page, webPage, issue, site }) => judgePageLeftOver(page, webPage, [issue], site),
  },
  { name: 'page-language', title: 'Page: language', check: checkPageLanguage },
  {
    name: 'page-legible',
    title: 'Page: words in sight',
    check: ({ webPage, issue }) => judgePageLegible(webPage, [issue]),
  },
  { name: 'page-contrast', title: 'Page: contrast', check: ({ webPage }) => judgePageContrast(webPage) },
  { name: 'page-links', title: 'Page: links', check: (mail) => judgeLinks(pageOf(mail)) },
  { name: 'page-remote', title: 'Page: remote requests', check: checkPageRemote },
  {
    name: 'page-facts',
    title: 'Page: facts for machines',
    check: ({ webPage, site, issue }) => judgeFacts(webPage, issueAddress(site, issue)),
  },
  { name: 'page-content', title: 'Page: content', check: checkPageContent },
];

function pageOf({ issue, webPage, paths }: OpenMail): Page {
  return { path: `${issue.key}/index.html`, doc: webPage, paths: paths ?? null };
}

function checkPageLanguage({ webPage, issue }: OpenMail): Verdict {
  return judgeLanguage([
    ...checkRoot(webPage, issue),
    ...checkStories(webPage, issue),
    ...findBadHead(webPage),
  ]);
}

function judgeLanguage(findings: Finding[]): Verdict {
  return judge(
    findings,
    'It says its title, its language and direction, and those of every story.',
    'Its title, language or direction is missing or wrong.',
  );
}

function judgeLinks(page: Page): Verdict {
  const findings = findBadLinks(page);
  const all = linksOf(page.doc.elements).length;
  const good = `All of ${count(all, 'link')} are absolute or lead to something in out/.`;
  return judge(findings, good, `${findings.length} of ${count(all, 'link')} lead nowhere.`);
}

function checkPageRemote({ webPage, issue, site, paths }: OpenMail): Verdict {
  // The editor's own lie beside the page, by names without folders.
  const there = (name: string): boolean => paths?.has(`${issue.key}/${name}`) ?? true;
  const own = ownPicturesOf(issue).filter(({ name }) => there(name));
  return judgeRemote(webPage, new Set([...picturesOf(issue, site), ...own.map(({ name }) => name)]));
}

function judgeRemote(doc: Doc, listed: ReadonlySet<string>): Verdict {
  const good =
    listed.size === 0 ? 'It fetches nothing.' : 'It fetches pictures that the editor chose and nothing else.';
  return judge(findRequests(doc, listed), good, 'It would fetch something by itself.');
}

function judgeFacts(doc: Doc, address: string): Verdict {
  return judge(
    findBadFacts(doc, address),
    'Open Graph, canonical address, feed and JSON-LD are there and agree.',
    'Search engines and readers of feeds would miss something.',
  );
}

/** The page leaves nothing out: every story with every highlight, in the order of the issue. */
function checkPageContent({ webPage, issue }: OpenMail): Verdict {
  const wanted = storiesOf(issue);
  const { told } = readHtml(webPage, issue, '');
  const findings = wanted.flatMap((story, index) => {
    const found = told.find((t) => t.story.id === story.id);
    const at = (what: string): Finding => ({
      ...finding(`“${story.title.slice(0, 60)}”: ${what}`),
      story: story.id,
    });
    if (!found) return [at('is not on the page')];
    const lost = story.highlights.filter((h) => !found.words.includes(bare(h.text)));
    return [
      ...lost.map((h) => at(`the highlight “${h.text.slice(0, 60)}” is not on the page word for word`)),
      ...(told[index]?.story.id === story.id ? [] : [at('stands in another place')]),
    ];
  });
  const highlights = wanted.reduce((sum, story) => sum + story.highlights.length, 0);
  return judge(
    findings,
    `It tells all of ${count(wanted.length, 'story', 'stories')} with ${count(highlights, 'highlight')}.`,
    'It leaves out or changes something of the issue.',
  );
}

/** The archive's home as it lies in out/, the issues there are, and all that lies there. */
export type ArchiveBytes = {
  site: Site;
  html: string;
  issues: readonly Issue[];
  paths: ReadonlySet<string> | null;
};

/** Every gate's verdict on the archive's home. */
export async function checkArchive({ site, html, issues, paths }: ArchiveBytes): Promise<Gate[]> {
  const doc = openDoc(html, null);
  const told = issues.map((issue) => mapStrings(issue, stripControls));
  const root = doc.elements.find((e) => e.tagName === 'html');
  const dir = root?.attrs.find(({ name }) => name === 'dir')?.value === 'rtl' ? 'rtl' : 'ltr';
  const language = [...checkRoot(doc, { language: site.language, dir }), ...findBadHead(doc)];
  const address = `${site.url.replace(/\/+$/u, '')}/`;
  return [
    { name: 'archive-html', title: 'Archive: HTML', ...(await judgeHtml(html, 'web')) },
    { name: 'archive-acts', title: 'Archive: nothing that acts', ...judgeActs(doc) },
    { name: 'archive-left-over', title: 'Archive: left-overs', ...judgePageLeftOver(html, doc, told, site) },
    { name: 'archive-language', title: 'Archive: language', ...judgeLanguage(language) },
    { name: 'archive-legible', title: 'Archive: words in sight', ...judgePageLegible(doc, told) },
    { name: 'archive-contrast', title: 'Archive: contrast', ...judgePageContrast(doc) },
    { name: 'archive-links', title: 'Archive: links', ...judgeLinks({ path: 'index.html', doc, paths }) },
    { name: 'archive-remote', title: 'Archive: remote requests', ...judgeRemote(doc, new Set()) },
    { name: 'archive-facts', title: 'Archive: facts for machines', ...judgeFacts(doc, address) },
  ];
}
