import { isAnnounced, mostContents } from './contents.ts';
import { hasDate } from './dates.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { isAllCaps, isEnclosedInQuotes } from './shapes.ts';
import { shareIn } from './words.ts';

/** What stands between two texts: titles, labels, bylines, and what the site put there. */
export type Header = {
  title: Labelled | null;
  sections: Labelled[];
  decks: Labelled[];
  bylines: Labelled[];
  dates: Labelled[];
  sources: Labelled[];
  licences: Labelled[];
  captions: Labelled[];
  /** Headings that found no use. */
  rest: Labelled[];
};

const issueWords =
  /\b(?:this (?:week|month|quarter|issue)|newsletter|edition|in this issue|round-?up|digest|bulletin|diese (?:woche|ausgabe)|diesen monat|cette semaine|ce mois|esta semana|este mes)\b|本期|本周|本月/iu;

/** Lines within which the head of a whole file stands. */
const fileHead = 14;

/** Words of a page's or a file's own head. */
const issueTitle =
  /\b(?:page|seite|página|pagina|p\.)\s?\d+|\b(?:press|media|news)\s?(?:clippings?|reviews?|summary|cuttings)\b|\bpressespiegel\b|\brevue de presse\b|\bresumen de prensa\b|\bvol(?:ume|\.)\s?\d+|\bissue (?:no\.? ?)?\d+/iu;

/** How many lines before the text a title may stand; menus above it can be long. */
const reach = 60;

/** How well a heading would serve as the title of the text that follows. */
export function scoreTitle(
  group: readonly Labelled[],
  at: number,
  topic: ReadonlySet<string>,
  context: Context,
): number {
  const candidate = group[at];
  if (!candidate) return -9;
  const { text, words } = candidate.line;
  let score = words <= 1 ? -1.5 : words === 2 ? -0.5 : words === 3 ? 0 : words === 4 ? 0.5 : 1;
  if (isEnclosedInQuotes(text)) score += 1;
  const last = words >= 5 && (at === group.length - 1 || candidate.line.index > fileHead);
  if (issueTitle.test(text) || (!last && issueWords.test(text)) || (words <= 6 && hasDate(text)))
    score -= 1.5;
  if (/(?:…|\.\.\.)$/u.test(text)) score -= 0.5;
  score += 2 * shareIn(new Set(candidate.line.topic()), topic);
  // Above the share bar, below it, and among the most read.
  if (context.page && words >= 4 && [2, 3].includes(context.repeats(text))) score += 1.5;
  if (standsInList(group, at)) score -= 2;
  if (group.slice(at + 1, at + 5).some(isMeta)) score += 0.7;
  const next = group[at + 1];
  if (next && isMeta(next)) score += 0.7;
  if (candidate.line.index === 0 && group.slice(1).some((l) => l.role === 'heading')) score -= 0.7;
  if (candidate.rule === 'shown-as-heading') score += 2;
  if (leadsElsewhere(group, at)) score -= 1.5;
  if (candidate.rule === 'mail-subject' || candidate.rule === 'title-label') score += 1;
  if (/^\p{L}+:\s\d/u.test(text) || followsByline(group, at)) score -= 1;
  const contents = context.page
    ? []
    : group.slice(Math.max(0, at - reach), at).filter((l) => l.role === 'contents');
  if (contents.length >= 3 && contents.length <= mostContents && isAnnounced(candidate, contents)) score += 3;
  return score - Math.min(1, (group.length - 1 - at) * 0.04);
}

/** Whether only an address stands below the heading, and other headings below that: a list of links. */
function leadsElsewhere(group: readonly Labelled[], at: number): boolean {
  if (group[at + 1]?.rule !== 'web-address') return false;
  return group.slice(at + 2).some((l) => l.role === 'heading');
}

/** Whether a title and its byline stand right above: what comes between byline and text tells of the author. */
function followsByline(group: readonly Labelled[], at: number): boolean {
  if (group[at - 1]?.role !== 'byline') return false;
  const title = group[at - 2];
  return title?.role === 'heading' && title.line.words >= 4;
}

