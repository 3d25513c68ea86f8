import { datelineLength } from '../text/datelines.ts';
import { isAnnounced } from './contents.ts';
import { depthOf, type Header, isMeta } from './header.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { listNumberOf } from './rules/shape-rules.ts';
import { isAllCaps, isEnclosedInQuotes, titleCaseShare } from './shapes.ts';
import { shareIn } from './words.ts';

/** What is known where a heading could begin a new article. */
export type Seam = {
  group: readonly Labelled[];
  header: Header;
  /** Text lines of the article so far, and those that follow. */
  before: readonly Labelled[];
  following: readonly Labelled[];
  context: Context;
  /** Whether the articles so far name an author or a date in their headers. */
  metaExpected: boolean;
  /** Blank lines that usually part paragraphs. */
  usualBlanks: number;
  /** Number of the last numbered title. */
  lastNumber: number;
  /** Number of the last numbered subhead of the article so far. */
  innerNumber: number;
  /** Lines of a contents list. */
  contents: readonly Labelled[];
  /** Words of the article so far. */
  words: number;
  /** Title of the article so far, and of those before it. */
  title: string;
  titles: readonly string[];
  /** Number of `#` before the title of the article so far. */
  depth: number;
};

/** One reason for or against a new article. */
type SeamRule = { name: string; weigh: (seam: Seam) => number };

const numberOf = (seam: Seam): number => listNumberOf(seam.header.title?.line);

/**
 * Weights of shape and topic come from a logistic regression over seams of known articles and subheads of single
 * articles, rounded; the others from what dumps look like.
 */
export const seamRules: readonly SeamRule[] = [
  { name: 'announced in the contents', weigh: weighAnnounced },
  { name: 'byline', weigh: (s) => (hasAfterTitle(s, 'byline') ? 3 : 0) },
  { name: 'date', weigh: (s) => (s.group.some((l) => l.role === 'date') ? 2 : 0) },
  {
    name: 'no byline where others have one',
    weigh: (s) => (s.metaExpected && !s.group.some(isMeta) ? -1.5 : 0),
  },
  { name: 'letters like those of other titles', weigh: weighStyle },
  { name: 'separator', weigh: (s) => (beforeTitle(s, ['separator']) ? 2.5 : 0) },
  { name: 'end of an article', weigh: (s) => (beforeTitle(s, ['source', 'licence', 'form']) ? 1.5 : 0) },
  { name: 'wider gap', weigh: (s) => (blanksBefore(s) > s.usualBlanks ? 2.5 : 0) },
  { name: 'section label', weigh: (s) => (s.group.some((l) => l.role === 'section') ? 1.5 : 0) },
  { name: 'length', weigh: (s) => weighLength(s.header.title?.line.words ?? 0) },
  { name: 'shape', weigh: weighShape },
  { name: 'heading mark', weigh: weighMark },
  { name: 'number', weigh: weighNumber },
  { name: 'dateline', weigh: (s) => (datelineLength(s.following[0]?.line.text ?? '') > 0 ? 2 : 0) },
  { name: 'topic of the title', weigh: weighTitleTopic },
  { name: 'topic of the texts', weigh: weighTextTopic },
];

/** What the weights must add up to; on pages, lists of links with teasers look much like articles. */
const threshold = 2.7;
const pageThreshold = 5.5;

/** Words that make a stretch of a page an article already: only a byline or date begins another below it. */
const enough = 120;

/** Whether a group of lines begins a new article. */
export function startsArticle(seam: Seam): boolean {
  if (!seam.header.title) return false;
  if (seam.context.page && seam.words >= enough && !seam.group.some(isMeta)) return false;
  const total = seamRules.reduce((sum, rule) => sum + rule.weigh(seam), 0);
  return total >= (seam.context.page ? pageThreshold : threshold);
}

function hasAfterTitle(seam: Seam, role: Labelled['role']): boolean {
  const title = seam.header.title?.line.index ?? 0;
  return seam.group.some((l) => l.role === role && l.line.index > title);
}

function beforeTitle(seam: Seam, roles: readonly Labelled['role'][]): boolean {
  const title = seam.header.title?.line.index ?? 0;
  return seam.group.some((l) => roles.includes(l.role) && l.line.index < title);
}

function blanksBefore(seam: Seam): number {
  return seam.header.title?.line.blanksBefore ?? 0;
}

/** Subheads are short. */
function weighLength(words: number): number {
  if (words >= 9) return 0.6;
  return [-3, -3, -3, -2, 0][words] ?? 0.5;
}

