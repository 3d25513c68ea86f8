import { diagnose } from '../errors.ts';
import { compareText } from '../text/ids.ts';
import { sameName } from '../text/nearest.ts';
import type {
  AnalyzedArticle,
  DateFinding,
  Diagnostic,
  Issue,
  ReadPicture,
  Remember,
  Result,
  StoryGroup,
} from '../types.ts';
import { assemble } from './assemble.ts';
import { complainOfDecisions, complainOfSealed, complainOfThemes } from './complaints.ts';
import { type EditorPage, emptyPage } from './editor-page.ts';
import { chooseByHand } from './highlights.ts';
import { complainOfTrays, decisionsOf, type Place, placeArticles } from './places.ts';
import type { Seal } from './seals.ts';
import { type PickedRun, type Told, tellStory } from './stories.ts';

export type ComposeInput = {
  /** In file order. */
  articles: readonly AnalyzedArticle[];
  groups: readonly StoryGroup[];
  pages: readonly EditorPage[];
  seals: readonly Seal[];
};

export type ComposeOptions = {
  language: string;
  /** Theme names in the order in which they appear. */
  themes: readonly string[];
  pick: (articles: readonly AnalyzedArticle[], issue: string) => PickedRun[];
  /** What the editor chose to say in an issue, which its other stories should not say again. */
  say: (article: AnalyzedArticle, sentences: PickedRun['sentences'], issue: string) => void;
  periodOf: (date: DateFinding) => string | null;
  periodLabel: (key: string) => string;
  /** First day of a period, `YYYY-MM-DD`, or null when the text is no key of a period. */
  periodStart: (key: string) => string | null;
  /** Reads the editor's own pictures; without it there are none. */
  readPicture?: ReadPicture | undefined;
  /** Keeps what was found in an article. */
  remember?: Remember;
};

/** One issue with what the report tells about it. `told` is empty for a sealed issue: its reasons went with its draft. */
export type Composed = { issue: Issue; told: Told[]; considered: string[]; page: EditorPage };

export type Composition = { issues: Composed[]; places: Map<string, Place> };

/** Makes the issues: sealed ones as they were approved, the others from groups and the editor's decisions. */
export function compose(input: ComposeInput, options: ComposeOptions): Result<Composition> {
  const articles = new Map(input.articles.map((a) => [a.id, a]));
  const closed = new Map(input.seals.filter((s) => !s.open).map((s) => [s.issue.key, s]));
  const isPeriod = (text: string): boolean => options.periodStart(text) !== null;
  const places = placeArticles(input.articles, {
    pages: input.pages,
    seals: closed,
    periodOf: options.periodOf,
    isPeriod,
  });
  holdBack(input, places, closed);
  const keys = [
    ...new Set([...closed.keys(), ...[...places.values()].flatMap((p) => ('issue' in p ? [p.issue] : []))]),
  ];
  const contents = contentsOf(input, places);
  const diagnostics = [...complainOfTrays(input.articles, places)];
  const issues: Composed[] = [];
  for (const key of keys.sort(compareText)) {
    const seal = closed.get(key);
    const page = input.pages.find((p) => p.issue === key) ?? emptyPage(key);
    if (seal) issues.push({ issue: seal.issue, told: [], considered: seal.articles, page });
    else {
      const number = nextNumber(issues, closed);
      const content = contents.get(key) ?? { groups: [], articles: [] };
      const draft = composeIssue(key, number, content, { input, options, articles, places, page });
      diagnostics.push(...draft.diagnostics);
      issues.push(draft.value);
    }
  }
  diagnostics.push(...complainOfSealed([...closed.values()], input.pages, articles));
  diagnostics.push(...complainOfThemes(input.articles, options.themes));
  diagnostics.push(...complainOfDecisions(input.pages, articles, issues, places, options));
  return { value: { issues, places }, diagnostics };
}

/** The next number that no sealed issue has: theirs were printed. */
function nextNumber(issues: readonly Composed[], closed: ReadonlyMap<string, Seal>): number {
  const taken = new Set([...closed.values()].map((seal) => seal.issue.number));
  let number = (issues.at(-1)?.issue.number ?? 0) + 1;
  while (taken.has(number)) number += 1;
  return number;
}

/** Takes out near-copies, and stories that a sealed issue already told unless the editor pinned them. */
function holdBack(input: ComposeInput, places: Map<string, Place>, closed: ReadonlyMap<string, Seal>): void {
  const { pinned } = decisionsOf(input.pages, () => false);
  const told = new Map<string, string>();
  for (const seal of closed.values()) for (const id of idsIn(seal.issue)) told.set(id, seal.issue.key);
  for (const group of input.groups) {
    for (const { id, of } of group.folded) {
      // Under an original that is in no issue a copy would vanish: then it is told itself.
      const free = isDraft(places.get(id), closed) || isUndated(places.get(id));
      if (free && isTold(places.get(of)))
        places.set(id, { tray: 'folded', why: `near-copy of ${of}`, write: null });
    }
    const issue = group.articles.map((id) => told.get(id)).find((key) => key !== undefined);
    if (issue === undefined) continue;
    for (const id of group.articles) {
      if (!isDraft(places.get(id), closed) || pinned.has(id)) continue;
      places.set(id, { tray: 'told', why: `${issue} already told this story`, write: `pin: [${id}]` });
    }
  }
}

