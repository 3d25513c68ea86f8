import type { AlsoIn, AnalyzedArticle, Diagnostic, ReadPicture, Story, StoryGroup } from '../types.ts';
import type { EditorPage } from './editor-page.ts';
import { type Chosen, highlightOf, type Reasoned } from './highlights.ts';
import { dateLabel, notStated } from './labels.ts';
import { choosePicture } from './pictures.ts';

/** A highlight as the summarizer chose it: sentences of one article that follow each other. */
export type PickedRun = {
  article: string;
  sentences: AnalyzedArticle['sentences'];
  reason: Reasoned['reason'];
};

/** A story with what its report needs and readers do not. */
export type Told = {
  story: Story;
  theme: string;
  group: StoryGroup;
  members: string[];
  reasons: Reasoned['reason'][];
  /** The editor chose its highlights. */
  chosen: boolean;
};

export type StoryOptions = {
  articles: ReadonlyMap<string, AnalyzedArticle>;
  pick: (articles: readonly AnalyzedArticle[]) => PickedRun[];
  language: string;
  readPicture?: ReadPicture | undefined;
};

/** Tells one group within one issue: the first of `members` is the article told, the others are "also in". */
export function tellStory(
  group: StoryGroup,
  members: readonly AnalyzedArticle[],
  chosen: readonly Chosen[],
  page: EditorPage,
  options: StoryOptions,
): { told: Told; diagnostics: Diagnostic[] } | null {
  const [head] = members;
  if (!head) return null;
  const picked =
    chosen.length > 0
      ? chosen
      : options.pick(members).flatMap(({ article, sentences, reason }) => {
          const own = members.find((m) => m.id === article);
          return own ? [{ highlight: highlightOf(own, sentences), reason }] : [];
        });
  const picture = choosePicture(head, page, sourceOf(head, options.language), options.readPicture);
  const story: Story = {
    id: head.id,
    title: head.title.text,
    url: head.url?.text ?? null,
    source: sourceOf(head, options.language),
    authors: head.authors.map((a) => a.text),
    date: head.date?.value ?? null,
    dateLabel: dateLabel(head.date?.value ?? null, options.language, page.issue),
    minutes: head.minutes,
    language: head.language,
    dir: head.dir,
    licence: head.licence?.text ?? null,
    highlights: picked.map((p) => ({
      ...p.highlight,
      source: foreignSource(p.highlight, head, members, options.language),
    })),
    alsoIn: alsoIn(head, members, group, options),
    picture: picture.value,
  };
  const told = {
    story,
    theme: group.theme,
    group,
    members: members.map((m) => m.id),
    reasons: picked.map((p) => p.reason),
    chosen: chosen.length > 0,
  };
  return { told, diagnostics: picture.diagnostics };
}

/** A quote of another member says whose it is: the source, or the title where that tells nothing. */
function foreignSource(
  { article }: Reasoned['highlight'],
  head: AnalyzedArticle,
  members: readonly AnalyzedArticle[],
  language: string,
): string | null {
  const member = members.find((m) => m.id === article);
  if (!member || member === head) return null;
  const source = sourceOf(member, language);
  return source === sourceOf(head, language) ? member.title.text : source;
}

/** Who published it, in the words of the article, else the host of its address, else said to be unknown. */
export function sourceOf(article: AnalyzedArticle, language: string): string {
  if (article.source) return article.source.text;
  if (article.url && URL.canParse(article.url.text))
    return new URL(article.url.text).hostname.replace(/^www\./u, '');
  return notStated(language).source;
}

/** The other tellings: every member of the story, then near-copies of any member, one a source. */
function alsoIn(
  head: AnalyzedArticle,
  members: readonly AnalyzedArticle[],
  group: StoryGroup,
  options: StoryOptions,
): AlsoIn[] {
  const toEntry = (article: AnalyzedArticle): AlsoIn => ({
    id: article.id,
    title: article.title.text,
    source: sourceOf(article, options.language),
    url: article.url?.text ?? null,
  });
  const others = members.slice(1).map(toEntry);
  const ids = new Set(members.map((m) => m.id));
  const copies = group.folded.filter((f) => ids.has(f.of)).flatMap((f) => options.articles.get(f.id) ?? []);
  const seen = new Set([sourceOf(head, options.language), ...others.map((o) => o.source)]);
  for (const copy of copies.map(toEntry)) {
    if (!seen.has(copy.source)) others.push(copy);
    seen.add(copy.source);
  }
  return others;
}
