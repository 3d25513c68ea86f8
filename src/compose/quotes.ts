/** The quote of the month: one sentence that holds what somebody said, and who. */
import { anew } from '../text/anew.ts';
import type { Quote, Range, Remember } from '../types.ts';
import { type Candidate, citeWords, createFinder, excerptOf } from './excerpts.ts';
import { dateLabel } from './labels.ts';

/** A sentence taken apart: the words said, without their quotation marks, and those that name who said them. */
export type Said = { words: Range; by: Range };

/**
 * Verbs of saying, without which marks hold a title or a word; of other languages we know too little, there only the
 * editor chooses. What begins with a pronoun or a link names nobody.
 */
const tables: { readonly [language: string]: { verbs: string; pronouns: string } } = {
  en: {
    verbs:
      '(?:has |had )?(?:said|says|told|wrote|writes|added|adds|asked|asks|explained|explains|recalled|recalls|replied|replies|noted|notes|remarked|argues|argued|warns|warned|insists|insisted|admits|admitted|declared|announced|joked|believes|thinks|concludes|concluded)',
    pronouns: 'he|she|they|it|I|we|you|one|who|as|when|while|if|but|and|so|in|at|on|for',
  },
  de: {
    verbs:
      '(?:sagt|sagte|schrieb|schreibt|meint|meinte|erklärt|erklärte|erzählt|erzählte|fragt|fragte|antwortete|berichtet|berichtete)',
    pronouns: 'er|sie|es|ich|wir|man',
  },
  fr: {
    verbs:
      '(?:dit|a dit|disait|écrit|a écrit|explique|a expliqué|raconte|a raconté|répond|a répondu|demande|ajoute|a ajouté|note|rappelle)',
    pronouns: 'il|elle|on|ils|elles|je|nous|-il|-elle|t-il|t-elle',
  },
  es: {
    verbs:
      '(?:dice|dijo|ha dicho|escribió|explica|explicó|cuenta|contó|responde|respondió|añade|añadió|recuerda|recordó)',
    pronouns: 'él|ella|ellos|ellas|yo|nosotros|se',
  },
  zh: {
    verbs: '(?:回忆|回憶|写|寫|介绍|介紹)?(?:说|說|表示|称|稱|道|指出|认为|認為)',
    pronouns: '他|她|它|他们|她们|我|我们',
  },
};

/** Of a word; signs of Chinese stand for themselves. */
const letter = '[\\p{L}--\\p{Script=Han}]';

const marks = { open: '["“«„「『]', close: '["”»“」』]', none: '[^"“”«»„「」『』]' };
const spoken = new RegExp(
  `^(${marks.open}\\s*)(${marks.none}+)${marks.close}[,，]?\\s*(${marks.none}+)$`,
  'u',
);
const told = new RegExp(
  `^(${marks.none}+?)[,:，：]?\\s*(${marks.open}\\s*)(${marks.none}+)${marks.close}[.。]?$`,
  'u',
);

/** Shortest and longest words and name, in signs; a sign of Chinese says as much as three of English. */
const limits = { words: { least: 28, most: 170 }, by: { least: 5, most: 90 } };

/** Takes a sentence apart that is nothing but what was said and who said it, in either order; null for others. */
export function splitQuote(text: string, language: string): Said | null {
  const first = spoken.exec(text);
  const last = first ? null : told.exec(text);
  const [, open = '', words = '', who = ''] = first ?? [];
  const [, name = '', sign = '', speech = ''] = last ?? [];
  if (first) {
    const start = open.length;
    return checked(text, spanOf(start, words), spanOf(text.length - who.length, who), false, language);
  }
  if (!last) return null;
  const start = text.lastIndexOf(speech);
  return sign === '' ? null : checked(text, spanOf(start, speech), spanOf(0, name), true, language);
}

function spanOf(start: number, text: string): Range {
  return { start, end: start + text.length };
}

