import { anew } from '../text/anew.ts';
import { compareText } from '../text/ids.ts';
import { countValues } from '../text/vectors.ts';
import type { Remember, Result, StoryGroup, ThemeDefinition, ThemeSuggestion } from '../types.ts';
import { type Fold, findDuplicates } from './duplicates.ts';
import { createApart, type IdPair, keepKnown, pairSplits, uniteMerges } from './editor-rules.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { findPin, readPins } from './pins.ts';
import { findRepeats, repeatedByBoth, withoutRepeats } from './repeats.ts';
import { reportContradictions, reportFolds, reportSuggestions } from './report.ts';
import { sharedWords } from './shared-words.ts';
import { clusterStories, rankMembers } from './stories.ts';
import { type Rarity, type StoryVectors, storyVectors } from './story-vectors.ts';
import type { ReadArticle } from './surface-forms.ts';
import { readThemes } from './theme-reader.ts';
import { reportSeeds, reportThemes } from './theme-report.ts';
import { suggestThemes } from './theme-suggestions.ts';
import { chooseTheme, NOTHING_MATCHED, pinTheme, type ThemeChoice } from './themes.ts';
import { type GroupInput, readWords } from './words.ts';

export { OTHER_THEME } from './themes.ts';
export type { GroupInput } from './words.ts';

/** `merges` and `splits` are lists of ids that the editor wants in one story, or each in another. */
export type GroupOptions = {
  themes: readonly ThemeDefinition[];
  merges: string[][];
  splits: string[][];
  /** Ids whose theme the editor chose: whatever speaks for another, it is not to be checked. */
  decided?: ReadonlySet<string>;
  /** How rare words are in the news at large; the batch alone tells where it is absent. */
  rarity?: Rarity | null;
  /** Keeps what was read of an article. */
  remember?: Remember;
};

/** Rules of choice by which no seed of a theme is in the story. */
const seedless: ReadonlySet<string> = new Set([NOTHING_MATCHED, 'learned words']);

/** What grouping finds. */
export type Grouping = {
  groups: StoryGroup[];
  suggestions: ThemeSuggestion[];
  /**
   * Sentences by index, for the ids of articles that have such, that articles of other stories hold word for word:
   * footers, standing blurbs, background told again. They say nothing of their own story.
   */
  repeats: Map<string, ReadonlySet<number>>;
};

/** The articles that stay after folding, by id, with what was read of them. */
type Originals = { read: ReadArticle[]; vectors: StoryVectors; likeness: Likeness };

/**
 * Puts articles into stories and stories into themes. Every id is in exactly one place: a member of one story,
 * or folded once; `suggestions` are themes that the config lacks. The order of the input does not matter; stories come in the order of their first id.
 * Give it the articles of all periods together: themes learn from all, and a copy may be older than its issue.
 */
export function groupArticles(articles: readonly GroupInput[], options: GroupOptions): Result<Grouping> {
  const { rarity = null, remember = anew, decided = new Set() } = options;
  const all = sortById(articles);
  const ids = new Set(all.map(({ id }) => id));
  const splits = pairSplits(keepKnown(options.splits, ids));
  const folds = findDuplicates(all, createApart(splits), remember);
  // What an editor tells apart is a copy all the same.
  const copies = splits.length === 0 ? folds : findDuplicates(all, () => false, remember);
  const ownerOf = new Map(copies.map(({ id, of }) => [id, of]));
  const repeated = findRepeats(all, (id) => ownerOf.get(id) ?? id, remember);
  const originalOf = new Map(folds.map(({ id, of }) => [id, of]));
  const read = all
    .filter(({ id }) => !originalOf.has(id))
    .map((article) => remember('words', [article], () => ({ article, words: readWords(article) })));
  const words = read.map((one) => withoutRepeats(one.words, repeated.get(one.article.id), remember));
  const vectors = storyVectors(words, rarity, remember);
  const originals = { read, vectors, likeness: createLikeness(vectors.vectors) };
  const merges = keepKnown(options.merges, ids);
  const { clusters, contradictions } = findStories(originals, merges, splits, originalOf);
  const themeOf = createThemeChooser(all, originals, originalOf, { ...options, rarity, decided, remember });
  const choices = clusters.map((members) => ({ members, ...themeOf(members) }));
  const groups = choices.map((choice) => toGroup(choice.members, originals, folds, choice, remember));
  const storyOf = storiesOf(groups);
  // Articles of a new subject teach each other: without a seed, a claim by learned words may be theirs alone.
  const unclaimed = choices.filter(({ reason }) => seedless.has(reason.rule));
  const suggestions = suggestThemes(
    unclaimed.map(({ members }) => members),
    read,
    originals.likeness,
    remember,
  );
  return {
    value: {
      groups: groups.sort((a, b) => compareText(a.articles[0] ?? '', b.articles[0] ?? '')),
      suggestions,
      repeats: repeatedByBoth(
        repeated,
        findRepeats(all, (id) => storyOf.get(id) ?? id, remember),
      ),
    },
    diagnostics: [
      ...reportContradictions(contradictions),
      ...reportFolds(groups, all),
      ...reportThemes(groups, all),
      ...reportSeeds(options.themes, mainLanguage(all)),
      ...reportSuggestions(suggestions),
    ],
  };
}

