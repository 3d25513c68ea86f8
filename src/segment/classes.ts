import type { ClassedRange, Range, RangeClass } from '../types.ts';

/** A stretch with its class, before white space is given out. */
export type Mark = Range & { class: RangeClass; rule: string };

/**
 * Classes for a whole text from `marks` (in order, apart from each other) and `overlays`, finer ones that prevail
 * where they lie. What no mark covers goes with the range before it, at the beginning with the first.
 */
export function tileClasses(text: string, marks: readonly Mark[], overlays: readonly Mark[]): ClassedRange[] {
  const upper = settleOverlaps([...overlays, ...unreadableMarks(text)]);
  const fine = overlay(text, settleOverlaps(marks), upper);
  if (text.length === 0) return [];
  const first = fine[0] ?? { start: 0, end: text.length, class: 'boilerplate' as const, rule: 'white-space' };
  const tiled: ClassedRange[] = [{ ...first, start: 0, end: first.start === 0 ? first.end : first.end }];
  for (const mark of fine.slice(1)) push(tiled, mark);
  const last = tiled.at(-1);
  if (last) last.end = text.length;
  return tiled;
}

/** The range before grows up to the next; neighbours of one class and rule become one. */
function push(tiled: ClassedRange[], mark: Mark): void {
  const last = tiled.at(-1);
  if (!last) return;
  last.end = mark.start;
  if (last.class === mark.class && last.rule === mark.rule) last.end = mark.end;
  else tiled.push({ start: mark.start, end: mark.end, class: mark.class, rule: mark.rule });
}

function unreadableMarks(text: string): Mark[] {
  return findUnreadable(text, [{ start: 0, end: text.length }]).map((r) => ({
    ...r,
    class: 'unreadable' as const,
    rule: 'replacement-character',
  }));
}

/** Runs of replacement characters inside ranges. */
export function findUnreadable(text: string, ranges: readonly Range[]): Range[] {
  return ranges.flatMap((range) =>
    [...text.slice(range.start, range.end).matchAll(/\ufffd+/gu)].map((m) => ({
      start: range.start + m.index,
      end: range.start + m.index + m[0].length,
    })),
  );
}

/** Sorted marks without overlaps; unreadable ones prevail, else the earlier. */
function settleOverlaps(marks: readonly Mark[]): Mark[] {
  const sorted = marks.filter((m) => m.start < m.end).sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Mark[] = [];
  for (const mark of sorted) {
    const last = out.at(-1);
    if (!last || mark.start >= last.end) out.push({ ...mark });
    else if (mark.class === 'unreadable' && last.class !== 'unreadable') out.push(...punch(out, mark));
    else if (mark.end > last.end) out.push({ ...mark, start: last.end });
  }
  return out;
}

/** Cuts a mark into the last of `out`; returns what follows it. */
function punch(out: Mark[], mark: Mark): Mark[] {
  const last = out.pop();
  if (!last) return [mark];
  if (last.start < mark.start) out.push({ ...last, end: mark.start });
  return last.end > mark.end ? [mark, { ...last, start: mark.end }] : [mark];
}

/** `lower` with `upper` on top; both sorted and without overlaps. */
function overlay(text: string, lower: readonly Mark[], upper: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  const keep = (mark: Mark) => {
    // White space between finer marks goes with the one before it.
    if (text.slice(mark.start, mark.end).trim() !== '') out.push(mark);
  };
  let u = 0;
  for (const mark of lower) {
    let start = mark.start;
    while (u < upper.length && (upper[u]?.start ?? 0) < mark.end) {
      const top = upper[u] as Mark;
      if (top.start > start) keep({ ...mark, start, end: top.start });
      out.push(top);
      start = Math.max(start, top.end);
      u += 1;
    }
    if (start < mark.end) keep({ ...mark, start });
  }
  return out.concat(upper.slice(u));
}
