import type { Range } from '../types.ts';
import { bareSuffixes } from './lexicon.ts';
import type { Vocabulary } from './words.ts';

/** A stretch left out of a text, and why. Offsets are of the text that was looked at. */
export type Deletion = Range & { rule: string };

type RepairRule = {
  name: string;
  pattern: RegExp;
  /** Which of the match is left out, relative to its start; null where the match is right as it is. */
  cut: (found: RegExpExecArray, vocabulary: Vocabulary) => Range | null;
};

/** After a hyphen these begin no second half: `pre- and post-war`. */
const conjunctions = new Set('and or to und oder bzw sowie bis et ou y o e u i'.split(' '));
const compoundLeads = new Set(
  'self well low high long short non half two three four five six ten full part all cross ex anti post pre multi semi mid e co sub ultra vice eco'.split(
    ' ',
  ),
);

/** Deletions that mend a text, in order; where two overlap the first counts. */
export const repairRules: readonly RepairRule[] = [
  { name: 'soft-hyphen', pattern: /\u00ad\s*/gu, cut: (m) => ({ start: 0, end: m[0].length }) },
  // A word is looked at from its beginning only: from each of its letters, a long one would take the square of its length.
  {
    name: 'hyphen-break',
    pattern: /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)([-‐])(\s*[\n\r]\s*)(\p{Ll}+)/gu,
    cut: cutBreak,
  },
  {
    name: 'hyphen-space',
    pattern: /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)([-‐])([ \u00a0]+)(\p{L}+)/gu,
    cut: cutSpace,
  },
  { name: 'hyphen-inside', pattern: /(?<!\p{L})(\p{L}{3,})(-)()(\p{Ll}{2,})(?![\p{L}-])/gu, cut: cutInside },
  {
    name: 'abbreviation-space',
    pattern: /(?<![\p{L}.])(\p{L})\.([ \u00a0])(?=(\p{L})\.(?!\p{L}))/gu,
    cut: cutAbbreviation,
  },
  { name: 'zero-width', pattern: /[\u200b\u2060\ufeff]+/gu, cut: (m) => ({ start: 0, end: m[0].length }) },
];

/** What to leave out of a text so that words and abbreviations close up; sorted, without overlaps. */
export function findDeletions(text: string, vocabulary: Vocabulary): Deletion[] {
  const found = repairRules.flatMap((rule) => applyRule(rule, text, vocabulary));
  found.sort((a, b) => a.start - b.start);
  let end = -1;
  return found.filter((d) => {
    if (d.start < end) return false;
    end = d.end;
    return true;
  });
}

function applyRule(rule: RepairRule, text: string, vocabulary: Vocabulary): Deletion[] {
  return [...text.matchAll(rule.pattern)].flatMap((m) => {
    const cut = rule.cut(m, vocabulary);
    return cut ? [{ start: m.index + cut.start, end: m.index + cut.end, rule: rule.name }] : [];
  });
}

/** Only the spaces inside abbreviations: what a title may need. */
export function findClosableSpaces(text: string, vocabulary: Vocabulary): Deletion[] {
  const rules = repairRules.filter((r) => r.name === 'abbreviation-space' || r.name === 'hyphen-space');
  return rules.flatMap((rule) => applyRule(rule, text, vocabulary)).sort((a, b) => a.start - b.start);
}

function partsOf(m: RegExpExecArray): { left: string; hyphen: string; gap: string; right: string } {
  return { left: m[1] ?? '', hyphen: m[2] ?? '', gap: m[3] ?? '', right: m[4] ?? '' };
}

/** A word broken at a line end closes up; a compound keeps its hyphen. */
function cutBreak(m: RegExpExecArray, vocabulary: Vocabulary): Range | null {
  const { left, hyphen, gap, right } = partsOf(m);
  if (conjunctions.has(right)) return null;
  const from = isCompound(left, right, vocabulary) ? left.length + hyphen.length : left.length;
  return { start: from, end: left.length + hyphen.length + gap.length };
}

function isCompound(left: string, right: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.count(left + right) > 0) return false;
  if (/\d$/u.test(left) || /^\p{Lu}[\p{Lu}]+$/u.test(left)) return true;
  if (vocabulary.count(`${left}-${right}`) > 0 || compoundLeads.has(left.toLowerCase())) return true;
  // Each half is counted once where the break is.
  return vocabulary.count(left) >= 2 && vocabulary.count(right) >= 2 && !bareSuffixes.has(right);
}

/** `high- level`: the space goes, the hyphen stays, unless the word is known without it. */
function cutSpace(m: RegExpExecArray, vocabulary: Vocabulary): Range | null {
  const { left, hyphen, gap, right } = partsOf(m);
  if (conjunctions.has(right.toLowerCase())) return null;
  const word = /^\p{Ll}/u.test(right) && (vocabulary.count(left + right) >= 2 || bareSuffixes.has(right));
  const from = word ? left.length : left.length + hyphen.length;
  return { start: from, end: left.length + hyphen.length + gap.length };
}

/** `lique-fied`: the second half is no word. */
function cutInside(m: RegExpExecArray, vocabulary: Vocabulary): Range | null {
  const { left, right } = partsOf(m);
  const known =
    vocabulary.count(left + right) > 0 && vocabulary.count(right) < 2 && vocabulary.count(left) < 2;
  if (!known && !(bareSuffixes.has(right) && vocabulary.count(right) < 2)) return null;
  return { start: left.length, end: left.length + 1 };
}

const closedAbbreviations = new Set(['us', 'uk', 'eu', 'un', 'dc', 'am', 'pm', 'eg', 'ie']);

/** `U. S.` closes up where that is how it is written; initials of names stay apart. */
function cutAbbreviation(m: RegExpExecArray): Range | null {
  const [first, second] = [m[1] ?? '', m[3] ?? ''];
  return closedAbbreviations.has(`${first}${second}`.toLowerCase()) ? { start: 2, end: 3 } : null;
}
