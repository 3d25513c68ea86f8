import type { Draft } from './blocks.ts';
import { isLinked, isOpaque, isProse, type Line, toLines } from './lines.ts';
import { dateLine, foldWords, isOwnership, listLabel, never, pointer } from './words.ts';

/** What the page says of itself, to know it again beside the text. */
export type Known = { title: string; authors: readonly string[]; site: string };

/** Drops what stands before, between and after the prose of an article and is not part of it. */
export function keepProse(drafts: readonly Draft[], text: string, known: Known): Draft[] {
  const lines = toLines(drafts, text);
  const kept = dropLists(lines.filter((line) => isOpaque(line) || !(isNever(line) || isPointer(line))));
  const first = kept.findIndex(isProse);
  const last = kept.findLastIndex(isProse);
  if (first === -1) return kept.filter((line) => !isLinked(line)).map((line) => line.draft);
  const inside = kept.filter((line, i) => {
    if (i < first) return isOpening(line, known, i === first - 1);
    if (i > last) return isClosing(line, known);
    return i < last - 2 || !isAboutAuthor(line, known);
  });
  return dropTail(inside).map((line) => line.draft);
}

function endsSentence(text: string): boolean {
  return /[.!?…:;。！？]["'”’»)\]]*$/u.test(text);
}

function isNever({ text }: Line): boolean {
  return (text.length < 100 && never.test(text)) || isOwnership(text);
}

function isPointer(line: Line): boolean {
  return line.text.length < 300 && pointer.test(line.text) && line.linked > 0.4 * line.text.length;
}

/** A label such as "You may also like" with the links, headings and short lines below it. */
function dropLists(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let dropping = false;
  for (const line of lines) {
    if (!isOpaque(line) && line.text.length < 80 && listLabel.test(line.text)) dropping = true;
    else if (dropping) dropping = isLinked(line);
    if (!dropping) out.push(line);
  }
  return out;
}

/** Before the first paragraph: headings and sentences stay, labels, dates, bylines and menus go. */
function isOpening(line: Line, known: Known, nearest: boolean): boolean {
  if (isOpaque(line)) return true;
  const same =
    foldWords(line.text) === foldWords(known.title) ||
    (known.title !== '' && foldWords(line.text).endsWith(foldWords(known.title)));
  if (same || isLinked(line)) return false;
  // Key points are text, share links and trails of crumbs are none.
  if (line.draft.kind === 'item')
    return line.linked === 0 && endsSentence(line.text) && line.text.length >= 25;
  if (line.draft.kind === 'heading') return nearest && !dateLine.test(line.text);
  return endsSentence(line.text) && !(dateLine.test(line.text) && line.text.length < 80);
}

/** After the last paragraph: what ends like a sentence stays. */
function isClosing(line: Line, known: Known): boolean {
  if (isOpaque(line)) return true;
  if (isLinked(line) || isAboutAuthor(line, known)) return false;
  return (
    (line.draft.kind === 'item' && line.linked < 0.5 * line.text.length) ||
    line.draft.kind === 'heading' ||
    line.draft.kind === 'quote' ||
    endsSentence(line.text)
  );
}

/** "Ann Ebb is a reporter", "She may be reached at", "Follow us on". */
function isAboutAuthor(line: Line, { authors }: Known): boolean {
  if (line.draft.kind === 'quote' || line.text.length > 600) return false;
  const named = authors.some(
    (name) => name.length > 3 && line.text.toLowerCase().startsWith(name.toLowerCase()),
  );
  if (
    named &&
    /^.{3,60}?\s(?:is|was|writes|covers|works|lives|reports|has been|spends|contributed)\b/iu.test(line.text)
  )
    return true;
  if (/^\(?(?:additional )?(?:reporting|writing|editing) by\b/iu.test(line.text)) return true;
  return (
    /\b(?:be reached at|follow (?:him|her|them|us|me|@)|contact the (?:author|writer)|sign up (?:for|to)|subscribe to)\b/iu.test(
      line.text,
    ) && line.text.length < 300
  );
}

/** Headings at the end announce what was dropped. */
function dropTail(lines: readonly Line[]): Line[] {
  const end = lines.findLastIndex((line) => line.draft.kind !== 'heading' || isOpaque(line));
  return lines.slice(0, end + 1);
}
