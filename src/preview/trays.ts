import type { Diagnostic, StoryGroup } from '../types.ts';
import type { PreviewState } from './state.ts';

/** A near-copy that is not told, and what it is a copy of. */
export type Fold = StoryGroup['folded'][number];

/** What waits for the editor, or was decided for lack of one. */
export type Trays = {
  /** Ids of articles without a date, or with one too coarse for an issue. */
  undated: string[];
  /** Stories of drafts whose theme is unsure, the nearest things first. */
  toCheck: StoryGroup[];
  folded: Fold[];
  /** Several articles told as one story. */
  stories: StoryGroup[];
  /** Ids of articles that an editor or a seal keeps out. */
  leftOut: string[];
  notArticles: Diagnostic[];
  suggestions: Diagnostic[];
};

/** What a file can be that no article comes of. */
const nothingFound = new Set([
  'not-an-article',
  'empty-file',
  'no-article-found',
  'title-only',
  'binary-file',
  'unreadable-file',
  'link-loop',
  'file-too-large',
  'page-too-large',
  'file-too-slow',
  'file-out-of-memory',
  'unsafe-archive',
]);

const filled = new WeakMap<PreviewState, Trays>();

/** Sorts everything into its tray, once a build. */
export function fillTrays(state: PreviewState): Trays {
  const trays = filled.get(state) ?? sortOut(state);
  filled.set(state, trays);
  return trays;
}

function sortOut({ digest, diagnostics }: PreviewState): Trays {
  const { places, issues } = digest.composition;
  const inTrays = (...names: string[]): string[] =>
    [...places].flatMap(([id, place]) => ('tray' in place && names.includes(place.tray) ? [id] : []));
  const sealed = new Set(issues.filter(({ issue }) => issue.sealed).map(({ issue }) => issue.key));
  const isOpen = (id: string): boolean => {
    const place = places.get(id);
    return place !== undefined && 'issue' in place && !sealed.has(place.issue);
  };
  const folded = new Set(inTrays('folded'));
  const moved = new Set(digest.composition.issues.flatMap(({ page }) => Object.keys(page.move)));
  return {
    undated: inTrays('undated', 'coarse'),
    toCheck: digest.groups
      .filter(
        ({ themeReason, articles }) =>
          themeReason.unsure && articles.some(isOpen) && !articles.some((id) => moved.has(id)),
      )
      .sort((a, b) => a.themeReason.margin - b.themeReason.margin),
    folded: digest.groups.flatMap((group) => group.folded.filter(({ id }) => folded.has(id))),
    stories: digest.groups.filter(({ articles }) => articles.filter(isOpen).length > 1),
    leftOut: inTrays('excluded', 'late', 'told'),
    notArticles: diagnostics.filter(({ code }) => nothingFound.has(code)),
    suggestions: diagnostics.filter(({ code }) => code === 'theme-suggested'),
  };
}
