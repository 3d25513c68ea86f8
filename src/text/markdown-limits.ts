/**
 * What Markdown may ask of its parser. micromark takes time that grows with the square of a paragraph's length and of
 * its signs, and a stack as deep as quotations and lists are nested: one hostile file would cost minutes, or the run.
 */
import type { Range } from '../types.ts';
import { splitLines } from './lines.ts';
import { trimRange } from './ranges.ts';

const limits = {
  /** Two megabytes of ordinary paragraphs take two seconds. */
  units: 2_000_000,
  /** Quotation and list signs before the first word of a line, and columns before a list sign. */
  depth: 100,
  /** Headings that are underlined, in the whole text. */
  underlines: 1_000,
  /** Of one paragraph; several long ones together count as much as one in which squares add up to this one's. */
  paragraph: { units: 100_000, signs: 2_500 },
};

/** Where a text asks too much, and why. */
export type TooComplex = { offset: number; reason: string };

/** The first place where Markdown is beyond what can be parsed in decent time, or null. Linear in the text. */
export function findTooComplex(text: string): TooComplex | null {
  if (text.length > limits.units) return { offset: 0, reason: 'it is too long' };
  const lines = splitLines(text);
  const deep = lines.find((line) => isTooDeep(text, line));
  if (deep) return { offset: deep.start, reason: 'quotations or lists are nested too deeply' };
  const underlines = countOf(text, /\S[ \t]*(?:\r\n?|\n)[ \t>]*(?:-+|=+)[ \t]*$/gm);
  if (underlines > limits.underlines) return { offset: 0, reason: 'it has too many underlined headings' };
  return findTooLong(text, paragraphsOf(text, lines));
}

function isTooDeep(text: string, line: Range): boolean {
  const marker = /([ \t]*)(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$))/y;
  marker.lastIndex = line.start;
  let depth = 0;
  for (let match = marker.exec(text); match && match.index < line.end; match = marker.exec(text)) {
    // The indentation alone tells how many lists a list sign may stand in.
    const indent = (match[1] ?? '').replaceAll('\t', '    ').length;
    if (indent >= limits.depth) return true;
    depth += 1;
    if (depth > limits.depth) return true;
  }
  return false;
}

function findTooLong(text: string, paragraphs: readonly Range[]): TooComplex | null {
  const { units, signs } = limits.paragraph;
  const spent = { units: 0, signs: 0 };
  for (const { start, end } of paragraphs) {
    spent.units += (end - start) ** 2;
    spent.signs += countOf(text.slice(start, end), /[[\]_*`~<]/g) ** 2;
    if (spent.units > units ** 2) return { offset: start, reason: 'a paragraph is too long' };
    if (spent.signs > signs ** 2) return { offset: start, reason: 'a paragraph has too many signs' };
  }
  return null;
}

function countOf(words: string, sign: RegExp): number {
  let count = 0;
  for (const _ of words.matchAll(sign)) count += 1;
  return count;
}

/** The paragraphs of a text that is not parsed: what stands between blank lines, white space at the ends left out. */
export function plainParagraphs(text: string): Range[] {
  return paragraphsOf(text, splitLines(text));
}

function paragraphsOf(text: string, lines: readonly Range[]): Range[] {
  const out: Range[] = [];
  let isOpen = false;
  for (const line of lines) {
    const { start, end } = trimRange(text, line);
    const last = out.at(-1);
    if (start === end) isOpen = false;
    else if (isOpen && last) last.end = end;
    else {
      out.push({ start, end });
      isOpen = true;
    }
  }
  return out;
}
