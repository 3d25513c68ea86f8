import type { Token } from '../types.ts';

// Word breaks of scripts without spaces come from ICU's dictionary, whatever the locale: a fixed one keeps the
// result independent of the machine.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const dense =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々]';

/** Long runs are cut for the dictionary, which keeps its memory bounded; a word at a cut may be split. */
const RUN = 4096;

// In order: a run without spaces; letters with stops (U.S., e.g.); a number with its separators; a word, in which
// an apostrophe, a soft hyphen or a joiner stands between letters. Groups without names: those cost an object a word.
const pieces = new RegExp(
  [
    `(${dense}[${dense}\\p{M}]{0,${RUN - 1}})`,
    '((?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,16}(?:\\p{L}(?![\\p{L}\\p{N}]))?)',
    '(\\p{N}+(?:[.,\\u066B\\u066C]\\p{N}+)+)',
    `[[\\p{L}\\p{N}]--${dense}][[\\p{L}\\p{N}\\p{M}]--${dense}]*(?:['’\\u00AD\\u200C\\u200D][[\\p{L}\\p{M}]--${dense}]+)*`,
  ].join('|'),
  'gv',
);

const possessive = /['’]s$/iu;

/** Articles and small words that elide before a vowel; "aujourd'hui" is a word. */
const elided =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|quell|quest|gl|bell|sant)['’](?=\p{L}{2})/iu;
const eliding = new Set(['fr', 'it', 'ca', 'oc']);

/** Compatibility forms and case folded, typographic apostrophes straight, invisible joiners gone. */
function fold(word: string): string {
  if (/^[a-z]+$/u.test(word)) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\u200C\u200D]/gu, '')
    .replaceAll('’', "'");
}

function toToken(word: string, start: number): Token {
  return { text: fold(word), start, end: start + word.length };
}

function wordToken(word: string, start: number, language: string): Token {
  const bare = word.replace(possessive, '');
  const prefix = eliding.has(language) ? (elided.exec(bare)?.[0].length ?? 0) : 0;
  return toToken(bare.slice(prefix), start + prefix);
}

function runTokens(run: string, start: number): Token[] {
  return Array.from(segmenter.segment(run))
    .filter((segment) => segment.isWordLike === true)
    .map((segment) => toToken(segment.segment, start + segment.index));
}

/**
 * The words of a text, lower-case and in compatibility form (independent of any locale), with their UTF-16 offsets.
 *
 * - Scripts with spaces: letters, marks and digits. An apostrophe between letters stays (`don't`); a final `'s` is
 *   taken off, of offsets too (`Biden’s` is `biden`), as are elided articles in French and Italian (`l'eau` is `eau`).
 * - A hyphen parts words: `high-quality` and `high quality` are the same two.
 * - Letters with stops are one word without them: `U.S.` is `us`, like `US`.
 * - A number keeps its inner separators: `1,200.50`.
 * - Han, kana, Thai, Lao, Khmer and Burmese runs, in any language: the words of ICU's dictionary.
 */
export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pieces)) {
    const [piece, run, letters, number] = match;
    const { index } = match;
    if (run !== undefined) tokens.push(...runTokens(piece, index));
    else if (letters !== undefined) {
      tokens.push({ text: fold(piece).replaceAll('.', ''), start: index, end: index + piece.length });
    } else if (number !== undefined) tokens.push(toToken(piece, index));
    else tokens.push(wordToken(piece, index, language));
  }
  return tokens;
}

const vowel = '(?:[aeiou]|(?<!^|[aeiou])y)';
const hasVowel = new RegExp(vowel, 'u');
const vowelsThenConsonant = new RegExp(`${vowel}+(?!${vowel}|$)`, 'gu');
const consonantVowelConsonant = new RegExp(`(?:^|[^aeiou])${vowel}[^aeiouwxy]$`, 'u');

/** Porter's m: how often consonants follow vowels. */
function measure(word: string): number {
  return word.match(vowelsThenConsonant)?.length ?? 0;
}

/** "hop", "rat": short words of which "hope" and "rate" are others. */
function endsShort(word: string): boolean {
  return consonantVowelConsonant.test(word);
}

function stripPlural(word: string): string {
  if (/sses$/u.test(word)) return word.slice(0, -2);
  if (/ies$/u.test(word)) return word.slice(0, -2);
  return /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

function mendStem(stem: string): string {
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/u.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function stripPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = /^(.{3,})(?:ed|ing)$/u.exec(word)?.[1];
  return stem !== undefined && hasVowel.test(stem) ? mendStem(stem) : word;
}

function foldEnding(word: string): string {
  const stem = word.slice(0, -1);
  if (word.endsWith('y') && hasVowel.test(stem)) return `${stem}i`;
  const silent =
    word.endsWith('e') && stem.length > 2 && (measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem)));
  const short = silent ? stem : word;
  return short.endsWith('ll') && measure(short) > 1 ? short.slice(0, -1) : short;
}

/** What looks like a plural or a participle and is none: without its ending it would be another word. */
const unstemmed = new Set(['news', 'texas', 'paris', 'wales', 'series', 'species', 'politics', 'during']);

/**
 * A light stem to compare words by; not for display. English: steps 1 (plurals, -ed, -ing, y) and 5 (final e, ll) of
 * M. F. Porter, "An algorithm for suffix stripping" (1980); the steps between, which fold -ational, -ness and
 * the like, merge words that news keeps apart (nation, national). Other languages: the word itself.
 */
export function stem(token: string, language: string): string {
  if (language !== 'en' || unstemmed.has(token) || !/^[a-z]{4,40}$/u.test(token)) return token;
  return foldEnding(stripPast(stripPlural(token)));
}

/** How many words a text has, as `tokenize` sees them. */
export function countWords(text: string, language: string): number {
  return tokenize(text, language).length;
}

/**
 * Words a minute in silent reading of non-fiction: 238, the mean over 190 studies of English in M. Brysbaert, "How many
 * words do we read per minute?" (2019). For Chinese that paper's estimate is 260; at 1.5 characters a word it is
 * about 390 characters, between the 260 of reading aloud (IReST 2012) and the 500 that web sites assume. Japanese
 * words from a dictionary are about as short, and are counted alike.
 */
const wordsPerMinute: Readonly<Record<string, number>> = { zh: 260, ja: 260 };
const DEFAULT_WORDS_PER_MINUTE = 238;

/** Reading time of so many words, in whole minutes, rounded, at least 1. */
export function readingMinutes(words: number, language: string): number {
  return Math.max(1, Math.round(words / (wordsPerMinute[language] ?? DEFAULT_WORDS_PER_MINUTE)));
}
