import { overlaps } from '../text/ranges.ts';
import type { ClassedRange, Range, RangeClass } from '../types.ts';

/** Units that stand together: one class, one rule, the same sentences around. `text` is exactly what the part has. */
export type Segment = Range & {
  text: string;
  class: RangeClass;
  /** White space that has a class and no colour: at the end of a line, or where two classes meet. */
  blank: boolean;
  /** Indexes of the sentences it lies in, outermost first. */
  inside: number[];
  /** `left-out`: a sentence around it was joined without it. `elsewhere`: the text between two pieces of it is used apart. */
  gap: null | 'left-out' | 'elsewhere';
};

/** What a rule took, told where it begins. */
export type Taken = { class: RangeClass; rule: string };

/** A physical line of a part, terminator included. `main`: what most of its words became; `begun`: what begins here. */
export type SourceLine = { number: number; main: RangeClass | null; begun: Taken[]; segments: Segment[] };

/** A stretch of text that has a name: a sentence, or several that were quoted as one. */
export type Marked = { ranges: readonly Range[] };

/** A line of a text with its number, from 1. */
export type NumberedLine = Range & { number: number };

/**
 * Lines of segments whose texts, one after the other, are the text of `lines`: any run of lines that follow each other.
 * `classes` tile the part. Of sentences that cross each other the later one is in pieces.
 */
export function sourceLines(
  text: string,
  lines: readonly NumberedLine[],
  classes: readonly ClassedRange[],
  sentences: readonly Marked[],
): SourceLine[] {
  const [first, last] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0];
  const window = { start: first, end: last };
  const spans = spansOf(sentences, window);
  const here = classes.filter((c) => overlaps(c, window));
  const cuts = cutsOf(lines, here, spans, window);
  const walk = { class: 0, cut: 0, span: 0, open: [] as Span[], told: null as ClassedRange | null };
  return lines.map((line) => {
    const segments: Segment[] = [];
    const out: SourceLine = { number: line.number, main: null, begun: [], segments };
    for (; (cuts[walk.cut] ?? last) < line.end; walk.cut += 1) {
      const piece = { start: cuts[walk.cut] ?? last, end: cuts[walk.cut + 1] ?? last };
      while ((here[walk.class]?.end ?? Infinity) <= piece.start) walk.class += 1;
      for (let span = spans[walk.span]; span && span.start <= piece.start; span = spans[walk.span]) {
        walk.open.push(span);
        walk.span += 1;
      }
      walk.open = walk.open.filter((span) => span.end > piece.start);
      const owner = here[walk.class] ?? { ...window, class: 'body', rule: '' };
      const hasWords = addPiece(text, piece, owner, walk.open, segments);
      if (!hasWords || owner === walk.told) continue;
      walk.told = owner;
      const known = out.begun.some((t) => t.class === owner.class && t.rule === owner.rule);
      if (!known) out.begun.push({ class: owner.class, rule: owner.rule });
    }
    colourBetween(segments);
    out.main = mostOf(segments);
    return out;
  });
}

/** White space between words of one class has their colour; at the ends of a line and between colours it has none. */
function colourBetween(segments: Segment[]): void {
  let before: Segment | null = null;
  let waiting: Segment[] = [];
  for (const segment of segments) {
    if (segment.blank) waiting.push(segment);
    else {
      if (before && isAlike(before, segment))
        for (const space of waiting) space.blank = !isAlike(space, segment);
      waiting = [];
      before = segment;
    }
  }
}

function isAlike(a: Segment, b: Segment): boolean {
  return a.class === b.class && a.gap === b.gap;
}

/** The class that most units of words have; of two with as many the one that comes first. */
function mostOf(segments: readonly Segment[]): RangeClass | null {
  const units = new Map<RangeClass, number>();
  for (const { class: name, blank, text } of segments) {
    if (!blank) units.set(name, (units.get(name) ?? 0) + text.length);
  }
  let best: RangeClass | null = null;
  for (const [name, n] of units) if (n > (units.get(best ?? name) ?? 0) || best === null) best = name;
  return best;
}

/** A sentence from its first unit to its last. `far` are gaps in which other sentences stand: not part of it. */
type Span = Range & { index: number; ranges: readonly Range[]; far: ReadonlySet<number> };

/** Sentences that begin or end in the window, the longer first where two begin together. */
function spansOf(sentences: readonly Marked[], window: Range): Span[] {
  const spans = sentences
    .map(({ ranges }, index) => ({
      index,
      ranges,
      start: ranges[0]?.start ?? 0,
      end: ranges.at(-1)?.end ?? 0,
      far: new Set<number>(),
    }))
    .filter((span) => span.start < span.end && overlaps(span, window))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const starts = spans.flatMap((s) => s.ranges).sort((a, b) => a.start - b.start);
  for (const span of spans) {
    for (let i = 1; i < span.ranges.length; i += 1) {
      const gap = { start: span.ranges[i - 1]?.end ?? 0, end: span.ranges[i]?.start ?? 0 };
      if (gap.start < gap.end && startsWithin(starts, gap)) span.far.add(gap.start);
    }
  }
  return spans;
}

/** Whether one of the ranges, which ascend, begins in the gap. */
function startsWithin(ranges: readonly Range[], gap: Range): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < gap.start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Infinity) < gap.end;
}

/** Every place at which something begins or ends, in order. */
function cutsOf(
  lines: readonly Range[],
  classes: readonly Range[],
  spans: readonly Span[],
  window: Range,
): number[] {
  const ranges = [...lines, ...classes, ...spans.flatMap((s) => s.ranges)];
  const cuts = new Set(ranges.flatMap((r) => [r.start, r.end]));
  return [...cuts].filter((at) => at >= window.start && at < window.end).sort((a, b) => a - b);
}

/** A piece of one class and one set of sentences; white space at its ends is set apart, so that colour hugs the words. */
function addPiece(
  text: string,
  piece: Range,
  { class: name }: ClassedRange,
  open: readonly Span[],
  segments: Segment[],
): boolean {
  const around = open.filter((span) => holds(span, piece.start));
  const inside = around.map((span) => span.index);
  const gap = gapOf(around, piece.start, name);
  const whole = text.slice(piece.start, piece.end);
  const start = piece.start + (whole.length - whole.trimStart().length);
  const end = Math.max(start, piece.start + whole.trimEnd().length);
  const add = (from: number, to: number, blank: boolean): void => {
    if (from < to)
      segments.push({ start: from, end: to, text: text.slice(from, to), class: name, blank, inside, gap });
  };
  add(piece.start, start, true);
  add(start, end, false);
  add(end, piece.end, true);
  return start < end;
}

/** Whether a unit belongs to a sentence or to what was left out within it. */
function holds(span: Span, at: number): boolean {
  let before = span.start;
  for (const range of span.ranges) {
    if (at < range.start) return !span.far.has(before);
    if (at < range.end) return true;
    before = range.end;
  }
  return false;
}

function gapOf(around: readonly Span[], at: number, name: RangeClass): Segment['gap'] {
  const left = around.some((span) => !span.ranges.some((r) => r.start <= at && at < r.end));
  if (!left) return null;
  return name === 'boilerplate' || name === 'unreadable' ? 'left-out' : 'elsewhere';
}
