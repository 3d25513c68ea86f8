import { overlaps } from '../text/ranges.ts';
import type { AnalyzedArticle, ClassedRange, Range, Segmented, StoryGroup } from '../types.ts';

/** The body of an article that was folded into another becomes `duplicate`; nothing else changes class. */
export function markCopies(
  parts: readonly Segmented[],
  articles: readonly AnalyzedArticle[],
  groups: readonly StoryGroup[],
): Segmented[] {
  const folded = new Map(groups.flatMap((g) => g.folded.map((f) => [f.id, f.of] as const)));
  const copies = articles.filter((a) => folded.has(a.id));
  return parts.map((segmented) => {
    const here = copies.filter((a) => a.part === segmented.part.key);
    if (here.length === 0) return segmented;
    const places = here.flatMap((a) =>
      a.paragraphs.flatMap((p) => p.ranges.map((r) => ({ ...r, rule: `copy of ${folded.get(a.id)}` }))),
    );
    return { ...segmented, classes: segmented.classes.map((c) => reclass(c, places)) };
  });
}

function reclass(range: ClassedRange, copies: readonly (Range & { rule: string })[]): ClassedRange {
  if (range.class !== 'body') return range;
  const copy = copies.find((c) => overlaps(c, range));
  return copy ? { ...range, class: 'duplicate', rule: copy.rule } : range;
}
