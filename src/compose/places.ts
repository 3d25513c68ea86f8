import { diagnose } from '../errors.ts';
import type { AnalyzedArticle, DateFinding, Diagnostic } from '../types.ts';
import type { EditorPage } from './editor-page.ts';
import type { Seal } from './seals.ts';

/** Why an article waits for the editor instead of standing in an issue. */
export type Tray = 'undated' | 'coarse' | 'late' | 'told' | 'excluded' | 'folded';

/** Where an article went: into an issue, or into a tray with the line that would take it out again. */
export type Place = { issue: string } | { tray: Tray; why: string; write: string | null };

export type PlaceOptions = {
  pages: readonly EditorPage[];
  seals: ReadonlyMap<string, Seal>;
  /** Key of the period of a date, or null when the date is coarser. */
  periodOf: (date: DateFinding) => string | null;
  isPeriod: (text: string) => boolean;
};

/** What the editor's pages say about each article, whichever page says it. */
export function decisionsOf(pages: readonly EditorPage[], isPeriod: (text: string) => boolean) {
  const excluded = new Map(pages.flatMap((p) => p.exclude.map((id) => [id, p] as const)));
  const moves = pages.flatMap((page) => Object.entries(page.move).map(([id, to]) => ({ id, to, page })));
  const issues = new Map(moves.filter((m) => isPeriod(m.to)).map((m) => [m.id, m.to]));
  const themes = new Map(moves.filter((m) => !isPeriod(m.to)).map((m) => [m.id, m.to]));
  const pinned = new Map(pages.flatMap((p) => p.pin.map((id) => [id, p.issue] as const)));
  return { excluded, issues, themes, pinned };
}

/** Puts every article in exactly one place. */
export function placeArticles(
  articles: readonly AnalyzedArticle[],
  options: PlaceOptions,
): Map<string, Place> {
  const decisions = decisionsOf(options.pages, options.isPeriod);
  const considered = new Map(
    [...options.seals.values()].flatMap((s) => s.articles.map((id) => [id, s.issue.key])),
  );
  return new Map(articles.map((article) => [article.id, placeOf(article, decisions, considered, options)]));
}

function placeOf(
  article: AnalyzedArticle,
  decisions: ReturnType<typeof decisionsOf>,
  considered: ReadonlyMap<string, string>,
  options: PlaceOptions,
): Place {
  const { id, date } = article;
  const sealed = considered.get(id);
  if (sealed !== undefined) return { issue: sealed };
  const page = decisions.excluded.get(id);
  if (page) return { tray: 'excluded', why: `left out by ${page.file}`, write: null };
  const wanted = decisions.issues.get(id);
  const period = wanted ?? pinnedTo(id, decisions, options) ?? (date ? options.periodOf(date) : null);
  if (period !== null && options.seals.has(period)) return late(id, period);
  if (period !== null) return { issue: period };
  return date ? coarse(id, date) : undated(id);
}

/** The issue whose page pins it; a page that is named after no period makes no issue. */
function pinnedTo(
  id: string,
  decisions: ReturnType<typeof decisionsOf>,
  options: PlaceOptions,
): string | null {
  const issue = decisions.pinned.get(id);
  return issue !== undefined && options.isPeriod(issue) ? issue : null;
}

function undated(id: string): Place {
  return { tray: 'undated', why: 'no words of it give a date', write: `date: { ${id}: YYYY-MM-DD }` };
}

function coarse(id: string, date: DateFinding): Place {
  return {
    tray: 'coarse',
    why: `its date "${date.words.text.slice(0, 60)}" gives only ${date.value}`,
    write: `date: { ${id}: YYYY-MM-DD }`,
  };
}

function late(id: string, period: string): Place {
  return { tray: 'late', why: `${period} is sealed`, write: `move: { ${id}: <a later issue> }` };
}

/** One note for each article that waits for the editor; of folded copies the grouping has told. */
export function complainOfTrays(
  articles: readonly AnalyzedArticle[],
  places: ReadonlyMap<string, Place>,
): Diagnostic[] {
  const codes = {
    undated: 'undated',
    coarse: 'coarse-date',
    late: 'late-arrival',
    told: 'already-told',
  } as const;
  return articles.flatMap((article) => {
    const place = places.get(article.id);
    if (!place || 'issue' in place || place.tray === 'excluded' || place.tray === 'folded') return [];
    const hint = place.write ? `To include it, write into _issues/<issue>.md: ${place.write}` : undefined;
    const message = `"${article.title.text}" waits: ${place.why}`;
    return [diagnose(codes[place.tray], message, { file: article.file, ...(hint ? { hint } : {}) })];
  });
}
