/** What was left over in the bytes: tags that something else should have filled, and signs that nobody sees. */
import type { Issue, Site } from '../types.ts';
import { flatten } from './email/told.ts';
import { count, type Finding, finding, findingAt, type OpenMail, type Verdict } from './gate.ts';
import type { Doc } from './markup.ts';
import { findControls, findTurns } from './signs.ts';
import { type Piece, piecesOf } from './written.ts';

/** Of template languages and of senders, our own personal places, what a program writes for lack of words; lost letters. */
const tags = new RegExp(
  [
    /\{\{+[^{}]{0,200}\}\}+|\{\{+[\w.#/>-]*/u,
    /\{%[^{}]{0,200}%\}/u,
    /<%[^<>]{0,200}%>/u,
    /\$\{[^{}]{1,200}\}/u,
    /\*\|[^|*]{1,100}\|\*/u,
    /%%[a-z_][\w. -]{0,80}%%/u,
    /%recipient[\w.-]{0,80}%/u,
    /\[object [a-z]\w+\]/u,
    /slot-[0-9a-f]{16}-[a-z]+/u,
    /[^\s\ufffd]{0,20}\ufffd[^\s\ufffd]{0,20}/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

/** There is no tag without one of these. */
const beginnings = /[{$<*%[\ufffd]|slot-/u;

/** What articles say, and what the editor says, as `flatten` leaves it. */
type Known = { articles: string; editor: string };

function knownOf(issues: readonly Issue[], site: Site): Known {
  const told = issues.map(({ lead, themes, numbers, quote }) => [lead, themes, numbers, quote]);
  const rest = issues.map(({ lead, themes, numbers, quote, ...own }) => own);
  return { articles: wordsIn(told), editor: wordsIn([rest, site]) };
}

/** Every string of plain data. */
function wordsIn(data: unknown): string {
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.push(flatten(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(data);
  return words.join('\n');
}

export function checkLeftOver({ html, email, issue, site }: OpenMail): Verdict {
  const { subject, preheader } = issue;
  const pieces = [
    { text: subject, where: 'the subject', element: null },
    { text: preheader, where: 'the preheader', element: null },
    ...piecesOf(email),
  ];
  return judgeDoc(html, email, pieces, () => knownOf([issue], site));
}

/** Of a web page that tells of these issues. */
export function judgePageLeftOver(bytes: string, doc: Doc, issues: readonly Issue[], site: Site): Verdict {
  return judgeDoc(bytes, doc, piecesOf(doc), () => knownOf(issues, site));
}

export function checkTextLeftOver({ text, issue, site }: OpenMail): Verdict {
  const known = () => knownOf([issue], site);
  const found: Found[] = [];
  let start = 0;
  // A tag may be broken where a line is, not where a paragraph ends.
  for (const paragraph of text.split(/(\n[ |]*\n)/u)) {
    const at = start;
    start += paragraph.length;
    found.push(
      ...findTags(paragraph, known).map(({ index, ...tag }) => ({
        ...tag,
        finding: finding(`“${tag.words}”`, null, lineAt(text, at + index)),
      })),
    );
  }
  const signs = [...findControls(text), ...findTurns(text)];
  return conclude(
    found,
    signs.map(({ name, index }) => finding(name, takeOut, lineAt(text, index))),
  );
}

/** A parser drops or mends controls: they are looked for in the bytes first, then in what references stand for. */
function judgeDoc(bytes: string, doc: Doc, pieces: readonly Piece[], known: () => Known): Verdict {
  const found: Found[] = [];
  const controls = findControls(bytes);
  const inBytes = new Set(controls.map(({ name }) => name));
  const signs = controls.map(({ name, index }) => finding(name, takeOut, lineAt(bytes, index)));
  for (const { text, where, element } of pieces) {
    const tell = (what: string): Finding => {
      const message = `${what} in ${where}`;
      return element ? findingAt(doc, element, message) : finding(message);
    };
    found.push(...findTags(decode(text), known).map((tag) => ({ ...tag, finding: tell(`“${tag.words}”`) })));
    const written = findControls(text).filter(({ name }) => !inBytes.has(name));
    signs.push(...[...written, ...findTurns(text)].map(({ name }) => ({ ...tell(name), hint: takeOut })));
  }
  return conclude(found, signs);
}

const takeOut =
  'Nobody sees it; it breaks files or turns words round. Take it out of the template or the letter.';

type Tag = { words: string; isEditors: boolean; index: number };

/** Tags that no article says. */
function findTags(text: string, known: () => Known): Tag[] {
  if (!beginnings.test(text)) return [];
  const found = Array.from(text.matchAll(tags), ({ 0: words, index }) => ({ words, index }));
  if (found.length === 0) return [];
  const { articles, editor } = known();
  return found
    .filter(({ words }) => !articles.includes(flatten(words)))
    .map((tag) => ({ ...tag, isEditors: editor.includes(flatten(tag.words)) }));
}

/** Tags stand encoded in addresses. */
function decode(text: string): string {
  if (!/%(?:7b|3c%25|24%7b|2a%7c)/iu.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%[2-7][\da-f]/giu, decodeURIComponent);
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

type Found = Omit<Tag, 'index'> & { finding: Finding };

/** What the editor wrote may be meant, and is only to be looked at. */
function conclude(found: readonly Found[], signs: readonly Finding[]): Verdict {
  const isOurs = found.some(({ isEditors }) => !isEditors) || signs.length > 0;
  const findings = [
    ...found.map(({ finding: at, isEditors }) => ({
      ...at,
      message: isEditors ? `${at.message}, as the editor wrote it` : at.message,
      hint: isEditors
        ? 'Nothing fills it: readers see it as it stands.'
        : 'Fill it in, or take it out of the template.',
    })),
    ...signs,
  ];
  const n = findings.length;
  return {
    result: n === 0 ? 'pass' : isOurs ? 'fail' : 'look',
    figure: String(n),
    sentence:
      n === 0
        ? 'No tag waits to be filled, and no sign does harm unseen.'
        : isOurs
          ? `${count(n, 'place')} that something should have filled, or that nobody sees.`
          : `The editor’s words hold ${count(n, 'tag')} that nothing fills.`,
    findings,
  };
}