/** Whether a heading such as `Most read` comes before, and no byline or date since. */
function standsInList(group: readonly Labelled[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 12; i -= 1) {
    const above = group[i];
    if (above?.role === 'list-head') return true;
    if (above && isMeta(above)) return false;
  }
  return false;
}

export function isMeta(labelled: Labelled): boolean {
  return labelled.role === 'byline' || labelled.role === 'date';
}

/** Whether a byline or date stands below the title; what stands above may be the head of the whole file. */
export function hasOwnMeta(header: Header): boolean {
  const title = header.title?.line.index ?? -1;
  return [...header.bylines, ...header.dates].some((l) => l.line.index > title);
}

/** How many `#` a heading has, as Markdown writes it; 0 without. */
export function depthOf(labelled: Labelled | null): number {
  return labelled?.depth ?? /^(#{1,6})\s/u.exec(labelled?.line.text ?? '')?.[1]?.length ?? 0;
}

/** Parts a group of lines that stand before `following`, the text. */
export function readHeader(
  group: readonly Labelled[],
  following: readonly Labelled[],
  context: Context,
): Header {
  const topic = new Set(following.slice(0, 6).flatMap((l) => l.line.topic()));
  const at = chooseTitle(group, topic, context);
  const title = group[at] ?? null;
  const of = (role: Labelled['role']) => group.filter((l) => l.role === role);
  const headings = of('heading').filter((l) => l !== title && !repeats(l, title));
  const decks = headings.filter((l) => isDeck(l, title, group));
  const near = headings.filter((l) => !decks.includes(l) && isLabelOf(l, at, group));
  return {
    title,
    sections: [...of('section'), ...near].sort((a, b) => a.line.index - b.line.index),
    decks,
    bylines: of('byline'),
    dates: of('date'),
    sources: of('source'),
    licences: of('licence'),
    captions: of('caption'),
    rest: headings.filter((l) => !decks.includes(l) && !near.includes(l)),
  };
}

/** Index of the best title, or -1. Of two neighbours that do nearly as well, the first: the other is its deck. */
export function chooseTitle(
  group: readonly Labelled[],
  topic: ReadonlySet<string>,
  context: Context,
): number {
  let best = -1;
  let bestScore = -Infinity;
  for (let i = Math.max(0, group.length - reach); i < group.length; i += 1) {
    if (group[i]?.role !== 'heading') continue;
    const score = scoreTitle(group, i, topic, context);
    const deck = best === i - 1 && bestScore > 1 && mayHaveDeck(group[best]);
    const longer = (group[i]?.line.words ?? 0) >= 1.5 * (group[best]?.line.words ?? 99);
    if (score > bestScore + (deck ? (longer ? 1.5 : 0.7) : 0)) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/** The title again: in a breadcrumb, a mail's subject, a list of links. */
function repeats(labelled: Labelled, title: Labelled | null): boolean {
  if (!title || labelled.line.words > title.line.words + 4) return false;
  return shareIn(new Set(title.line.topic()), new Set(labelled.line.topic())) >= 0.9;
}

/** Capitals and words of the whole issue are for labels above a title, not for titles with a deck. */
function mayHaveDeck(labelled: Labelled | undefined): boolean {
  const text = labelled?.line.text ?? '';
  return (labelled?.line.words ?? 0) >= 5 && !isAllCaps(text) && !issueWords.test(text);
}

/** A long heading right under the title says what the text says: a standfirst. */
function isDeck(labelled: Labelled, title: Labelled | null, group: readonly Labelled[]): boolean {
  if (!title || labelled.line.words < 7) return false;
  const between = group.indexOf(labelled) - group.indexOf(title);
  return between > 0 && between <= 3;
}

/** Short headings next to the title are labels of a section or a series. */
function isLabelOf(labelled: Labelled, titleAt: number, group: readonly Labelled[]): boolean {
  const distance = group.indexOf(labelled) - titleAt;
  if (titleAt < 0) return labelled.line.words <= 8;
  return Math.abs(distance) <= 3 && (labelled.line.words <= 4 || distance < 0);
}
