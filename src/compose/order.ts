import { compareText } from '../text/ids.ts';
import type { AnalyzedArticle } from '../types.ts';
import type { EditorPage } from './editor-page.ts';
import type { Told } from './stories.ts';

/**
 * How much a story matters, 0 to about 6, rounded to 1e-6: different sources that tell it (doubling them adds 2), length
 * of the telling (up to 800 words), how late in the period it is. The same number orders themes, the lead and what
 * the email drops first.
 */
export function importanceOf(
  told: Told,
  period: Period,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): number {
  const head = articles.get(told.story.id);
  const sources = new Set([told.story.source, ...told.story.alsoIn.map((a) => a.source)]).size;
  const length = Math.min(head?.words ?? 0, 800) / 800;
  const late = lateness(told.story.date, period);
  const quotable = told.story.highlights.length > 0 ? 1 : 0;
  return Math.round((2 * Math.log2(sources) + length + 0.3 * late + quotable) * 1e6) / 1e6;
}

/** First day, `YYYY-MM-DD`, and key of an issue's period. */
export type Period = { start: string; key: string };

/** How far in its period a day is, from 0 for the first; a date without its day is at the beginning. */
function lateness(date: string | null, { start, key }: Period): number {
  if (date?.length !== 10) return 0;
  const days = (Date.parse(date) - Date.parse(start)) / 86_400_000;
  const length = key.includes('W') ? 7 : key.includes('Q') ? 92 : key.length === 10 ? 1 : 31;
  return Math.min(1, Math.max(0, days / length));
}

/** Pinned stories first, then those the editor ordered, then by importance; ties by newer date, then id. */
export function orderStories(
  stories: readonly Told[],
  page: EditorPage,
  period: Period,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Told[] {
  const rank = (list: readonly string[], told: Told): number => {
    const places = told.members.map((id) => list.indexOf(id)).filter((i) => i >= 0);
    return places.length > 0 ? Math.min(...places) : Number.MAX_SAFE_INTEGER;
  };
  const importance = new Map(stories.map((told) => [told, importanceOf(told, period, articles)]));
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
  period: Period,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Told | null {
  const pinned = page.pin.flatMap((id) => stories.find((told) => told.members.includes(id)) ?? []);
  if (pinned[0]) return pinned[0];
  // What an editor chose is as much as there should be.
  const told = (story: Told): number => (story.chosen ? 2 : Math.min(2, story.story.highlights.length));
  const most = Math.max(0, ...stories.map(told));
  const candidates = stories.filter((story) => told(story) === most);
  return orderStories(candidates, { ...page, order: [] }, period, articles)[0] ?? null;
}
