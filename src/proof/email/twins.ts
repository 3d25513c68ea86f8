/** Whether the text part says what the HTML says: the same stories, highlights and links in the same order. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { issueAddress } from '../../text/addresses.ts';
import type { Issue, Site } from '../../types.ts';
import { count, type Finding, finding, type OpenMail, type Verdict } from '../gate.ts';
import { squeeze } from '../markup.ts';
import { storiesOf } from '../verify.ts';
import { shorten } from './links.ts';
import { compareRuns } from './runs.ts';
import { bare, readHtml, readText, type Told, type Twin } from './told.ts';
import { isWayOut } from './unsubscribe.ts';

export function checkTwins({ email, text, issue, site }: OpenMail): Verdict {
  const html = readHtml(email, issue, issueAddress(site, issue));
  const plain = readText(text, issue);
  const findings = [
    ...compareStories(html.told, plain.told),
    ...html.told.flatMap((told) =>
      compareWords(
        told,
        plain.told.find((t) => t.story === told.story),
      ),
    ),
    ...compareRest(html.words, plain.words, issue),
  ];
  // What is told of a story is not told again as words of a line.
  if (findings.length === 0) findings.push(...compareRuns(email, text, issue));
  findings.push(...compareLinks(html, plain, site));
  const highlights = html.told.reduce((sum, { story }) => sum + story.highlights.length, 0);
  const what = `${count(html.told.length, 'story', 'stories')}, ${count(highlights, 'highlight')}, ${count(plain.links.length, 'link')}`;
  const isEmpty = html.told.length === 0 && storiesOf(issue).length > 0;
  if (isEmpty) findings.push(finding('the email tells no story of the issue'));
  return {
    result: findings.length === 0 ? 'pass' : 'fail',
    figure: String(findings.length),
    sentence:
      findings.length === 0
        ? `The text part has the same ${what}, in the same order.`
        : 'Readers of the text part would get something else.',
    findings,
  };
}

function compareStories(html: readonly Told[], text: readonly Told[]): Finding[] {
  const inHtml = new Set(html.map(({ story }) => story));
  const inText = new Set(text.map(({ story }) => story));
  const missing = html.filter(({ story }) => !inText.has(story));
  const extra = text.filter(({ story }) => !inHtml.has(story));
  const found = [
    ...missing.map((told) => findingIn(told, 'is not in the text part')),
    ...extra.map((told) => findingIn(told, 'is in the text part alone')),
  ];
  const common = text.filter(({ story }) => inHtml.has(story));
  const wanted = html.filter(({ story }) => inText.has(story));
  const moved = common.find(({ story }, index) => story !== wanted[index]?.story);
  return moved ? [...found, findingIn(moved, 'stands in another place of the text part')] : found;
}

/** What the issue says of a story must be said by both or by none. */
function compareWords(html: Told, text: Told | undefined): Finding[] {
  if (!text) return [];
  const { story } = html;
  const facts = [
    story.source,
    story.dateLabel,
    ...story.authors,
    ...(story.licence === null ? [] : [story.licence]),
    ...story.alsoIn.map((also) => also.source),
    ...story.highlights.flatMap((h) => (h.source === null ? [] : [h.source])),
  ];
  const differing = facts.filter((fact) => says(html, fact) !== says(text, fact));
  const lost = story.highlights.filter((h) => !says(html, h.text) || !says(text, h.text));
  const places = story.highlights.map((h) => text.words.indexOf(bare(h.text)));
  const turned = lost.length === 0 && places.some((at, i) => i > 0 && at < (places[i - 1] ?? 0));
  return [
    ...differing.map((fact) =>
      findingIn(text, `“${fact}” stands in the ${says(html, fact) ? 'HTML' : 'text part'} alone`),
    ),
    ...lost.map((h) =>
      findingIn(
        says(html, h.text) ? text : html,
        `the highlight “${h.text.slice(0, 60)}” is not word for word in the ${says(html, h.text) ? 'text part' : 'HTML'}`,
      ),
    ),
    ...(turned ? [findingIn(text, 'the highlights stand in another order')] : []),
  ];
}

function says(told: Told, words: string): boolean {
  return told.words.includes(bare(words));
}

/** The letter, names of themes, the period, and what is set apart: figures with what they count, a quote. */
function compareRest(html: string, text: string, issue: Issue): Finding[] {
  const { numbers, quote } = issue;
  const words = [...lettersOf(issue), ...issue.themes.map((theme) => theme.name), issue.label];
  // Their sentence may be told as a highlight too, so it matters how often the words stand there.
  const apart = [
    ...numbers.map(({ figure, label }) => `${figure.text} ${label.text}`),
    ...(quote ? [quote.words.text, quote.by.text] : []),
  ];
  const timesMore = (part: string): number => timesIn(html, bare(part)) - timesIn(text, bare(part));
  const once = (part: string): number =>
    Number(html.includes(bare(part))) - Number(text.includes(bare(part)));
  return [
    ...words.map((part) => ({ part, more: once(part) })),
    ...apart.map((part) => ({ part, more: timesMore(part) })),
  ]
    .filter(({ more }) => more !== 0)
    .map(({ part, more }) =>
      finding(`“${part.slice(0, 60)}” stands in the ${more > 0 ? 'HTML' : 'text part'} alone`),
    );
}

function timesIn(whole: string, part: string): number {
  return whole.split(part).length - 1;
}

type Nodes = ReturnType<typeof fromMarkdown>['children'];

/** Pieces of the letter between its markup: a link's address stands behind its words in the text part. */
function lettersOf(issue: Issue): string[] {
  const pieces: string[] = [];
  const visit = (nodes: Nodes): void => {
    for (const node of nodes) {
      if (node.type === 'text') pieces.push(node.value);
      else if ('children' in node) visit(node.children as Nodes);
    }
  };
  visit(fromMarkdown(issue.letter).children);
  return pieces.filter((piece) => squeeze(piece).length > 1);
}

/** Links to the sources in the order of the HTML; the newsletter's own may stand anywhere. The way out has its own gate. */
function compareLinks(html: Twin, plain: Twin, site: Site): Finding[] {
  const others = (addresses: readonly string[]): string[] =>
    addresses.map(withoutEnd).filter((address) => !isWayOut(address, site));
  const [links, text] = [others(html.links), others(plain.links)];
  const inHtml = new Set([...links, ...html.marks.map(withoutEnd)]);
  const inText = new Set(text);
  const found = [
    ...links.filter((a) => !inText.has(a)).map((a) => finding(`${shorten(a)} is not in the text part`)),
    ...text.filter((a) => !inHtml.has(a)).map((a) => finding(`${shorten(a)} is in the text part alone`)),
  ];
  if (found.length > 0) return found;
  const wanted = links.filter((address) => !address.startsWith(site.url));
  const common = new Set(wanted);
  const moved = text.filter((address) => common.has(address)).find((address, i) => address !== wanted[i]);
  return moved === undefined ? [] : [finding(`${shorten(moved)} stands in another place of the text part`)];
}

/** In a text the end of a sentence is taken for that of an address. */
function withoutEnd(address: string): string {
  return address.replace(/[.,;:!?)]+$/u, '');
}

function findingIn({ story, line }: Told, what: string): Finding {
  const message = `“${story.title.slice(0, 60)}”: ${what}`;
  return { message, line, story: story.id, where: null, hint: null };
}