/** `ends`: the verb must end what names the speaker, since the words follow. */
function checked(text: string, said: Range, tail: Range, ends: boolean, language: string): Said | null {
  const table = tables[language.split('-')[0] ?? ''];
  if (!table) return null;
  const teller = trim(text, tail, /[\s.,:。，：]/u);
  const verb = new RegExp(`(?<!${letter})${table.verbs}${ends ? '$' : `(?!${letter})`}`, 'iv');
  if (!verb.test(text.slice(teller.start, teller.end))) return null;
  const words = trim(text, said, /[\s,，]/u);
  const by = withoutVerb(text, teller, table.verbs);
  const quote = text.slice(words.start, words.end);
  const who = text.slice(by.start, by.end);
  const weight = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(quote) ? 3 : 1;
  const fits = (length: number, { least, most }: { least: number; most: number }): boolean =>
    length >= least && length <= most;
  const nameless = new RegExp(`^(?:${table.pronouns})(?!${letter})`, 'iv').test(who);
  const open = /\s(?:which|that|who|and|die|der|das|und|qui|et|que|y)$/u.test(who) || /…|\.\.\./u.test(quote);
  const named = /\p{Lu}\p{Ll}|\p{Lo}{2}/u.test(who);
  const begins = /^(?:\p{Lu}|\p{Lo}|\p{N}|¿|¡)/u.test(quote);
  const long = fits(quote.length * weight, limits.words) && fits(who.length * weight, limits.by);
  return long && begins && named && !nameless && !open ? { words, by } : null;
}

function trim(text: string, { start, end }: Range, signs: RegExp): Range {
  while (start < end && /[\s,，]/u.test(text.charAt(start))) start += 1;
  while (end > start && signs.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** "said Ida Pell" and "Ida Pell said" are both Ida Pell; "said the engineer" stays, since a line begins with it. */
function withoutVerb(text: string, span: Range, verbs: string): Range {
  const who = text.slice(span.start, span.end);
  const lead = new RegExp(`^${verbs}\\s+(?!\\p{Ll})`, 'u').exec(who)?.[0].length ?? 0;
  const trail =
    lead > 0
      ? 0
      : (new RegExp(`(?:[,\\s]\\s*|(?<=\\p{Script=Han}))${verbs}$`, 'iu').exec(who)?.[0].length ?? 0);
  return { start: span.start + lead, end: span.end - trail };
}

/**
 * How well words stand as the quote, from about -3 to 3: near 75 signs is best; two capital words in the name (1) and
 * what somebody is (0.5) make it stronger, digits (0.3) and beginning with a word that points elsewhere (1) weaker.
 */
export function scoreQuote(words: string, by: string): number {
  const weight = /\p{Script=Han}/u.test(words) ? 3 : 1;
  const fit = 1 - Math.abs(words.length * weight - 75) / 75;
  const full = /\p{Lu}[\p{L}’'-]+\s\p{Lu}/u.test(by) || /\p{Lo}{2}/u.test(by) ? 1 : 0;
  const role = /,/u.test(by) ? 0.5 : 0;
  const points = /^(?:It|He|She|They|This|That|These|But|And|Er|Sie|Es|Das|Aber|Il|Elle|Mais|Ça)(?![\p{L}])/u;
  return fit + full + role - (/\p{N}/u.test(words) ? 0.3 : 0) - (points.test(words) ? 1 : 0);
}

/**
 * The quotation that scores best, less 1 where its sentence is shown as a highlight anyway, less 1 where it is in another
 * language than the issue, less 0.03 for each place its story has further down; of two alike the first that readers meet. None where no sentence is one.
 */
export function chooseQuote(
  candidates: readonly Candidate[],
  language: string,
  issue: string,
  remember: Remember = anew,
): Quote | null {
  const saidIn = createFinder('quotes', remember, splitQuote);
  let best: { candidate: Candidate; said: Said; score: number } | null = null;
  for (const candidate of candidates) {
    const { text } = candidate.sentence;
    const said = saidIn(candidate);
    if (!said) continue;
    const own = scoreQuote(
      text.slice(said.words.start, said.words.end),
      text.slice(said.by.start, said.by.end),
    );
    const less = (candidate.shown ? 1 : 0) + (candidate.article.language === language ? 0 : 1);
    const score = Math.round((own - less - 0.03 * candidate.rank) * 1e6) / 1e6;
    if (!best || score > best.score) best = { candidate, said, score };
  }
  return best && toQuote(best.candidate, best.said, language, issue);
}

export function toQuote(candidate: Candidate, said: Said, language: string, issue: string): Quote {
  return {
    ...excerptOf(candidate, language),
    words: citeWords(candidate.sentence, said.words),
    by: citeWords(candidate.sentence, said.by),
    dateLabel: dateLabel(candidate.article.date?.value ?? null, language, issue),
  };
}
