/** Whether the text part says what the HTML says: the same stories, highlights and links in the same order. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Issue, Site, Story } from '../../types.ts';
import { count, type Finding, finding, type OpenMail, type Verdict } from '../gate.ts';
import { linksOf } from '../links.ts';
import { type Doc, lineOf, squeeze, textIn } from '../markup.ts';
import { storiesOf } from '../verify.ts';
import { addressOfPage, shorten } from './links.ts';

/** A story as one of the two tells it: its words without white space, and the line of its title. */
type Told = { story: Story; words: string; line: number | null };

type Twin = { told: Told[]; words: string; links: string[] };

export function checkTwins({ email, text, issue, site }: OpenMail): Verdict {
  const html = readHtml(email, issue, addressOfPage(site, issue));
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
    ...compareLinks(html.links, plain.links, site),
  ];
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

/** The stories of the HTML are the headings that are their titles; each goes on to the next heading. */
export function readHtml(doc: Doc, issue: Issue, page: string): Twin {
  const titles = new Map(storiesOf(issue).map((story) => [squeeze(story.title), story]));
  const told: Told[] = [];
  const body = doc.elements.find((e) => e.tagName === 'body');
  const words = flatten(body ? textIn(body) : '');
  let at = 0;
  let first = Number.POSITIVE_INFINITY;
  for (const [index, element] of doc.elements.entries()) {
    if (!/^h[1-6]$/u.test(element.tagName)) continue;
    const heading = flatten(textIn(element));
    const found = words.indexOf(heading, at);
    const last = told.at(-1);
    if (last && last.words === '') last.words = words.slice(at, found);
    at = found + heading.length;
    const story = titles.get(squeeze(textIn(element)));
    if (!story) continue;
    told.push({ story, words: '', line: lineOf(element) });
    first = Math.min(first, index);
  }
  const last = told.at(-1);
  if (last && last.words === '') last.words = words.slice(at);
  const links = linksOf(doc.elements).filter(({ element, address }) => {
    // A mark leads to a sentence of an article whose own link stands above it: a terminal has no use for both.
    if (address.includes('#:~:text=')) return false;
    // Contents of the text part are for looking: whoever reads it scrolls.
    return !(address.startsWith(`${page}#`) && doc.elements.indexOf(element) < first);
  });
  return { told, words, links: unique(links.map(({ address }) => address)) };
}

/** The stories of the text are the paragraphs that begin with their titles: the longest title that fits, each once. */
function readText(text: string, issue: Issue): Twin {
  const left = storiesOf(issue)
    .map((story) => ({ story, title: flatten(story.title) }))
    .sort((a, b) => b.title.length - a.title.length);
  const told: Told[] = [];
  for (const block of blocksOf(text)) {
    const words = flatten(withoutLinks(block.text));
    const at = left.findIndex(({ title }) => words.startsWith(title));
    const [found] = at === -1 ? [] : left.splice(at, 1);
    const last = told.at(-1);
    if (found) told.push({ story: found.story, words: words.slice(found.title.length), line: block.line });
    else if (last) last.words += words;
  }
  return { told, words: flatten(withoutLinks(text)), links: unique(linksInText(text)) };
}

function blocksOf(text: string): { text: string; line: number }[] {
  const blocks: { text: string; line: number }[] = [];
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    // A rule of signs parts as a blank line does.
    const isBlank = /^(?:\s*|([=\-_*~])\1{9,})$/u.test(line);
    if (!isBlank && isOpen) (blocks.at(-1) as { text: string }).text += `\n${line}`;
    if (!isBlank && !isOpen) blocks.push({ text: line, line: index + 1 });
    isOpen = !isBlank;
  }
  return blocks;
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
  const places = story.highlights.map((h) => text.words.indexOf(flatten(h.text)));
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
  return told.words.includes(flatten(words));
}

/** Names of themes in their order, and each paragraph of the letter. */
function compareRest(html: string, text: string, issue: Issue): Finding[] {
  const words = [...lettersOf(issue), ...issue.themes.map((theme) => theme.name), issue.label];
  return words
    .filter((part) => html.includes(flatten(part)) !== text.includes(flatten(part)))
    .map((part) => {
      const where = html.includes(flatten(part)) ? 'HTML' : 'text part';
      return finding(`“${part.slice(0, 60)}” stands in the ${where} alone`);
    });
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

/** Links to the sources in the order of the HTML; the newsletter's own may stand anywhere. */
function compareLinks(html: readonly string[], text: readonly string[], site: Site): Finding[] {
  const inHtml = new Set(html);
  const inText = new Set(text);
  const found = [
    ...html.filter((a) => !inText.has(a)).map((a) => finding(`${shorten(a)} is not in the text part`)),
    ...text.filter((a) => !inHtml.has(a)).map((a) => finding(`${shorten(a)} is in the text part alone`)),
  ];
  if (found.length > 0) return found;
  const outside = (address: string): boolean => !address.startsWith(site.url);
  const wanted = html.filter(outside);
  const moved = text.filter(outside).find((address, index) => address !== wanted[index]);
  return moved === undefined ? [] : [finding(`${shorten(moved)} stands in another place of the text part`)];
}

const address = /(?:https?:\/\/|mailto:)[^\s<>]+/gu;

function linksInText(text: string): string[] {
  return Array.from(text.matchAll(address), ([link]) => link);
}

function withoutLinks(text: string): string {
  return text.replace(/<(?:https?:\/\/|mailto:)[^\s<>]+>/gu, '').replace(address, '');
}

/** Words alone: how lines break, what a margin is drawn with and signs without width are not what is said. */
export function flatten(text: string): string {
  return squeeze(text).replace(/[|\p{Cf}]+/gu, '');
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}

function findingIn({ story, line }: Told, what: string): Finding {
  return { message: `“${story.title.slice(0, 60)}”: ${what}`, line, story: story.id, hint: null };
}
