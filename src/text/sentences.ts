import type { Range } from '../types.ts';
import { trimRange } from './ranges.ts';
import { type StopRules, stopRules } from './sentences/abbreviations.ts';
import { findEnclosures } from './sentences/enclosures.ts';
import { isLowered, type Proposal, proposeBoundaries } from './sentences/proposals.ts';
import { type Boundary, rules } from './sentences/rules.ts';

/** How far, in UTF-16 units, a rule may look to either side: it keeps the whole linear. */
const WINDOW = 80;

/**
 * A quotation or bracket of several sentences stays whole up to this many units (about 28 words): two halves
 * with one quote each are worth less than one long sentence. Scripts without spaces say as much in a third.
 */
const ENCLOSED = 160;
const ENCLOSED_DENSE = 60;

type Setting = { text: string; language: string; stops: StopRules; lowered: boolean };

/** White space of any kind as a space, unit by unit: offsets stay, and a line break ends no sentence. */
function flatten(text: string): string {
  return text.replace(/[\s\u0085]/gu, ' ');
}

/**
 * The word before a single full stop, without opening marks, elided articles (`l’art.` -> `art`), and what stands
 * before a hyphen (`Port-St.` -> `St`, `J.-P.` -> `P`; `b---h.` is no initial).
 */
function wordBefore(head: string): string {
  const word =
    /(?:^|[\s\p{Ps}\p{Pi}"„/–—]|--)['’‘]?([^\s\p{Ps}\p{Pi}"„/–—]*[^\s.])\.$/u.exec(head)?.[1] ?? '';
  return word.replace(/^\p{L}{1,6}['’](?=\p{L}{2})|^[^-]*(?:\.-|[^-]-(?=\p{L}{2}))/u, '');
}

/** As the tables of abbreviations have it. */
function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function look(
  { text, language, stops, lowered }: Setting,
  from: number,
  at: number,
  enclosed: boolean,
): Boundary {
  const start = Math.max(from, at - WINDOW);
  // Marks of writing direction stand between letter and stop in some Arabic text.
  const head = text
    .slice(start, at)
    .replace(/\p{Cf}/gu, '')
    .trim();
  const tail = text.slice(at, at + WINDOW).replace(/^[\s\p{Cf}]+/u, '');
  const opening = /^[\s\p{Ps}\p{Pi}\p{Pd}"'„¿¡]*/u.exec(tail)?.[0] ?? '';
  return {
    language,
    stops,
    lowered,
    head,
    whole: start === from,
    tail,
    gap: text.charAt(at - 1) === ' ' || text.charAt(at) === ' ',
    enclosed,
    word: lowered ? capitalized(wordBefore(head)) : wordBefore(head),
    next: /^[\p{L}\p{M}\p{N}'’]*/u.exec(tail.slice(opening.length))?.[0] ?? '',
    quoted: /["“„‘«]/u.test(opening),
  };
}

function ends(boundary: Boundary): boolean {
  for (const rule of rules) {
    const verdict = rule.judge(boundary);
    if (verdict !== undefined) return verdict === 'split';
  }
  return true;
}

/** The places, of those proposed, where a sentence really begins. */
function decide(setting: Setting, proposals: readonly Proposal[], enclosures: readonly Range[]): number[] {
  const kept: number[] = [];
  let next = 0;
  for (const { at, sure } of proposals) {
    while ((enclosures[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const enclosed = (enclosures[next]?.start ?? at) < at;
    if (sure || ends(look(setting, kept.at(-1) ?? 0, at, enclosed))) kept.push(at);
  }
  return kept;
}

/**
 * The sentences of one paragraph: half-open UTF-16 ranges of `text`, ascending, disjoint, without white space at
 * their ends, together holding every other character. A line break counts as a space. `language` is an ISO 639-1
 * code; unknown ones get the rules that need no table. Linear in the length of the text.
 *
 * Method: the default sentence boundaries of UAX #29 (`Intl.Segmenter`) and places it does not see are proposed,
 * then judged by an ordered list of rules, as in rule-based splitters since Mikheev (2002), "Periods, capitalized
 * words, etc.".
 */
export function splitSentences(text: string, language: string): Range[] {
  const flat = flatten(text);
  const dense = /^(?:zh|ja|ko|th)$/u.test(language);
  const setting = { text: flat, language, stops: stopRules(language), lowered: isLowered(flat) };
  const enclosures = findEnclosures(flat, dense ? ENCLOSED_DENSE : ENCLOSED);
  const begins = [0, ...decide(setting, proposeBoundaries(flat, language, enclosures), enclosures)];
  return begins
    .map((start, i) => trimRange(text, { start, end: begins[i + 1] ?? flat.length }))
    .filter((range) => range.start < range.end);
}
