import type { Place } from '../compose/places.ts';
import type { Told } from '../compose/stories.ts';
import { partsByFile } from '../proof/ledger.ts';
import { type Circumstances, reportArticle, reportFile } from '../proof/report.ts';
import { storiesOf } from '../proof/verify.ts';
import { anew } from '../text/anew.ts';
import { createLineFinder } from '../text/lines.ts';
import type {
  AnalyzedArticle,
  ArticleReport,
  Diagnostic,
  Issue,
  IssueReport,
  Part,
  Remember,
  Segmented,
  Story,
  StoryGroup,
} from '../types.ts';
import type { Digest } from './digest.ts';

/** Explains every article, in file order. One of which the same is to be said is the same object. */
export function reportArticles(digest: Digest, remember: Remember = anew): ArticleReport[] {
  const index = indexOf(digest, remember);
  return digest.articles.flatMap((article) => {
    const part = index.parts.get(article.part);
    if (!part) return [];
    const report = reportArticle(article, circumstancesOf(article, part, digest, index));
    return [remember('article report', [JSON.stringify(report)], () => report)];
  });
}

/** The articles that stand in no issue and why. */
export function waitingArticles(digest: Digest): ArticleReport[] {
  return reportArticles(digest).filter((report) => report.issue === null);
}

export type EmailFacts = IssueReport['email'];

/**
 * A feed or a mailbox may hold fifty thousand articles. Of a file with more parts than this a report lists those of its
 * issue and of what waits: all of them in every issue would be gigabytes.
 */
const MANY_PARTS = 1000;

/** The build report of one issue: its files with both sums, its articles and stories, and all that waits. */
export function reportIssue(
  digest: Digest,
  key: string,
  email: EmailFacts,
  articles: readonly ArticleReport[],
  diagnostics: readonly Diagnostic[],
  remember: Remember = anew,
): IssueReport | null {
  const composed = digest.composition.issues.find((i) => i.issue.key === key);
  if (!composed) return null;
  const considered = new Set(composed.considered);
  const here = articles.filter((a) => considered.has(a.id));
  const waiting = articles.filter((a) => a.issue === null && a.write !== null);
  const parts = remember('parts by file', [digest.parts], () => partsByFile(digest.parts));
  const files = new Set([...[...here, ...waiting].map((a) => a.file), ...filesNowhere(digest)]);
  const mine = new Set([...here, ...waiting].map((a) => a.id));
  const placed = new Set(digest.articles.filter((a) => mine.has(a.id)).map((a) => a.part));
  const listed = ({ part }: Segmented): boolean => placed.has(part.key);
  return {
    issue: composed.issue,
    email,
    files: digest.readings
      .filter((r) => files.has(r.file))
      .map((r) => {
        const all = parts.get(r.file) ?? [];
        const [own, others] = all.length <= MANY_PARTS ? [all, []] : splitBy(all, listed);
        return remember('file report', [r, own.length, ...own, ...others], () => reportFile(r, own, others));
      }),
    articles: here,
    stories: composed.told.map(({ story, theme, members, group }) => ({
      id: story.id,
      title: story.title,
      theme,
      members,
      shared: group.shared,
      folded: group.folded.filter((f) => members.includes(f.of)),
    })),
    waiting,
    diagnostics: diagnostics.filter((d) => concerns(d, files, key)),
  };
}

