import { diagnose } from '../errors.ts';
import { slugify } from '../text/ids.ts';
import { nearest, sameName } from '../text/nearest.ts';
import type { AnalyzedArticle, Diagnostic, Issue, Story } from '../types.ts';
import type { Composed, ComposeOptions } from './compose.ts';
import type { EditorPage } from './editor-page.ts';
import type { Place } from './places.ts';
import type { Seal } from './seals.ts';

/** A theme that only a front matter knows stands where it was put, at the end; mostly it is misspelt. */
export function complainOfThemes(
  articles: readonly AnalyzedArticle[],
  themes: readonly string[],
): Diagnostic[] {
  const seen = new Set<string>();
  return articles.flatMap(({ metadata, file }) => {
    const stated = [metadata['theme']?.value ?? []].flat().map((theme) => theme.trim());
    return stated.flatMap((theme) => {
      if (theme === '' || sameName(theme, themes) || seen.has(`${file}\n${theme}`)) return [];
      seen.add(`${file}\n${theme}`);
      const right = nearest(theme, themes);
      const hint = right
        ? `Did you mean "${right}"?`
        : 'Add it to the themes of the config, or use one of those.';
      return [diagnose('unknown-theme', `the config has no theme "${theme}"`, { file, hint })];
    });
  });
}

/** Changes to the page or the sources of a sealed issue: it stays as it was approved, and the editor should know. */
export function complainOfSealed(
  seals: readonly Seal[],
  pages: readonly EditorPage[],
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Diagnostic[] {
  return seals.flatMap(({ issue, page: approved }) => {
    const hint = `To take the change in, reopen the issue and approve it again: digestif approve ${issue.key} --reopen`;
    const tell = (file: string): Diagnostic =>
      diagnose('sealed-edit', `${issue.key} is sealed: it stays as approved, whatever changed here`, {
        file,
        hint,
      });
    const page = pages.find((p) => p.issue === issue.key);
    const quoted = storiesIn(issue).flatMap((story) => story.highlights);
    const changed = quoted.filter((h) => (articles.get(h.article)?.sha256 ?? h.sha256) !== h.sha256);
    const files = [...new Set(changed.map((h) => h.file))];
    return [
      ...((page?.hash ?? '') === approved ? [] : [tell(page?.file ?? `_issues/${issue.key}.md`)]),
      ...files.map(tell),
    ];
  });
}

function storiesIn(issue: Issue): Story[] {
  return [...(issue.lead ? [issue.lead] : []), ...issue.themes.flatMap((theme) => theme.stories)];
}

/** Entries of the editor's pages that match no article, no theme or no story of their issue any more. */
export function complainOfDecisions(
  pages: readonly EditorPage[],
  articles: ReadonlyMap<string, AnalyzedArticle>,
  issues: readonly Composed[],
  places: ReadonlyMap<string, Place>,
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
      Object.keys(page.pictures),
      ...page.merge,
      ...page.split,
    ];
    const unknown = [...new Set(all.flat())].filter((id) => !articles.has(id));
    const targets = Object.values(page.move).filter(
      (to) => !sameName(to, options.themes) && options.periodStart(to) === null,
    );
    const here = issues.find((i) => i.issue.key === page.issue);
    const apart = page.merge.filter((list) => new Set(list.flatMap((id) => placeOf(id, places))).size > 1);
    const elsewhere = here && !here.issue.sealed ? misplaced(page, here, articles) : [];
    const findId = 'Run `digestif explain` with words of the title to find the id.';
    const ids = [...articles.keys()];
    const keys = issues.map((i) => i.issue.key);
    const known = `The themes are ${options.themes.join(', ')}; issues are named like ${keys[0] ?? '2026-05'}.`;
    return [
      ...unknown.map((id) => unmatched(page, id, 'no article has the id', ids, findId)),
      ...targets.map((to) => unmatched(page, to, 'there is no theme or issue', [...options.themes], known)),
      ...apart.map((list) =>
        unmatched(
          page,
          list[0] ?? '',
          'the articles of a merge stand in different issues',
          [],
          'Move them into one issue first.',
        ),
      ),
      ...elsewhere.map((id) => unmatched(page, id, 'this issue does not tell the article', [], findId)),
      ...(here
        ? []
        : [unmatched(page, page.issue, 'there is no issue', keys, `There are: ${keys.join(', ')}.`)]),
    ];
  });
}

function placeOf(id: string, places: ReadonlyMap<string, Place>): string[] {
  const place = places.get(id);
  return place && 'issue' in place ? [place.issue] : [];
}

function misplaced(
  page: EditorPage,
  here: Composed,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): string[] {
  const told = new Set(here.told.flatMap((t) => t.members));
  return [
    ...new Set([...page.pin, ...page.order, ...Object.keys(page.highlights), ...Object.keys(page.pictures)]),
  ].filter((id) => articles.has(id) && !told.has(id));
}

function unmatched(
  page: EditorPage,
  entry: string,
  what: string,
  candidates: string[],
  otherwise: string,
): Diagnostic {
  const right =
    nearest(entry, candidates) ?? candidates.find((candidate) => candidate.includes(slugify(entry)));
  const line = page.lineOf(entry);
  return diagnose('editor-unmatched', `${what}: ${entry}`, {
    file: page.file,
    hint: right ? `Did you mean ${right}?` : otherwise,
    ...(line ? { line } : {}),
  });
}
