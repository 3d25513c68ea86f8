import { diagnose } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import type { AnalyzedArticle, Diagnostic } from '../types.ts';
import type { Composed, ComposeOptions } from './compose.ts';
import type { EditorPage } from './editor-page.ts';

/** A theme that only a front matter knows stands where it was put, at the end; mostly it is misspelt. */
export function complainOfThemes(
  articles: readonly AnalyzedArticle[],
  themes: readonly string[],
): Diagnostic[] {
  return articles.flatMap(({ metadata, file }) => {
    const theme = metadata['theme']?.value;
    if (typeof theme !== 'string' || themes.includes(theme)) return [];
    const right = nearest(theme, themes);
    const hint = right
      ? `Did you mean "${right}"?`
      : 'Add it to the themes of the config, or use one of those.';
    return [diagnose('unknown-theme', `the config has no theme "${theme}"`, { file, hint })];
  });
}

/** Entries of the editor's pages that match no article, no theme or no story of their issue any more. */
export function complainOfDecisions(
  pages: readonly EditorPage[],
  articles: ReadonlyMap<string, AnalyzedArticle>,
  issues: readonly Composed[],
  options: ComposeOptions,
): Diagnostic[] {
  return pages.flatMap((page) => {
    const all = [
      page.pin,
      page.exclude,
      page.order,
      Object.keys(page.date),
      Object.keys(page.move),
      Object.keys(page.highlights),
      ...page.merge,
      ...page.split,
    ];
    const unknown = [...new Set(all.flat())].filter((id) => !articles.has(id));
    const targets = Object.values(page.move).filter(
      (to) => !options.themes.includes(to) && options.periodStart(to) === null,
    );
    const here = issues.find((i) => i.issue.key === page.issue);
    const elsewhere = here && !here.issue.sealed ? misplaced(page, here, articles) : [];
    return [
      ...unknown.map((id) => unmatched(page, id, 'no article has the id', [...articles.keys()])),
      ...targets.map((to) => unmatched(page, to, 'there is no theme or issue', [...options.themes])),
      ...elsewhere.map((id) => unmatched(page, id, 'this issue does not tell the article', [])),
      ...(here
        ? []
        : [
            unmatched(
              page,
              page.issue,
              'there is no issue',
              issues.map((i) => i.issue.key),
            ),
          ]),
    ];
  });
}

function misplaced(
  page: EditorPage,
  here: Composed,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): string[] {
  const told = new Set(here.told.flatMap((t) => t.members));
  return [...page.pin, ...page.order, ...Object.keys(page.highlights)].filter(
    (id) => articles.has(id) && !told.has(id),
  );
}

function unmatched(page: EditorPage, entry: string, what: string, candidates: string[]): Diagnostic {
  const right = nearest(entry, candidates);
  const line = page.lineOf(entry);
  const hint = right
    ? `Did you mean ${right}?`
    : 'Remove the entry, or run `digestif explain` to find the id.';
  return diagnose('editor-unmatched', `${what}: ${entry}`, {
    file: page.file,
    hint,
    ...(line ? { line } : {}),
  });
}