function isDraft(place: Place | undefined, closed: ReadonlyMap<string, Seal>): boolean {
  return place !== undefined && 'issue' in place && !closed.has(place.issue);
}

/** A copy need not say when: its original did. */
function isUndated(place: Place | undefined): boolean {
  return place !== undefined && 'tray' in place && (place.tray === 'undated' || place.tray === 'coarse');
}

function isTold(place: Place | undefined): boolean {
  return place !== undefined && 'issue' in place;
}

function idsIn(issue: Issue): string[] {
  const stories = [...(issue.lead ? [issue.lead] : []), ...issue.themes.flatMap((t) => t.stories)];
  return stories.flatMap((s) => [s.id, ...s.alsoIn.map((a) => a.id)]);
}

/** All that one issue is made of. */
export type Draft = {
  input: ComposeInput;
  options: ComposeOptions;
  articles: ReadonlyMap<string, AnalyzedArticle>;
  places: ReadonlyMap<string, Place>;
  page: EditorPage;
};

/** What belongs to one issue: stories of which it has a part, and articles, each in the order of the input. */
type Content = { groups: StoryGroup[]; articles: AnalyzedArticle[] };

/** By the key of the issue. */
function contentsOf(
  { groups, articles }: ComposeInput,
  places: ReadonlyMap<string, Place>,
): Map<string, Content> {
  const contents = new Map<string, Content>();
  const contentOf = (id: string): Content | null => {
    const place = places.get(id);
    if (place === undefined || !('issue' in place)) return null;
    const content = contents.get(place.issue) ?? { groups: [], articles: [] };
    contents.set(place.issue, content);
    return content;
  };
  for (const article of articles) contentOf(article.id)?.articles.push(article);
  for (const group of groups)
    for (const content of new Set(idsOf(group).map(contentOf))) content?.groups.push(group);
  return contents;
}

function idsOf({ articles, folded }: StoryGroup): string[] {
  return [...articles, ...folded.map((f) => f.id)];
}

function composeIssue(key: string, number: number, content: Content, draft: Draft): Result<Composed> {
  const { input, options, articles, page } = draft;
  const here = new Set(content.articles.map(({ id }) => id));
  const { themes } = decisionsOf(input.pages, (text) => options.periodStart(text) !== null);
  const diagnostics: Diagnostic[] = [];
  const told: Told[] = [];
  const parties = content.groups.flatMap((group) => {
    const ids = idsOf(group).filter((id) => here.has(id));
    const members = headFirst(ids, input.pages).flatMap((id) => articles.get(id) ?? []);
    return members.length > 0 ? [{ group, members, byHand: chooseByHand(members, page) }] : [];
  });
  // What the editor says is said before anything is chosen that may say it again.
  for (const { article, sentences } of parties.flatMap(({ byHand }) => byHand.chosen))
    options.say(article, sentences, key);
  for (const { group, members, byHand } of parties) {
    const result = tellStory(group, members, byHand.chosen, page, {
      articles,
      pick: (articles) => options.pick(articles, key),
      language: options.language,
      readPicture: options.readPicture,
    });
    if (!result) continue;
    diagnostics.push(...byHand.diagnostics);
    const moved = members.map((m) => themes.get(m.id)).find((theme) => theme !== undefined);
    const theme = sameName(moved ?? '', options.themes);
    told.push(theme === undefined ? result.told : { ...result.told, theme });
    diagnostics.push(...result.diagnostics, ...complainOfSilence(result.told, members));
  }
  const folded = foldedInto(told);
  const considered = input.articles.filter((a) => here.has(a.id) || folded.has(a.id)).map((a) => a.id);
  const issue = assemble(key, number, told, considered, draft);
  return {
    value: { issue: issue.value, told, considered, page },
    diagnostics: [...diagnostics, ...issue.diagnostics],
  };
}

/** The most central article is told, unless the editor merged: then the first of that list. */
function headFirst(ids: readonly string[], pages: readonly EditorPage[]): string[] {
  const head = pages.flatMap((page) => page.merge).find((list) => ids.includes(list[0] ?? ''))?.[0];
  return head === undefined ? [...ids] : [head, ...ids.filter((id) => id !== head)];
}

/** The copies of what is told. */
function foldedInto(told: readonly Told[]): Set<string> {
  return new Set(
    told.flatMap((t) => t.group.folded.filter((f) => t.members.includes(f.of)).map((f) => f.id)),
  );
}

function complainOfSilence(told: Told, members: readonly AnalyzedArticle[]): Diagnostic[] {
  const file = members[0]?.file ?? '';
  if (told.story.highlights.length > 0) return [];
  const hint =
    "Choose sentences yourself under highlights: in the editor's page, or leave the story to its title.";
  return [
    diagnose(
      'no-highlight',
      `no sentence of "${told.story.title}" is told: none can be read on its own that was not said already`,
      { file, hint },
    ),
  ];
}
