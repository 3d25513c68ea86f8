import type { Range } from '../types.ts';
import { stripInvisible } from './invisible.ts';

/** The raw concatenation of ranges, white space as it stands. Offsets into it are what `sliceRanges` takes. */
export function rawText(text: string, ranges: readonly Range[]): string {
  return ranges.map((r) => text.slice(r.start, r.end)).join('');
}

/**
 * A text as a reader sees it: without what is invisible, each run of white space as one space, none at the ends.
 * The one place where this happens: a highlight has its final text from here, so that `verify`, which joins again,
 * and every rendering hold the same.
 */
export function foldSpace(text: string): string {
  return stripInvisible(text)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}

/** The text of ranges as a reader sees it: their concatenation, folded, nothing inserted. */
export function joinRanges(text: string, ranges: readonly Range[]): string {
  return foldSpace(rawText(text, ranges));
}

/** Total length of ranges. */
export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, r) => sum + r.end - r.start, 0);
}

/** The part of `ranges` that lies at [start, end) of their raw concatenation. */
export function sliceRanges(ranges: readonly Range[], start: number, end: number): Range[] {
  const out: Range[] = [];
  let offset = 0;
  for (const r of ranges) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, r.end - r.start);
    if (from < to) out.push({ start: r.start + from, end: r.start + to });
    offset += r.end - r.start;
  }
  return mergeTouching(out);
}

/** Joins ranges that touch; order is kept. */
export function mergeTouching(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const r of ranges) {
    const last = out.at(-1);
    if (last && last.end === r.start) last.end = r.end;
    else out.push({ ...r });
  }
  return out;
}

/** `ranges` without what lies in `holes`. In one walk through both when they ascend; else they are sorted first. */
export function subtractRanges(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  const closed = ascending(holes);
  const out: Range[] = [];
  let first = 0;
  let before = 0;
  for (const range of ranges) {
    // A range that begins before the last one may meet holes that were already passed.
    if (range.start < before) first = 0;
    before = range.start;
    while ((closed[first]?.end ?? Infinity) <= range.start) first += 1;
    cutOut(range, closed, first, out);
  }
  return out;
}

/** Adds what the holes from `first` on leave of a range. */
function cutOut(range: Range, holes: readonly Range[], first: number, out: Range[]): void {
  let at = range.start;
  for (let i = first; ; i += 1) {
    const hole = holes[i];
    if (!hole || hole.start >= range.end) break;
    if (hole.start > at) out.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < range.end) out.push({ start: at, end: range.end });
}

/** Holes in order of their starts, those that overlap as one, so that their ends ascend too. */
function ascending(holes: readonly Range[]): Range[] {
  const isSorted = holes.every((hole, i) => i === 0 || (holes[i - 1]?.start ?? 0) <= hole.start);
  const sorted = isSorted ? holes : [...holes].sort((a, b) => a.start - b.start);
  const out: Range[] = [];
  for (const hole of sorted) {
    if (hole.end <= hole.start) continue;
    const last = out.at(-1);
    if (last && hole.start <= last.end) last.end = Math.max(last.end, hole.end);
    else out.push({ ...hole });
  }
  return out;
}

/** Whether two ranges share a unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The range without white space at its ends; one of white space only collapses to its end. */
export function trimRange(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** Line of an offset, from 1; LF, CR LF and a lone CR end lines. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset && i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) line += 1;
  }
  return line;
}