/** The first article of each story, by the ids of its articles and their copies. */
function storiesOf(groups: readonly StoryGroup[]): Map<string, string> {
  return new Map(
    groups.flatMap(({ articles, folded }) =>
      [...articles, ...folded.map(({ id }) => id)].map((id) => [id, articles[0] ?? id] as const),
    ),
  );
}

/** The language of most articles; of several the first by name. */
function mainLanguage(all: readonly GroupInput[]): string {
  const [main] = [...countValues(all.map(({ language }) => language))].sort(
    ([a, n], [b, m]) => m - n || compareText(a, b),
  );
  return main?.[0] ?? '';
}

/** By id; of articles with the same id the first by title and text stays. All that follows relies on this order. */
function sortById(articles: readonly GroupInput[]): GroupInput[] {
  const textOf = (a: GroupInput): string => [a.title.text, ...a.sentences.map(({ text }) => text)].join('\n');
  const sorted = articles.toSorted((a, b) => compareText(a.id, b.id) || compareText(textOf(a), textOf(b)));
  return sorted.filter(({ id }, i) => id !== sorted[i - 1]?.id);
}

/** Stories as positions of originals, most central first. In the editor's lists a copy stands for its original. */
function findStories(
  { read, vectors: { vectors }, likeness }: Originals,
  merges: readonly string[][],
  splits: readonly IdPair[],
  originalOf: ReadonlyMap<string, string>,
): { clusters: number[][]; contradictions: IdPair[] } {
  const articles = read.map(({ article }) => article);
  const positions = new Map(articles.map(({ id }, position) => [id, position]));
  const rename = (id: string): string => originalOf.get(id) ?? id;
  const locate = (id: string): number => positions.get(id) ?? 0;
  const pairs = splits.map(([a, b]): IdPair => [rename(a), rename(b)]);
  const { together, contradictions } = uniteMerges(
    merges.map((list) => list.map(rename)),
    createApart(pairs),
  );
  const rules = {
    together: together.map((set) => set.map(locate)),
    apart: pairs.map(([a, b]): [number, number] => [locate(a), locate(b)]),
  };
  const clusters = clusterStories(articles, vectors, rules, likeness);
  return { clusters: clusters.map((members) => rankMembers(members, articles, vectors)), contradictions };
}

function createThemeChooser(
  all: readonly GroupInput[],
  { read }: Originals,
  originalOf: ReadonlyMap<string, string>,
  {
    themes,
    rarity,
    decided,
    remember,
  }: Required<Pick<GroupOptions, 'themes' | 'rarity' | 'decided' | 'remember'>>,
): (members: readonly number[]) => ThemeChoice {
  const pins = readPins(all, originalOf, themes);
  const settled = new Set([...decided].map((id) => originalOf.get(id) ?? id));
  const sources = read.map((one) => ({ ...one, pinned: pins.get(one.article.id)?.theme ?? null }));
  const reader = readThemes(sources, themes, remember, rarity);
  return (members) => {
    const ids = members.flatMap((member) => read[member]?.article.id ?? []);
    const pin = findPin(ids, pins);
    if (pin !== null) return pinTheme(pin);
    const { theme, reason } = chooseTheme(members, reader);
    return { theme, reason: { ...reason, unsure: reason.unsure && !ids.some((id) => settled.has(id)) } };
  };
}

function toGroup(
  members: readonly number[],
  { read, vectors }: Originals,
  folds: readonly Fold[],
  { theme, reason }: ThemeChoice,
  remember: Remember,
): StoryGroup {
  const articles = members.flatMap((member) => read[member]?.article.id ?? []);
  const own = new Set(articles);
  const shared = members.length > 1 ? sharedWords(members, vectors, read, remember) : [];
  return { articles, folded: folds.filter(({ of }) => own.has(of)), shared, theme, themeReason: reason };
}