/** Title case is for titles; a quotation at the start is more often text. */
function weighShape(seam: Seam): number {
  const text = seam.header.title?.line.text ?? '';
  const opened = /^["“”„«]/u.test(text) && !isEnclosedInQuotes(text) ? -1 : 0;
  const capitals = (seam.header.title?.line.words ?? 0) >= 4 && titleCaseShare(text) >= 0.7 ? 0.6 : 0;
  return opened + capitals;
}

/** How a title is set: capitals, capital initials, or as a sentence is; unknown of short ones. */
function styleOf(title: string): 'caps' | 'initials' | 'sentence' | null {
  if (title.split(' ').length < 4) return null;
  if (isAllCaps(title)) return 'caps';
  return titleCaseShare(title) >= 0.6 ? 'initials' : 'sentence';
}

/** Titles of one dump are set alike; subheads in other letters. */
function weighStyle(seam: Seam): number {
  const own = styleOf(seam.header.title?.line.text ?? '');
  const others = seam.titles.map(styleOf).filter((style) => style !== null);
  if (own === null || others.length === 0) return 0;
  const alike = others.filter((style) => style === own).length / others.length;
  if (own === 'sentence') return alike >= 0.5 ? 0.3 : -0.7;
  return alike >= 0.5 ? 0.8 : 0;
}

/** A contents list begins something new; so does a heading it announces. */
function weighAnnounced(seam: Seam): number {
  const { title } = seam.header;
  if (seam.group.filter((l) => l.role === 'contents').length >= 3) return 5;
  if (!title || seam.contents.length === 0) return 0;
  return isAnnounced(title, seam.contents) ? 4 : -1;
}

const counted =
  /^(?:\d{1,2}[.)]\s+)?(?:\p{L}+ )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|diez)\s\p{L}+/iu;

/** `4. ...` after the title `3. Five ways`, unless the third way was the last thing. */
function isOuter(seam: Seam): boolean {
  const number = numberOf(seam);
  return number > 1 && number === seam.lastNumber + 1 && seam.innerNumber !== number - 1;
}

/** The next number begins the next item: an article of a newsletter, but a part of `Five ways to save water`. */
function weighNumber(seam: Seam): number {
  if (numberOf(seam) === 0) return 0;
  const { title } = seam.header;
  const announced = title !== null && isAnnounced(title, seam.contents);
  if (counted.test(seam.title) && numberOf(seam) < 30 && !announced && !isOuter(seam)) return -8;
  return numberOf(seam) === seam.lastNumber + 1 ? 2 : 0;
}

/** `##` below `##` is another article, `###` below `##` a subhead. */
function weighMark(seam: Seam): number {
  const depth = depthOf(seam.header.title);
  if (depth === 0) return seam.depth > 0 ? -2 : 0;
  return seam.depth === 0 || depth <= seam.depth ? 8 : -8;
}

function topicOf(lines: readonly Labelled[]): string[] {
  return lines.flatMap((l) => [...l.line.topic()]);
}

function stemsOf(lines: readonly Labelled[]): Set<string> {
  return new Set(topicOf(lines));
}

/** A title speaks of what follows, of its first paragraph most; a subhead's words are known from before. */
function weighTitleTopic(seam: Seam): number {
  const title = new Set(seam.header.title?.line.topic());
  const first = shareIn(title, stemsOf(seam.following.slice(0, 1)));
  const after = shareIn(title, stemsOf(seam.following.slice(0, 4)));
  const before = shareIn(title, stemsOf(seam.before.slice(-4)));
  return 1.5 * first + 1.6 * (after - before);
}

/** How many topical words on each side of the seam are compared. */
const nearby = 80;

/** What fewer stems than these have in common may be chance. */
const fewStems = 24;

/** Texts about one thing share words across the seam. Unrelated ones share some 5%, parts of one article 14%. */
function weighTextTopic(seam: Seam): number {
  const before = new Set(topicOf(seam.before.slice(-5)).slice(-nearby));
  const after = new Set(topicOf(seam.following.slice(0, 5)).slice(0, nearby));
  const [smaller, larger] = before.size < after.size ? [before, after] : [after, before];
  if (smaller.size < 8) return 0.8;
  const weight = Math.max(-1.2, Math.min(3, 3 - 18 * shareIn(smaller, larger)));
  return weight < 0 ? (weight * Math.min(smaller.size, fewStems)) / fewStems : weight;
}
