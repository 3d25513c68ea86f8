import { joinRanges } from '../../text/ranges.ts';
import type { Draft } from './blocks.ts';

/** A block with its text as shown, and how many of its characters are link text. */
export type Line = { draft: Draft; text: string; linked: number };

export function toLines(drafts: readonly Draft[], text: string): Line[] {
  return drafts.map((draft) => ({ draft, text: joinRanges(text, draft.ranges), linked: draft.linked }));
}

/** Tables, code and captions: no prose, but not judged as such. */
export function isOpaque({ draft }: Line): boolean {
  return draft.kind === 'table' || draft.kind === 'code' || draft.kind === 'image';
}

export function isLinked(line: Line): boolean {
  return !isOpaque(line) && line.linked >= 0.85 * line.text.length;
}

/** Long enough to be a paragraph and not mostly links. A sign of Chinese or Japanese says as much as three letters. */
export function isProse(line: Line): boolean {
  if (line.draft.kind === 'heading' || isOpaque(line)) return false;
  return widthOf(line.text) >= 90 && line.linked < 0.5 * line.text.length;
}

function widthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  return text.length + 2 * (wide?.length ?? 0);
}

/** Letters of prose. */
export function proseIn(lines: readonly Line[]): number {
  return lines.filter(isProse).reduce((sum, line) => sum + line.text.length, 0);
}

/**
 * The run of lines with most prose: paragraphs count for it, what lies between them against it, links most. Where
 * sums are equal the first run stands.
 */
export function densestRun(lines: readonly Line[]): Line[] {
  let best = { sum: 0, start: 0, end: 0 };
  let [sum, start] = [0, 0];
  for (const [i, line] of lines.entries()) {
    if (sum <= 0) [sum, start] = [0, i];
    sum += scoreOf(line);
    if (sum > best.sum) best = { sum, start, end: i + 1 };
  }
  return lines.slice(best.start, best.end);
}

function scoreOf(line: Line): number {
  if (isProse(line)) return Math.min(widthOf(line.text), 400) - line.linked;
  return isOpaque(line) || line.draft.kind === 'heading' ? -10 : -30 - line.linked;
}
