import { splitLines } from '../text/lines.ts';
import type { Range } from '../types.ts';

/** A stretch of whole lines of a part, the part by its index. */
export type Slice = Range & { part: number };

/** A part as far as it matters here; no page ends within one of its `spans`. They are asked for only if it is cut. */
export type PagedPart = { text: string; spans: () => readonly Range[] };

/** Above `units` UTF-16 units or `parts` parts a further page begins. */
export type PageLimits = { units: number; parts: number };

/**
 * Cuts a file into pages that a browser shows at once: between parts, and within a part that is longer than a page
 * after a line. The slices of all pages, one after the other, are the file. A file without parts has one empty page.
 */
export function cutPages(parts: readonly PagedPart[], limits: PageLimits): Slice[][] {
  const pages: Slice[][] = [[]];
  let room = limits.units;
  for (const [part, paged] of parts.entries()) {
    for (const range of cutPart(paged, limits.units)) {
      const size = range.end - range.start;
      const page = pages.at(-1) ?? [];
      if (page.length > 0 && (size > room || page.length >= limits.parts)) {
        pages.push([{ part, ...range }]);
        room = limits.units - size;
      } else {
        page.push({ part, ...range });
        room -= size;
      }
    }
  }
  return pages;
}

/** The part whole, or in stretches of lines that pass `limit` by no more than what must stay together. */
function cutPart({ text, spans }: PagedPart, limit: number): Range[] {
  if (text.length <= limit) return [{ start: 0, end: text.length }];
  const sorted = [...spans()].sort((a, b) => a.start - b.start);
  const cuts: Range[] = [];
  let [start, next, closed] = [0, 0, 0];
  for (const { end } of splitLines(text)) {
    if (end - start < limit || end === text.length) continue;
    for (let span = sorted[next]; span && span.start < end; span = sorted[next]) {
      closed = Math.max(closed, span.end);
      next += 1;
    }
    if (end < closed) continue;
    cuts.push({ start, end });
    start = end;
  }
  return [...cuts, { start, end: text.length }];
}
