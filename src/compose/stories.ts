import type { AlsoIn, AnalyzedArticle, Diagnostic, Story, StoryGroup } from '../types.ts';
import type { EditorPage } from './editor-page.ts';
import { chosenHighlights, highlightOf, type Reasoned } from './highlights.ts';
import { dateLabel } from './labels.ts';

/** A highlight candidate as the summarizer chose it. */
export type PickedSentence = { sentence: AnalyzedArticle['sentences'][number]; reason: Reasoned['reason'] };

/** A story with what its report needs and readers do not. */
export type Told = {
  story: Story;
  theme: string;
  group: StoryGroup;
  members: string[];
  reasons: Reasoned['reason'][];
};

export type StoryOptions = {
  articles: ReadonlyMap<string, AnalyzedArticle>;
  pick: (article: AnalyzedArticle) => PickedSentence[];
  language: string;
};

/** Tells one group within one issue: the first of `members` is the article told, the others are "also in". */
export function tellStory(
  group: StoryGroup,
  members: readonly AnalyzedArticle[],
  page: EditorPage,
  options: StoryOptions,
): { told: Told; diagnostics: Diagnostic[] } | null {
  const [head] = members;
  if (!head) return null;
  // An id may be any word, the name of an inherited property too.
  const wanted = members.flatMap((m) =>
    Object.hasOwn(page.highlights, m.id) ? (page.highlights[m.id] ?? []) : [],
  );
  const { chosen, diagnostics } = chosenHighlights(wanted, members, page);
  const picked =
    chosen.length > 0
      ? chosen
      : options.pick(head).map((p) => ({ highlight: highlightOf(head, [p.sentence]), reason: p.reason }));
  const story: Story = {
    id: head.id,
    title: head.title.text,
    url: head.url?.text ?? null,
    source: sourceOf(head),
    authors: head.authors.map((a) => a.text),
    date: head.date?.value ?? null,
    dateLabel: dateLabel(head.date?.value ?? null, options.language),
    minutes: head.minutes,
    language: head.language,
    dir: head.dir,
    licence: head.licence?.text ?? null,
    highlights: picked.map((p) => p.highlight),
    alsoIn: alsoIn(head, members, group, options.articles),
  };
  const told = {
    story,
    theme: group.theme,
    group,
    members: members.map((m) => m.id),
    reasons: picked.map((p) => p.reason),
  };
  return { told, diagnostics };
}

/** Who published it, in the words of the article, else the host of its address, else said to be unknown. */
export function sourceOf(article: AnalyzedArticle): string {
  if (article.source) return article.source.text;
  if (article.url && URL.canParse(article.url.text))
    return new URL(article.url.text).hostname.replace(/^www\./u, '');
  return 'source not stated';
}

/** The other tellings, one a source: members of the story first, then near-copies of any member. */
function alsoIn(
  head: AnalyzedArticle,
  members: readonly AnalyzedArticle[],
  group: StoryGroup,
  articles: ReadonlyMap<string, AnalyzedArticle>,
): AlsoIn[] {
  const ids = new Set(members.map((m) => m.id));
  const copies = group.folded.filter((f) => ids.has(f.of)).flatMap((f) => articles.get(f.id) ?? []);
  const seen = new Set([sourceOf(head)]);
  const out: AlsoIn[] = [];
  for (const article of [...members.slice(1), ...copies]) {
    const source = sourceOf(article);
    if (seen.has(source) && !article.url) continue;
    if (seen.has(source) && source !== 'source not stated') continue;
    seen.add(source);
    out.push({ id: article.id, title: article.title.text, source, url: article.url?.text ?? null });
  }
  return out;
}
