import { compareText, slugify } from '../text/ids.ts';
import { directionOf } from '../text/language.ts';
import type { AnalyzedArticle, Issue, Result, Story, ThemeSection } from '../types.ts';
import type { Draft } from './compose.ts';
import { chooseExtras } from './extras.ts';
import { notStated } from './labels.ts';
import { chooseLead, orderStories, type Period } from './order.ts';
import type { Told } from './stories.ts';

/** Puts told stories together to an issue. */
export function assemble(
  key: string,
  number: number,
  told: readonly Told[],
  considered: string[],
  draft: Draft,
): Result<Issue> {
  const { input, options, articles, page } = draft;
  const period = { start: options.periodStart(key) ?? key, key };
  const lead = chooseLead(told, page, period, articles);
  const sections = sectionsOf(
    told.filter((t) => t !== lead),
    period,
    draft,
  );
  const reopened = input.seals.find((s) => s.issue.key === key);
  const updated = newestTime(
    considered.flatMap((id) => articles.get(id) ?? []),
    period.start,
  );
  const label = options.periodLabel(key);
  const title = page.title ?? lead?.story.title ?? label;
  const stories = told.map((t) => t.story);
  const order = [...(lead ? [lead.story] : []), ...sections.flatMap((s) => s.stories)];
  const inOrder = order.flatMap((story) => told.find((t) => t.story === story) ?? []);
  const extras = chooseExtras(key, inOrder, draft);
  const issue: Issue = {
    key,
    label,
    number: reopened?.issue.number ?? number,
    language: options.language,
    dir: directionOf(options.language),
    title,
    subject: page.subject ?? shorten(`${label}: ${title}`, 90),
    preheader: page.preheader ?? preheaderOf(lead?.story ?? null, sections),
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
    numbers: extras.value.numbers,
    quote: extras.value.quote,
  };
  return { value: issue, diagnostics: extras.diagnostics };
}

/** About as much as an inbox shows on one line. */
const preheaderLength = 110;

/**
 * What inboxes show after the subject, which tells the lead: the first title of each theme, as many as fit whole. Empty
 * when there is nothing more to tell.
 */
function preheaderOf(lead: Story | null, sections: readonly ThemeSection[]): string {
  const titles = sections
    .flatMap((s) => s.stories.slice(0, 1))
    .filter((story) => story !== lead)
    .map((story) => story.title.replace(/[.;,\s]+$/u, ''));
  let text = '';
  for (const title of titles) {
    const longer = text === '' ? title : `${text}; ${title}`;
    if (longer.length <= preheaderLength) text = longer;
  }
  return text === '' ? shorten(titles[0] ?? '', preheaderLength) : text;
}

/** Sources by name; one that is not stated is none. */
function countSources(stories: readonly Story[], language: string): number {
  const names = new Set(stories.flatMap((s) => [s.source, ...s.alsoIn.map((a) => a.source)]));
  names.delete(notStated(language).source);
  return names.size;
}

function sectionsOf(
  told: readonly Told[],
  period: Period,
  { options, articles, page }: Draft,
): ThemeSection[] {
  const names = [...new Set([...options.themes, ...told.map((t) => t.theme)])];
  return names.flatMap((name) => {
    const stories = orderStories(
      told.filter((t) => t.theme === name),
      page,
      period,
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
