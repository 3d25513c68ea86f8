import { diagnose } from '../errors.ts';
import { compareText, slugify } from '../text/ids.ts';
import { directionOf } from '../text/language.ts';
import { sameName } from '../text/nearest.ts';
import type {
  AnalyzedArticle,
  DateFinding,
  Diagnostic,
  Issue,
  Result,
  Story,
  StoryGroup,
  ThemeSection,
} from '../types.ts';
import { complainOfDecisions, complainOfSealed, complainOfThemes } from './complaints.ts';
import { type EditorPage, emptyPage } from './editor-page.ts';
import { notStated } from './labels.ts';
import { chooseLead, orderStories } from './order.ts';
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
  periodOf: (date: DateFinding) => string | null;
  periodLabel: (key: string) => string;
  /** First day of a period, `YYYY-MM-DD`, or null when the text is no key of a period. */
  periodStart: (key: string) => string | null;
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
  const diagnostics = [...complainOfTrays(input.articles, places)];
  const issues: Composed[] = [];
  for (const key of keys.sort(compareText)) {
    const seal = closed.get(key);
    const page = input.pages.find((p) => p.issue === key) ?? emptyPage(key);
    if (seal) issues.push({ issue: seal.issue, told: [], considered: seal.articles, page });
    else {
      const number = nextNumber(issues, closed);
      const draft = composeIssue(key, number, { input, options, articles, places, page });
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

type Draft = {
  input: ComposeInput;
  options: ComposeOptions;
  articles: ReadonlyMap<string, AnalyzedArticle>;
  places: ReadonlyMap<string, Place>;
  page: EditorPage;
};

function composeIssue(key: string, number: number, draft: Draft): Result<Composed> {
  const { input, options, articles, places, page } = draft;
  const isHere = (id: string): boolean => {
    const place = places.get(id);
    return place !== undefined && 'issue' in place && place.issue === key;
  };
  const { themes } = decisionsOf(input.pages, (text) => options.periodStart(text) !== null);
  const diagnostics: Diagnostic[] = [];
  const told: Told[] = [];
  for (const group of input.groups) {
    const ids = [...group.articles, ...group.folded.map((f) => f.id)].filter(isHere);
    const members = headFirst(ids, input.pages).flatMap((id) => articles.get(id) ?? []);
    const result = tellStory(group, members, page, {
      articles,
      pick: (articles) => options.pick(articles, key),
      language: options.language,
    });
    if (!result) continue;
    const moved = members.map((m) => themes.get(m.id)).find((theme) => theme !== undefined);
    const theme = sameName(moved ?? '', options.themes);
    told.push(theme === undefined ? result.told : { ...result.told, theme });
    diagnostics.push(...result.diagnostics, ...complainOfSilence(result.told, members));
  }
  const folded = foldedInto(told);
  const considered = input.articles.filter((a) => isHere(a.id) || folded.has(a.id)).map((a) => a.id);
  const issue = assemble(key, number, told, considered, draft);
  return { value: { issue, told, considered, page }, diagnostics };
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
  return [diagnose('no-highlight', `no sentence of "${told.story.title}" stands alone`, { file, hint })];
}

function assemble(
  key: string,
  number: number,
  told: readonly Told[],
  considered: string[],
  draft: Draft,
): Issue {
  const { input, options, articles, page } = draft;
  const lead = chooseLead(told, page, articles);
  const sections = sectionsOf(
    told.filter((t) => t !== lead),
    draft,
  );
  const reopened = input.seals.find((s) => s.issue.key === key);
  const updated = newestTime(
    considered.flatMap((id) => articles.get(id) ?? []),
    options.periodStart(key) ?? key,
  );
  const label = options.periodLabel(key);
  const titles = sections.flatMap((s) => s.stories.slice(0, 1).map((story) => story.title));
  const title = page.title ?? lead?.story.title ?? label;
  const stories = told.map((t) => t.story);
  return {
    key,
    label,
    number: reopened?.issue.number ?? number,
    language: options.language,
    dir: directionOf(options.language),
    title,
    subject: page.subject ?? shorten(`${label}: ${title}`, 90),
    preheader: page.preheader ?? shorten(titles.join('; ') || title, 120),
    letter: page.letter,
    published: reopened?.approved ?? updated,
    updated,
    sealed: false,
    lead: lead ? { ...lead.story, theme: lead.theme } : null,
    themes: sections,
    counts: {
      stories: stories.length,
      sources: countSources(stories, options.language),
      articles: considered.length,
      minutes: stories.reduce((sum, s) => sum + s.minutes, 0),
    },
  };
}

/** Sources by name; one that is not stated is none. */
function countSources(stories: readonly Story[], language: string): number {
  const names = new Set(stories.flatMap((s) => [s.source, ...s.alsoIn.map((a) => a.source)]));
  names.delete(notStated(language).source);
  return names.size;
}

function sectionsOf(told: readonly Told[], { options, articles, page }: Draft): ThemeSection[] {
  const names = [...new Set([...options.themes, ...told.map((t) => t.theme)])];
  return names.flatMap((name) => {
    const stories = orderStories(
      told.filter((t) => t.theme === name),
      page,
      articles,
    ).map((t) => t.story);
    if (stories.length === 0) return [];
    return [
      { id: sectionId(names, name), name, minutes: stories.reduce((sum, s) => sum + s.minutes, 0), stories },
    ];
  });
}

/** Two names may have one slug (`C`, `C++`): the later is numbered. */
function sectionId(names: readonly string[], name: string): string {
  const slug = slugify(name);
  const before = names.slice(0, names.indexOf(name)).filter((other) => slugify(other) === slug).length;
  return before === 0 ? slug : `${slug}-${before + 1}`;
}

/** Noon of the newest day, or the newest stated time; the first day of the period when no day is known. */
function newestTime(articles: readonly AnalyzedArticle[], start: string): string {
  const times = articles.flatMap(({ date }) => {
    if (date?.instant) return [new Date(date.instant).toISOString()];
    return date?.precision === 'day' ? [`${date.value}T12:00:00.000Z`] : [];
  });
  return times.sort(compareText).at(-1) ?? `${start}T12:00:00.000Z`;
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:–—-]+$/u, '')}…`;
}
