import { compareText } from '../text/ids.ts';
import type { AnalyzedArticle } from '../types.ts';
import type { EditorPage } from './editor-page.ts';
import type { Told } from './stories.ts';

/**
 * How much a story matters, 0 to about 6, rounded to 1e-6: sources that tell it (doubling them adds 2), length of
 * the telling (up to 800 words), how late in the period it is. The same number orders themes, the lead and what
 * the email drops first.
 */
export function importanceOf(told: Told, articles: ReadonlyMap<string, AnalyzedArticle>): number {
  const head = articles.get(told.story.id);
  const sources = 1 + told.story.alsoIn.length;
  const length = Math.min(head?.words ?? 0, 800) / 800;
  const day = Number(told.story.date?.slice(8) ?? 0) / 31;
  const quotable = told.story.highlights.length > 0 ? 1 : 0;
  return Math.round((2 * Math.log2(sources) + length + 0.3 * day + quotable) * 1e6) / 1e6;
}

/** Pinned stories first, then those the editor ordered, then by importance; ties by newer date, then id. */
export function orderStories(
  stories: readonly Told[],
  page: EditorPage,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Told[] {
  const rank = (list: readonly string[], told: Told): number => {
    const places = told.members.map((id) => list.indexOf(id)).filter((i) => i >= 0);
    return places.length > 0 ? Math.min(...places) : Number.MAX_SAFE_INTEGER;
  };
  const importance = new Map(stories.map((told) => [told, importanceOf(told, articles)]));
  return [...stories].sort(
    (a, b) =>
      rank(page.pin, a) - rank(page.pin, b) ||
      rank(page.order, a) - rank(page.order, b) ||
      (importance.get(b) ?? 0) - (importance.get(a) ?? 0) ||
      compareText(b.story.date ?? '', a.story.date ?? '') ||
      compareText(a.story.id, b.story.id),
  );
}

/** The story that leads: the first pinned one, else the most important of those with the most highlights. */
export function chooseLead(
  stories: readonly Told[],
  page: EditorPage,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Told | null {
  const pinned = page.pin.flatMap((id) => stories.find((told) => told.members.includes(id)) ?? []);
  if (pinned[0]) return pinned[0];
  const most = Math.max(0, ...stories.map((told) => Math.min(2, told.story.highlights.length)));
  const candidates = stories.filter((told) => Math.min(2, told.story.highlights.length) === most);
  return orderStories(candidates, { ...page, order: [] }, articles)[0] ?? null;
}
