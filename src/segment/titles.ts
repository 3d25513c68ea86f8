import { foldSpace, rawText, trimRange } from '../text/ranges.ts';
import type { Cited, Range } from '../types.ts';
import { findClosableSpaces } from './repair.ts';
import { isEnclosedInQuotes } from './shapes.ts';
import type { Vocabulary } from './words.ts';

/** A cleaned title, and what was cut off it. */
export type CleanTitle = { title: Cited; suffix: Cited | null; cuts: (Range & { rule: string })[] };

const label =
  /^(?:title|headline|subject|betreff|objet|asunto|oggetto|titel|titre|título|标题|主题)\s*[:：]\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*/iu;
const hashes = /^#{1,6}\s+/u;
const stars = /^[*_]{1,3}(?=[^*_\s])/u;
const number = /^\(?\d{1,3}[.)、]\s*/u;

/** A title without list number, label, enclosing quotes and the site's name after a bar. */
export function cleanTitle(text: string, range: Range, vocabulary: Vocabulary): CleanTitle {
  const cuts: (Range & { rule: string })[] = [];
  let rest = range;
  for (const [pattern, rule] of [
    [hashes, 'heading-mark'],
    [stars, 'heading-mark'],
    [label, 'title-label'],
    [number, 'list-number'],
  ] as const) {
    const found = pattern.exec(text.slice(rest.start, rest.end));
    if (!found || found[0].length >= rest.end - rest.start) continue;
    cuts.push({ start: rest.start, end: rest.start + found[0].length, rule });
    rest = { start: rest.start + found[0].length, end: rest.end };
  }
  const tail = /[*_]{1,3}$/u.exec(text.slice(rest.start, rest.end));
  if (tail && cuts.some((c) => /^[*_]/u.test(text.slice(c.start, c.end)))) {
    cuts.push({ start: rest.end - tail[0].length, end: rest.end, rule: 'heading-mark' });
    rest = { start: rest.start, end: rest.end - tail[0].length };
  }
  const suffix = findSuffix(text, rest);
  if (suffix) rest = trimRange(text, { start: rest.start, end: suffix.start });
  if (isEnclosedInQuotes(text.slice(rest.start, rest.end))) {
    cuts.push(
      { start: rest.start, end: rest.start + 1, rule: 'title-quotes' },
      { start: rest.end - 1, end: rest.end, rule: 'title-quotes' },
    );
    rest = { start: rest.start + 1, end: rest.end - 1 };
  }
  const spaces = findClosableSpaces(text.slice(rest.start, rest.end), vocabulary).map((r) => ({
    start: r.start + rest.start,
    end: r.end + rest.start,
    rule: r.rule,
  }));
  const ranges = around(rest, spaces);
  const cited = { text: foldSpace(rawText(text, ranges)), ranges };
  return { title: cited, suffix: suffix && citedSuffix(text, suffix), cuts: [...cuts, ...spaces] };
}

/** `range` without the holes, which lie in it in order. */
export function around(range: Range, holes: readonly Range[]): Range[] {
  const out: Range[] = [];
  let start = range.start;
  for (const hole of holes) {
    if (hole.start > start) out.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < range.end) out.push({ start, end: range.end });
  return out;
}

/** ` | Site Name (Sept. 20)`: a bar, a few words, and at least three words before it. */
function findSuffix(text: string, range: Range): Range | null {
  const title = text.slice(range.start, range.end);
  const found = /\s+[|»｜]\s*([^|»｜]{2,60})$/u.exec(title);
  if (!found || title.slice(0, found.index).split(/\s+/u).length < 3) return null;
  if ((found[1] ?? '').split(/\s+/u).length > 8) return null;
  return { start: range.start + found.index, end: range.end };
}

function citedSuffix(text: string, suffix: Range): Cited {
  const raw = text.slice(suffix.start, suffix.end);
  const range = { start: suffix.start + (raw.search(/[|»｜]/u) + 1), end: suffix.end };
  const trimmed = trimRange(text, range);
  return { text: foldSpace(text.slice(trimmed.start, trimmed.end)), ranges: [trimmed] };
}
