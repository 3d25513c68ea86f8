/** The month in numbers: figures with the words of their own sentence as labels. */
import { anew } from '../text/anew.ts';
import { monthWords } from '../text/dates/months.ts';
import { stopWords } from '../text/stop-words.ts';
import type { IssueNumber, Range, Remember } from '../types.ts';
import { type Candidate, citeWords, createFinder, excerptOf } from './excerpts.ts';
import { type NumberWords, numberWords } from './number-words.ts';

/** Most figures of a strip, and the fewest that make one when no editor chose. */
export const mostNumbers = 4;
const fewestNumbers = 3;

/** A sentence taken apart; `score` says how well it can be read so, without regard to what else the issue shows. */
export type Split = { figure: Range; label: Range; score: number };

/** A figure that scores less is not worth its place. */
const least = -0.5;

/** Longest figure and label in signs, shortest label in signs and words. */
const limits = { figure: 16, label: 84, shortest: 14, words: 3 };
const ideal = { figure: 7, label: 44 };

const digits = String.raw`(?:[$€£¥]\s?)?\p{Nd}{1,3}(?:[.,\u00a0\u202f ’]\p{Nd}{3})+(?:[.,]\p{Nd}+)?|(?:[$€£¥]\s?)?\p{Nd}+(?:[.,]\p{Nd}+)?`;

/**
 * Takes a sentence apart into a figure and a label, the best way there is. The label is all that follows the figure up
 * to the end of the sentence, or all that stands before one at the end: a label is never cut short. Where words before
 * the figure are left out, none of them may turn round what follows. Years, dates, times, ratios, numbers that are
 * names, speech and sentences that need another to be understood give nothing.
 */
