/** Words that one part of an email has alone, wherever they stand. */
import type { Issue } from '../../types.ts';
import { type Finding, finding, findingAt } from '../gate.ts';
import { attributeOf, type Doc, type Element, isElement, parentOf, seenBelow } from '../markup.ts';
import { storiesOf } from '../verify.ts';
import { bare, flatten, withoutLinks } from './told.ts';

/** Every run of words of the HTML stands in the text part, and every line of that in the HTML. */
export function compareRuns(email: Doc, text: string, issue: Issue): Finding[] {
  const runs = runsOf(email);
  const pictures = storiesOf(issue).flatMap(({ picture }) =>
    // In the text part the credit of a picture stands in brackets behind what it shows.
    picture ? [bare(`${picture.alt} (${picture.credit})`)] : [],
  );
  const inHtml = [runs.map(({ words }) => words).join(''), ...pictures].join('\n');
  const inText = bare(text);
  return [
    ...runs
      .filter(({ words }) => isSaid(words) && !inText.includes(words) && !isOfHtml(words, issue))
      .map(({ run, element }) => findingAt(email, element, `${quote(run)} stands in the HTML alone`)),
    ...extraLines(text, inHtml),
  ];
}

type Run = { run: string; words: string; element: Element };

/** What a reader sees or hears between two tags. */
function runsOf(email: Doc): Run[] {
  return Array.from(seenBelow(email.root)).flatMap((node) => {
    const element = isElement(node) ? node : parentOf(node);
    const run = isElement(node) ? (attributeOf(node, 'alt') ?? '') : node.value;
    return element === null ? [] : [{ run, words: bare(run), element }];
  });
}

function isSaid(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** What the text part may lack: the preheader, which is for the list of mails, and numbers of paragraphs behind sentences. */
function isOfHtml(words: string, { preheader }: Issue): boolean {
  return /^¶\p{Nd}+$/u.test(words) || flatten(preheader).includes(words);
}

/** What the text part may have: signs of lists, one word and a colon that names what follows, a colon before an address. */
const ofText = [/^[-*•]/u, /^[\p{L}\p{M}]+[:：]/u, /[:：]$/u];

/** Lines that the HTML does not say; of several in a row the first. */
function extraLines(text: string, inHtml: string): Finding[] {
  const found: Finding[] = [];
  let last = -1;
  for (const [index, line] of withoutLinks(text).split('\n').entries()) {
    const words = flatten(line);
    const bare = ofText.reduce((rest, sign) => rest.replace(sign, ''), words);
    if (!isSaid(words) || [words, bare].some((said) => inHtml.includes(said))) continue;
    const message = `${quote(line.replace(/^[\s|]+/u, ''))} stands in the text part alone`;
    if (last !== index) found.push(finding(message, null, index + 1));
    last = index + 1;
  }
  return found;
}

function quote(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
}
