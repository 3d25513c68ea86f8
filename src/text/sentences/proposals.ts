import type { Range } from '../../types.ts';
import { stopWords } from '../stop-words.ts';
import { stopRules } from './abbreviations.ts';

/**
 * A place where a sentence may begin. `sure` ones come from the shape of a list or an omission and are not
 * questioned; the others are judged by the rules.
 */
export type Proposal = { at: number; sure: boolean };

// Always a locale that ICU knows: an unknown one would fall back to that of the machine.
// Greek is apart because its question mark is a semicolon.
const segmenters = {
  el: new Intl.Segmenter('el', { granularity: 'sentence' }),
  other: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/**
 * Places the Unicode algorithm (UAX #29) does not see; the match ends where the next sentence begins.
 * It takes a digit, a lower-case letter or another mark after the stop for a continuation.
 */
const unseen: readonly RegExp[] = [
  // ... in 1990. 25 people ...
  /(?<=[\p{Ll}\p{N}%)\]”"’»])\.["”’»)\]]{0,3}\s+(?=[$€£¥#]?\d)/gu,
  // ... said. iPhone sales ...
  /(?<=\p{L})[.!?]["”’»)\]]{0,3}\s+(?=\p{Ll}{1,2}\p{Lu})/gu,
  // … Then ...
  /…["”’»)\]]{0,3}\s+(?=["“„‘«(¿¡]{0,2}\p{Lu})/gu,
  // ... the end.Then ...
  /(?<=[\p{Ll}\p{N}]{2})[.!?]["”’»)\]]{0,3}(?=["“„‘«(]?\p{Lu}\p{Ll}*[\s,’'])/gu,
  // ... the end.[3] Then ...
  /[.!?]["”’»)\]]{0,3}(?:(?:\[\w{1,4}\]){1,9}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s+(?=["“„‘«(¿¡]{0,2}[\p{Lu}\p{N}])/gu,
];

/** "... compounds. . . . The": the tight stop ends the sentence, the spaced dots are an omission before the next. */
const omission = /(?<=\p{L})\.\s(?=\.\s\.\s\.\s+["“„‘«(]{0,2}\p{Lu})/gu;

const bullet = /(?<=\s)[•‣⁃◦▪●■◆►▶✓✔]/gu;

/** A hyphen or star is a bullet where the paragraph begins with one and a finished item stands before it. */
const dashed = /(?<=[.!?;:]\s{1,3})[-*]\s/gu;

/** In a text that has lost its capitals every stop before a word is a candidate. */
const lowered = /(?<=[\p{L}\p{N}%)\]”"’' ])[.!?]["'”’»)\]]{0,3}\s+(?=["'“‘(]{0,2}[\p{Ll}\p{N}])/gu;

/** Whether a text has lost its capitals: letters of a script that has them, and not one that is large. */
export function isLowered(text: string): boolean {
  return !/\p{Lu}/u.test(text) && /\p{Ll}{2}/u.test(text) && text.length > 40;
}

function ends(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (m) => m.index + m[0].length);
}

function starts(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (m) => m.index);
}

function proposeBySegmenter(text: string, language: string): number[] {
  const segmenter = language === 'el' ? segmenters.el : segmenters.other;
  return Array.from(segmenter.segment(text), (segment) => segment.index);
}

const loneBullet = /[•‣⁃◦▪●■◆►▶]\s?$/u;
const firstMarker = /^\s*(?:[•‣⁃◦▪●■◆►▶-]\s*)?(\(?)(\d{1,3}|[a-z])(\.\)|\.|\))\s/u;

function nextLabel(label: string): string {
  return /\d/u.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}

/** "at number 2. The": a marker does not follow a word that wants a noun, nor, where "2." is "second", a bare word. */
function mayFollow(before: string, mark: string, language: string): boolean {
  if (/[.!?;:,)]\s*$/u.test(before)) return true;
  if (mark === '.' && stopRules(language).ordinals) return false;
  const word = /([\p{L}\p{M}°º№]+)\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return !stopWords(language).has(word) && !stopRules(language).numbered.has(word);
}

/** `1. x 2. y`, `a) x b) y`: the marker that begins the paragraph, counted on. */
function proposeItems(text: string, language: string): number[] {
  const first = firstMarker.exec(text);
  if (first === null) return [];
  const [, open = '', , mark = ''] = first;
  const found: number[] = [];
  let label = nextLabel(first[2] ?? '');
  // Lower-case letters count from a; initials in capitals are people, not lists.
  if (/[a-z]/u.test(label) && label !== 'b') return [];
  for (let from = first[0].length; ; ) {
    const marker = ` ${open}${label}${mark} `;
    const at = text.indexOf(marker, from);
    if (at < 0 || label === '{') return found;
    from = at + marker.length - 1;
    const before = text.slice(Math.max(0, at - 40), at);
    if (!mayFollow(before, mark, language)) continue;
    // A bullet before the number is where the item begins, and proposed on its own.
    if (!loneBullet.test(before)) found.push(at + 1);
    label = nextLabel(label);
  }
}

/** Where “ closes („...“) and where it opens. */
const lowQuoted = new Set('de cs sk sl hr bs sr bg mk lt lv et is ka hu ro pl'.split(' '));

/**
 * UAX #29 knows no direction of quotation marks. Takes along a closing mark that stands apart from its sentence
 * (`said. ” She`), and gives an opening mark without a space before it to the sentence it opens (`。“`).
 */
function settle(text: string, proposed: number, language: string, openings: ReadonlySet<number>): number {
  const closers = /^(?:[”’»)\]」』】]+(?=[\s,.;:!?]|$)|["']\s*$)\s*/u.exec(
    text.slice(proposed, proposed + 40),
  );
  if (closers) return proposed + closers[0].length;
  const opens = lowQuoted.has(language) ? /[「『《〈（【([‘„¿¡]/u : /[“「『《〈（【([‘„¿¡]/u;
  let at = proposed;
  while (at > 0 && proposed - at < 3 && (opens.test(text.charAt(at - 1)) || openings.has(at - 1))) at -= 1;
  return at;
}

/**
 * All places in `text` where a sentence may begin, ascending; 0 and the end are not among them. `enclosures` are
 * the quotations and brackets found in it.
 */
export function proposeBoundaries(text: string, language: string, enclosures: readonly Range[]): Proposal[] {
  const openings = new Set(enclosures.map(({ start }) => start));
  const sure = [...starts(text, bullet), ...ends(text, omission), ...proposeItems(text, language)];
  if (/^\s*[-*]\s/u.test(text)) sure.push(...starts(text, dashed));
  const patterns = isLowered(text) ? [...unseen, lowered] : unseen;
  const judged = patterns.flatMap((pattern) => ends(text, pattern));
  const places = new Map<number, boolean>();
  for (const at of proposeBySegmenter(text, language))
    places.set(settle(text, at, language, openings), false);
  for (const at of judged) places.set(at, false);
  for (const at of sure) places.set(at, true);
  return Array.from(places, ([at, isSure]) => ({ at, sure: isSure }))
    .filter(({ at }) => at > 0 && at < text.length)
    .sort((a, b) => a.at - b.at);
}
