import { openWords } from './lexicon.ts';

/** Questions about the shape of a stretch of text. Each looks at a bounded number of characters. */

const endMark = /[.!?…。！？｡؟۔।]["'”’»“)\]）」』】*_]*$/u;
const lowerStart = /^["'“‘„«([]*\p{Ll}(?!\p{Lu})/u;
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]/u;
const cjkAll = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu;
const hyphenEnd = /\p{L}[-‐\u00ad]$/u;

/** Whether the text ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return endMark.test(text.slice(-12));
}

/** Whether the first letter is lower case; `iPhone` and `eVTOL` do not count. */
export function startsLower(text: string): boolean {
  return lowerStart.test(text.slice(0, 12));
}

export function endsWithHyphen(text: string): boolean {
  return hyphenEnd.test(text.slice(-3));
}

/** The last word, lower case, without marks; empty when the text ends with a mark. */
export function lastWord(text: string): string {
  return /[\p{L}\p{M}'’]+$/u.exec(text.slice(-40))?.[0].toLowerCase() ?? '';
}

export function firstWord(text: string): string {
  return /^[^\p{L}]{0,6}([\p{L}\p{M}'’]+)/u.exec(text.slice(0, 60))?.[1]?.toLowerCase() ?? '';
}

/** Whether no sentence can stop here: hyphen, comma, or a word such as `the`. */
export function endsOpen(text: string): boolean {
  return endsWithHyphen(text) || /[,，、]$/u.test(text) || openWords.has(lastWord(text));
}

/** The text with each number as a sign: pages of one paper carry the same line but for the number. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d+/gu, '#');
}

export function hasCjk(text: string): boolean {
  return cjk.test(text);
}

/** Words, or for scripts without spaces half the characters. */
export function countWords(text: string): number {
  let words = 0;
  for (const token of text.split(/\s+/u)) {
    if (hasCjk(token)) words += Math.ceil((token.match(cjkAll)?.length ?? token.length) / 2);
    else if (/[\p{L}\p{N}]/u.test(token)) words += 1;
  }
  return words;
}

/** Share of words of four letters or more that begin with a capital; the first word does not count. */
export function titleCaseShare(text: string): number {
  const words = (text.match(/[\p{L}\p{M}'’]+/gu) ?? []).slice(1).filter((w) => w.length >= 4);
  if (words.length === 0) return 0;
  return words.filter((w) => /^\p{Lu}/u.test(w)).length / words.length;
}

export function isAllCaps(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

const openers = '"“‘„«»\'「『《';
const closers = '"”’“»«\'」』》';

/** Whether one pair of quotation marks encloses the whole text. */
export function isEnclosedInQuotes(text: string): boolean {
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (text.length < 3 || !openers.includes(first) || !closers.includes(last)) return false;
  const inside = text.slice(1, -1);
  return !inside.includes(first) && !inside.includes(last === '’' || last === "'" ? '\u0000' : last);
}

/** Longest heading, in units and words. */
const headingUnits = 180;
const headingWords = 24;

/** Whether the text could stand as a title or subhead: short, no end of a sentence, not cut. */
export function isHeadingShape(text: string): boolean {
  if (text.length === 0 || text.length > headingUnits || !/\p{L}/u.test(text)) return false;
  if (countWords(text) > headingWords || startsLower(text) || /[,;:，；：、]$/u.test(text)) return false;
  if (/(?:…|\.\.\.|\b\p{Lu}\.)["'”’)]*$/u.test(text) && countWords(text) <= 16) return true;
  if (/[?!？！]["'”’)]*$/u.test(text)) return countWords(text) <= 16 && titleCaseShare(text) >= 0.6;
  return !endsSentence(text);
}
