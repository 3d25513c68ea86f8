import type { Range } from '../types.ts';
import { endsOpen, endsSentence, startsLower } from './shapes.ts';
import type { Vocabulary } from './words.ts';

/** A place that leaving out cannot mend. Offsets are of the text that was looked at. */
export type Damage = Range & { rule: string };

type DamageRule = {
  name: string;
  pattern: RegExp;
  holds: (word: string, vocabulary: Vocabulary) => boolean;
};

const always = (): boolean => true;
const abbreviations = /^(?:approx|dept|assoc|engl|jahrh|usw|bzw|sogen|ungef)\./iu;

/** What shows that words were lost, glued or mixed up. */
export const damageRules: readonly DamageRule[] = [
  { name: 'lost-space', pattern: /[,.!?]["”’»]\p{Ll}/gu, holds: always },
  {
    name: 'lost-space',
    pattern: /[\p{Ll}\d][!?.;,]["“‘«]?\p{Lu}\p{Ll}{2}/gu,
    holds: (w) => !/\d[.,]/u.test(w),
  },
  { name: 'lost-space', pattern: /\p{Ll}{2},\p{Ll}{2}/gu, holds: always },
  {
    name: 'glued-words',
    pattern:
      /(?<!\p{L})\p{Ll}{4,}(?:[st]ion|ment|ness|ance|ence|ship)(?:in|of|the|to|and|for|on|by|with|from|that|was|at)(?!\p{L})/gu,
    holds: (w, vocabulary) => vocabulary.count(w) < 2,
  },
  { name: 'lost-hyphen', pattern: /(?<!\p{L})(\p{Ll}{3,})\1(?!\p{L})/gu, holds: always },
  {
    name: 'lost-hyphen',
    pattern: /(?<![\p{L}-])\p{Ll}{7,30}(?![\p{L}-])/gu,
    holds: (w, vocabulary) => vocabulary.isHyphenated(w) && vocabulary.count(w) < 2,
  },
  { name: 'interleaved', pattern: /\p{Ll}{5,}\. (?=\p{Ll}{2})/gu, holds: (w) => !abbreviations.test(w) },
  { name: 'unreadable', pattern: /.?\ufffd+.?/gu, holds: always },
];

/** Places of a text where a sentence cannot be trusted. */
export function findDamage(text: string, vocabulary: Vocabulary): Damage[] {
  const found = damageRules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)]
      .filter((m) => rule.holds(m[0], vocabulary))
      .map((m) => ({ start: m.index, end: m.index + m[0].length, rule: rule.name })),
  );
  if (found.some((d) => d.rule === 'interleaved'))
    return [{ start: 0, end: text.length, rule: 'interleaved' }];
  return found;
}

/** The ends of a text where a sentence lacks its other part. */
export function findLooseEnds(text: string): Damage[] {
  const trimmed = text.trimEnd();
  const lead = text.length - text.trimStart().length;
  const ends: Damage[] = [];
  if (startsLower(text.trimStart())) ends.push({ start: lead, end: lead + 1, rule: 'no-beginning' });
  if (endsOpen(trimmed) || (!endsSentence(trimmed) && trimmed.length > 200)) {
    ends.push({ start: Math.max(0, trimmed.length - 1), end: trimmed.length, rule: 'no-end' });
  }
  return ends;
}
