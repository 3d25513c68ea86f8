/** What the HTML and the text part of an email tell: stories, words and links in their order. */
import type { Issue, Story } from '../../types.ts';
import { linksOf } from '../links.ts';
import { type Doc, isElement, lineOf, seenBelow, squeeze, textIn } from '../markup.ts';
import { storiesOf } from '../verify.ts';

/** A story as one of the two tells it: its words without white space, and the line of its title. */
export type Told = { story: Story; words: string; line: number | null };

/** `marks` are addresses that only a sentence of an article leads to, or that stand there as words. */
export type Twin = { told: Told[]; words: string; links: string[]; marks: string[] };

/**
 * Finds stories by their titles, each once. A theme may have the name of a story: the title is a story's if it stands
 * where the issue has that story, else the theme's.
 */
function createFinder(issue: Issue): (title: string) => Story | null {
  const left = new Set(storiesOf(issue));
  const themes = new Set(issue.themes);
  const titles = new Map<string, Story[]>();
  for (const story of left) {
    const title = flatten(story.title);
    titles.set(title, [...(titles.get(title) ?? []), story]);
  }
  let here: readonly Story[] = issue.lead ? [issue.lead] : [];
  return (title) => {
    const named = (titles.get(title) ?? []).filter((story) => left.has(story));
    const expected = named.find((story) => here.includes(story));
    const theme = [...themes].find(({ name }) => flatten(name) === title);
    const story = expected ?? (theme ? undefined : named[0]);
    if (story) left.delete(story);
    else if (theme) {
      themes.delete(theme);
      here = theme.stories;
    }
    return story ?? null;
  };
}

/** The stories of the HTML are the headings that are their titles; each goes on to the next heading. */
export function readHtml(doc: Doc, issue: Issue, page: string): Twin {
  const findStory = createFinder(issue);
  const told: Told[] = [];
  let open: Told | null = null;
  let words = '';
  const marks: string[] = [];
  /** Where in the source the last heading ends, and the first story begins. */
  let headingEnd = 0;
  let first = Number.POSITIVE_INFINITY;
  for (const node of seenBelow(doc.root)) {
    const place = node.sourceCodeLocation;
    if (isElement(node)) {
      if (!/^h[1-6]$/u.test(node.tagName)) continue;
      const heading = flatten(textIn(node));
      const story = findStory(heading);
      words += bare(textIn(node));
      marks.push(...linksInText(textIn(node)));
      headingEnd = place?.endOffset ?? 0;
      open = story && { story, words: '', line: lineOf(node) };
      if (!open) continue;
      told.push(open);
      first = Math.min(first, place?.startOffset ?? 0);
    } else if ('value' in node && (place?.startOffset ?? 0) >= headingEnd) {
      const text = bare(node.value);
      marks.push(...linksInText(node.value));
      words += text;
      if (open) open.words += text;
    }
  }
  const links: string[] = [];
  for (const { element, address } of linksOf(doc.elements)) {
    // A mark leads to a sentence of an article; a terminal has use for the article's address at most.
    if (address.includes('#:~:text=')) marks.push(address.replace(/#:~:text=.*$/u, ''));
    // Contents of the text part are for looking: whoever reads it scrolls.
    else if (!(address.startsWith(`${page}#`) && (element.sourceCodeLocation?.startOffset ?? 0) < first))
      links.push(address);
  }
  return { told, words, links: unique(links), marks: unique(marks) };
}

/** The stories of the text are the paragraphs whose first lines are their titles. */
export function readText(text: string, issue: Issue): Twin {
  const findStory = createFinder(issue);
  const told: Told[] = [];
  for (const { lines, line } of blocksOf(text)) {
    let title = '';
    let found: Told | null = null;
    for (const [index, words] of lines.entries()) {
      title += flatten(words);
      const story = findStory(title);
      if (!story) continue;
      found = { story, words: bare(lines.slice(index + 1).join('\n')), line };
      break;
    }
    const last = told.at(-1);
    if (found) told.push(found);
    else if (last) last.words += bare(lines.join('\n'));
  }
  return { told, words: bare(text), links: unique(linksInText(text)), marks: [] };
}

/** Paragraphs, each with the number of its first line. */
function blocksOf(text: string): { lines: string[]; line: number }[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let open: string[] | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    // A rule of signs parts as a blank line does.
    if (/^(?:\s*|([=\-_*~])\1{9,})$/u.test(line)) open = null;
    else if (open) open.push(line);
    else {
      open = [line];
      blocks.push({ lines: open, line: index + 1 });
    }
  }
  return blocks;
}

const addresses = /(?:https?:\/\/|mailto:)[^\s<>]+/gu;

/** Addresses that stand in a text, as written. */
export function linksInText(text: string): string[] {
  return Array.from(text.matchAll(addresses), ([link]) => link);
}

/** Text without the addresses that stand in it. */
export function withoutLinks(text: string): string {
  return text.replace(/<(?:https?:\/\/|mailto:)[^\s<>]+>/gu, '').replace(addresses, '');
}

/** Words alone: neither how lines break nor what a margin is drawn with is said. */
export function flatten(text: string): string {
  return squeeze(text).replaceAll('|', '');
}

/** The same without addresses, which are compared as links. */
export function bare(text: string): string {
  return flatten(withoutLinks(text));
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}