function splitBy<T>(all: readonly T[], holds: (one: T) => boolean): [those: T[], others: T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

/** Files that no issue accounts for, in every report: their articles were left out, or none was found in them. */
function filesNowhere(digest: Digest): string[] {
  const { places } = digest.composition;
  const placed = digest.articles.filter(
    (a) => 'issue' in (places.get(a.id) ?? {}) || isFolded(places.get(a.id)),
  );
  const files = new Set(placed.map((a) => a.file));
  return digest.readings.map((r) => r.file).filter((file) => !files.has(file));
}

function isFolded(place: Place | undefined): boolean {
  return place !== undefined && 'tray' in place && place.tray === 'folded';
}

/** A complaint belongs to an issue by its file; what belongs to no article is told in every report. */
function concerns({ file, severity }: Diagnostic, files: ReadonlySet<string>, key: string): boolean {
  if (file === undefined || severity === 'error') return true;
  const path = file.replace(/^articles\//u, '');
  if (path.startsWith('_issues/')) return path.startsWith(`_issues/${key}.`);
  return files.has(path) || !/\.(?:md|markdown|txt|text)$/iu.test(path);
}

type Index = {
  parts: ReadonlyMap<string, Part>;
  lines: ReadonlyMap<string, (offset: number) => number>;
  groups: ReadonlyMap<string, StoryGroup>;
  told: ReadonlyMap<string, { told: Told; issue: Issue }>;
  sealed: ReadonlyMap<string, { story: Story; issue: Issue }>;
  titles: ReadonlyMap<string, string>;
  /** Lists of the editor's `merge:`. */
  merges: readonly (readonly string[])[];
};

function indexOf(digest: Digest, remember: Remember): Index {
  const { issues } = digest.composition;
  return {
    parts: new Map(digest.parts.map(({ part }) => [part.key, part])),
    lines: new Map(
      digest.parts.map(({ part }) => [
        part.key,
        remember('lines', [part], () => createLineFinder(part.text)),
      ]),
    ),
    groups: new Map(
      digest.groups.flatMap((g) =>
        [...g.articles, ...g.folded.map((f) => f.id)].map((id) => [id, g] as const),
      ),
    ),
    told: new Map(
      issues.flatMap(({ told, issue }) =>
        told.flatMap((t) => t.members.map((id) => [id, { told: t, issue }] as const)),
      ),
    ),
    sealed: new Map(
      issues
        .filter((i) => i.issue.sealed)
        .flatMap(({ issue }) => storiesOf(issue).map((story) => [story.id, { story, issue }] as const)),
    ),
    titles: new Map(digest.articles.map((a) => [a.id, a.title.text])),
    merges: digest.pages.flatMap((page) => page.merge),
  };
}

function circumstancesOf(article: AnalyzedArticle, part: Part, digest: Digest, index: Index): Circumstances {
  const place = digest.composition.places.get(article.id);
  const told = index.told.get(article.id);
  const sealed = index.sealed.get(article.id);
  const story = told?.told.story.id === article.id ? told.told.story : (sealed?.story ?? null);
  const issue = place && 'issue' in place ? place.issue : null;
  return {
    part,
    lineAt: index.lines.get(part.key) ?? (() => 1),
    group: groupOf(article, told?.told ?? null, index),
    issue,
    place: describePlace(article, story, told?.told.story ?? null, digest, issue),
    write: place && 'tray' in place ? place.write : null,
    together: togetherOf(article, index),
    copy: copyOf(article, index),
    story,
    titleOf: (id) => index.titles.get(id) ?? id,
    reasons: told?.told.story.id === article.id ? told.told.reasons : [],
    rejected: digest.rejectedOf(article),
  };
}

/** Why the article is in one story with others. */
function togetherOf({ id }: AnalyzedArticle, { groups, titles, merges }: Index): Circumstances['together'] {
  const group = groups.get(id);
  const others = (group?.articles ?? []).filter((other) => other !== id);
  if (!group || others.length === 0 || !group.articles.includes(id)) return null;
  return {
    others: others.map((other) => titles.get(other) ?? other),
    shared: group.shared,
    merged: merges.some((list) => list.includes(id) && list.some((other) => others.includes(other))),
  };
}

function copyOf({ id }: AnalyzedArticle, { groups, titles }: Index): Circumstances['copy'] {
  const fold = groups.get(id)?.folded.find((f) => f.id === id);
  return fold ? { of: titles.get(fold.of) ?? fold.of, containment: fold.containment } : null;
}

/** The group, with the theme under which the story is told: an editor may have moved it. */
function groupOf(article: AnalyzedArticle, told: Told | null, index: Index): StoryGroup | null {
  const group = index.groups.get(article.id) ?? null;
  if (!group || !told || told.theme === group.theme) return group;
  const themeReason = { words: [], runnerUp: group.theme, margin: 1, unsure: false, rule: 'move' };
  return { ...group, theme: told.theme, themeReason };
}

function describePlace(
  article: AnalyzedArticle,
  own: Story | null,
  told: Story | null,
  digest: Digest,
  issue: string | null,
): string {
  const place = digest.composition.places.get(article.id);
  if (place && 'tray' in place)
    return place.tray === 'folded' ? `folded: ${place.why}` : `waits: ${place.why}`;
  const composed = digest.composition.issues.find((i) => i.issue.key === issue);
  const pinned = composed?.page.pin.includes(article.id) ? ', pinned' : '';
  if (own) return `${composed?.issue.lead?.id === own.id ? 'the lead' : 'a story'} of ${issue}${pinned}`;
  return told ? `told in ${issue} with "${told.title}"` : `in ${issue}`;
}