export function splitSentence(text: string, language: string): Split | null {
  const words = numberWords(language);
  if (!words || /["“”„«»「」()[\]:;!?]|[.…]\S*\s\p{Lu}/u.test(text)) return null;
  const end = text.replace(/[.\s]+$/u, '').length;
  const splits = [...text.matchAll(figurePattern(words))].flatMap((match) => {
    const [all, about = '', number = ''] = match;
    const before = text.slice(0, match.index);
    if (isNoCount(number, about, before, text.slice(match.index + all.length), words, language)) return [];
    const start = match.index + about.length - about.trimStart().length;
    return [
      labelAfter(text, { start, end: match.index + all.length }, end, words, language),
      labelBefore(text, start, match.index + about.length + number.length, end, words),
    ].flatMap((split) => (split ? [{ ...split, score: split.score + countScore(number, all) }] : []));
  });
  return splits.sort((a, b) => b.score - a.score || a.figure.start - b.figure.start)[0] ?? null;
}

const patterns = new Map<NumberWords, RegExp>();

/** "about", the digits, a unit; nothing that touches other signs. */
function figurePattern(words: NumberWords): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const about = `(?:(?<![\\p{L}\\p{N}])(?:${words.about})\\s)`;
  const source = `(${about}{0,2})(?<![\\p{L}\\p{N}.,:/+#№§-])(${digits})(?![\\p{L}\\p{N}]|[.,:/’'-]\\p{N}|[-‐‑–—])(\\s?(?:${words.units})(?![\\p{L}\\p{N}-]))?`;
  const pattern = new RegExp(source, 'giu');
  patterns.set(words, pattern);
  return pattern;
}

/** A year, a day, half of a ratio, a name: what counts nothing. */
function isNoCount(
  number: string,
  about: string,
  before: string,
  after: string,
  words: NumberWords,
  language: string,
): boolean {
  const bare = about.trim() === '';
  if (bare && /^(?:1[0-9]|20)\p{Nd}{2}$/u.test(number)) return true;
  if (/^0\p{Nd}/u.test(number)) return true;
  if (bare && /\p{Lu}[\p{L}.’']*\s$/u.test(before)) return true;
  if (ends(before, words.before)) return true;
  const months = monthWords.get(language.split('-')[0] ?? '')?.names.join('|');
  return months !== undefined && new RegExp(`^\\.?\\s(?:de )?(?:${months})(?!\\p{L})`, 'iu').test(after);
}

function ends(text: string, alternatives: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})\\s+$`, 'iu').test(text);
}

function holds(text: string, alternatives: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}’'])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

function labelAfter(
  text: string,
  figure: Range,
  end: number,
  words: NumberWords,
  language: string,
): Split | null {
  const gap = /^\s+(?=\p{Ll})/u.exec(text.slice(figure.end, end));
  if (!gap) return null;
  const left = text.slice(0, figure.start);
  const label = { start: figure.end + gap[0].length, end };
  const said = text.slice(label.start, label.end);
  const shown = text.slice(figure.start, figure.end);
  if (!begins(said, /\p{L}$|%$/u.test(shown) && !scale.test(shown), words, language)) return null;
  if (holds(said, words.points) || holds(left, words.turns)) return null;
  const fit = scoreOf(text, figure, label);
  return fit === null ? null : { figure, label, score: fit + (left.trim() === '' ? 1.5 : 0) };
}

/** A million is a number still, not what was counted. */
const scale =
  /(?:hundred|thousand|[mb]illion|Tausend|Millionen|Milliarden|mille|millions?|milliards?|mil|millones)$/iu;

/** After bare digits comes what was counted, after a unit what was measured. */
function begins(label: string, hasUnit: boolean, words: NumberWords, language: string): boolean {
  const [first = ''] = label.split(' ');
  if (first.endsWith(',') || new RegExp(`^(?:${words.joins})$`, 'iu').test(first)) return false;
  const allowed = hasUnit ? `${words.of}|${words.where}` : words.of;
  return new RegExp(`^(?:${allowed})$`, 'iu').test(first) || !stopWords(language).has(first);
}

/** A figure that ends the sentence, with at most two words for what it counts. */
function labelBefore(
  text: string,
  start: number,
  digitsEnd: number,
  end: number,
  words: NumberWords,
): Split | null {
  const rest = text.slice(digitsEnd, end);
  if (!/^(?:\s?%|(?:\s[\p{Ll}-]+){0,2})$/u.test(rest)) return null;
  const label = { start: 0, end: text.slice(0, start).trimEnd().length };
  const said = text.slice(0, label.end);
  if (holds(said, words.points) || /,$|\p{N}/u.test(said) || ends(`${said} `, words.is)) return null;
  const fit = scoreOf(text, { start, end }, label);
  return fit === null ? null : { figure: { start, end }, label, score: fit + 0.7 };
}

function scoreOf(text: string, figure: Range, label: Range): number | null {
  const length = label.end - label.start;
  const width = figure.end - figure.start;
  const count = text.slice(label.start, label.end).split(' ').length;
  if (width > limits.figure || length > limits.label || length < limits.shortest || count < limits.words)
    return null;
  return 1 - Math.abs(length - ideal.label) / ideal.label - 0.15 * Math.max(0, width - ideal.figure);
}

/** Few things are hardly worth a figure; a unit makes one plainer. */
function countScore(number: string, all: string): number {
  const value = Number(number.replace(/\P{Nd}/gu, ''));
  return (value < 10 ? -1 : 0) + (/\p{L}$|%$/u.test(all) ? 0.3 : 0);
}

/**
 * At most four figures, each of another story, in the order of the stories. Those are taken that score best as
 * `splitSentence` says, less 0.7 where the sentence is shown as a highlight anyway, less 0.02 for each place its story has
 * further down; ties go to what readers meet first. Fewer than three make no strip.
 */
export function chooseNumbers(
  candidates: readonly Candidate[],
  language: string,
  remember: Remember = anew,
): IssueNumber[] {
  const splitOf = createFinder('numbers', remember, splitSentence);
  const rated = candidates
    .flatMap((candidate) => {
      const split = splitOf(candidate);
      if (!split) return [];
      const score = split.score - (candidate.shown ? 0.7 : 0) - 0.02 * candidate.rank;
      return [{ candidate, split, score: Math.round(score * 1e6) / 1e6 }];
    })
    .sort((a, b) => b.score - a.score);
  const chosen: typeof rated = [];
  for (const one of rated) {
    if (chosen.length === mostNumbers || one.score < least) break;
    const same = chosen.some(
      (other) => other.candidate.rank === one.candidate.rank || figureText(other) === figureText(one),
    );
    if (!same) chosen.push(one);
  }
  if (chosen.length < fewestNumbers) return [];
  return chosen
    .sort((a, b) => a.candidate.rank - b.candidate.rank)
    .map(({ candidate, split }) => toNumber(candidate, split, language));
}

function figureText({ candidate, split }: { candidate: Candidate; split: Split }): string {
  return candidate.sentence.text.slice(split.figure.start, split.figure.end);
}

export function toNumber(candidate: Candidate, split: Omit<Split, 'score'>, language: string): IssueNumber {
  return {
    ...excerptOf(candidate, language),
    figure: citeWords(candidate.sentence, split.figure),
    label: citeWords(candidate.sentence, split.label),
  };
}
