import { joinRanges } from '../../text/ranges.ts';
import type { Draft } from './blocks.ts';

/** What the page says of itself, to know it again beside the text. */
export type Known = { title: string; authors: readonly string[]; site: string };

type Line = { draft: Draft; text: string; linked: number };

/** Lines that are no prose wherever they stand. */
const never =
  /^(?:\W*(?:advert(?:isement|ising)?|ad|iklan|publicidade|publicidad|publicité|werbung|anzeige|pubblicità|реклама|comments?|kommentare?|commentaires|comentarios|share(?: this)?(?: article| story| post)?|sponsored(?: content)?|caption|loading|read more|continue reading|view author archive|email the author|print|email|get short url|most read|trending|newsletter|sign up|log in|sign in|subscribe|follow us|skip to .{3,30}|image \d+ of ?\/? ?\d+|this slideshow requires javascript|story continues below.{0,40}|article continues.{0,40})\W*)$/iu;

/** Begins a pointer to another page. */
const pointer =
  /^\W*(?:related|read (?:more|also|next|the full)|also (?:read|on|see)|see also|more (?:on|from|stories|great|news)|more:|watch(?: now)?:|don.t miss|recommended|leia (?:mais|também)|leggi anche|lesen sie auch|mehr zum thema|lire aussi|à lire|lea también|lees ook|läs också|читайте также|baca juga|related posts?)(?=\W|$)/iu;

/** A heading or label above pointers. */
const listLabel =
  /^\W*(?:(?:you (?:may|might) (?:also )?(?:like|be interested)|related|recommended|more(?: (?:from|on|stories|great|news|like|to|in) .{0,40})?|read (?:more|next|also)|popular|trending|top stories|latest|most (?:read|popular)|what to read next|keep reading|comments?|leave a (?:reply|comment)|tell us what you think|share this.{0,20}|about the author|tags|filed under|topics|also in .{0,30}|follow us.{0,30}|sources?|newsletter|sign up.{0,40}|leia (?:mais|também)|artigos relacionados|veja também|lesen sie auch|mehr zum thema|lire aussi|sur le même sujet|artículos relacionados|lee también|articoli correlati|читайте также|похожие)\W*)$/iu;

const dateLine =
  /^\W*(?:(?:posted|published|updated|last updated|modified|created|on|am|le|publicado|publié)\b.{0,30})?.{0,24}\b(?:(?:19|20)\d\d|\d{1,2}:\d\d)\b.{0,40}$/iu;

/** Drops what stands before, between and after the prose of an article and is not part of it. */
export function keepProse(drafts: readonly Draft[], text: string, known: Known): Draft[] {
  const lines = drafts.map((draft) => ({
    draft,
    text: joinRanges(text, draft.ranges),
    linked: draft.linked,
  }));
  const kept = dropLists(lines.filter((line) => !never.test(line.text) && !isPointer(line)));
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

function isOpaque({ draft }: Line): boolean {
  return draft.kind === 'table' || draft.kind === 'code' || draft.kind === 'image';
}

function isLinked(line: Line): boolean {
  return !isOpaque(line) && line.linked >= 0.85 * line.text.length;
}

function isProse(line: Line): boolean {
  if (line.draft.kind === 'heading' || isOpaque(line)) return false;
  const wide = (
    line.text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []
  ).length;
  return line.text.length + 2 * wide >= 90 && line.linked < 0.5 * line.text.length;
}

function endsSentence(text: string): boolean {
  return /[.!?…:;。！？]["'”’»)\]]*$/u.test(text);
}

function isPointer(line: Line): boolean {
  return (
    !isOpaque(line) &&
    pointer.test(line.text) &&
    line.text.length < 300 &&
    line.linked > 0.4 * line.text.length
  );
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
    fold(line.text) === fold(known.title) ||
    (known.title !== '' && fold(line.text).endsWith(fold(known.title)));
  if (same || isLinked(line) || line.draft.kind === 'item') return false;
  if (line.draft.kind === 'heading') return nearest && !dateLine.test(line.text);
  return endsSentence(line.text) && !(dateLine.test(line.text) && line.text.length < 80);
}

/** After the last paragraph: what ends like a sentence stays. */
function isClosing(line: Line, known: Known): boolean {
  if (isOpaque(line)) return true;
  if (isLinked(line) || isAboutAuthor(line, known)) return false;
  return (
    line.draft.kind === 'item' ||
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

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}
