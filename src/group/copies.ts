import { anew } from '../text/anew.ts';
import { overlaps } from '../text/ranges.ts';
import type { AnalyzedArticle, ClassedRange, Range, Remember, Segmented, StoryGroup } from '../types.ts';

/** Body text of an article; `copyOf` is set when the article was folded into another. */
type Stretch = Range & { copyOf: string | undefined };

/** The body of an article that was folded into another becomes `duplicate`; nothing else changes class. */
export function markCopies(
  parts: readonly Segmented[],
  articles: readonly AnalyzedArticle[],
  groups: readonly StoryGroup[],
  remember: Remember = anew,
): Segmented[] {
  const folded = new Map(groups.flatMap((g) => g.folded.map((f) => [f.id, f.of] as const)));
  const byPart = Map.groupBy(articles, (a) => a.part);
  return parts.map((segmented) => {
    const here = byPart.get(segmented.part.key) ?? [];
    if (!here.some((a) => folded.has(a.id))) return segmented;
    return remember('copies', [segmented, ...here.flatMap((a) => [a, folded.get(a.id)])], () => {
      const stretches = here.flatMap((a) => stretchesOf(a, folded.get(a.id)));
      return { ...segmented, classes: segmented.classes.flatMap((c) => reclass(c, stretches)) };
    });
  });
}

function stretchesOf(article: AnalyzedArticle, copyOf: string | undefined): Stretch[] {
  return article.paragraphs.flatMap((p) => p.ranges.map((r) => ({ ...r, copyOf })));
}

/** Where the bodies of two articles touch, one range holds both: it is cut where the other begins. */
function reclass(range: ClassedRange, stretches: readonly Stretch[]): ClassedRange[] {
  if (range.class !== 'body') return [range];
  const here = stretches.filter((s) => overlaps(s, range));
  if (here.every((s) => s.copyOf === undefined)) return [range];
  const starts = here.map((s) => s.start).filter((start) => start > range.start);
  const cuts = [range.start, ...new Set(starts.sort((a, b) => a - b)), range.end];
  const pieces = cuts.slice(1).map((end, i) => pieceOf(range, { start: cuts[i] ?? range.start, end }, here));
  return joinAlike(pieces);
}

/** What an article that stays cites too is no duplicate. */
function pieceOf(range: ClassedRange, place: Range, here: readonly Stretch[]): ClassedRange {
  const owners = here.filter((s) => overlaps(s, place));
  const copy = owners.every((s) => s.copyOf !== undefined) ? owners[0] : undefined;
  return { ...range, ...place, ...(copy ? { class: 'duplicate', rule: `copy of ${copy.copyOf}` } : {}) };
}

function joinAlike(pieces: readonly ClassedRange[]): ClassedRange[] {
  const out: ClassedRange[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.class === piece.class && last.rule === piece.rule) last.end = piece.end;
    else out.push({ ...piece });
  }
  return out;
}
