import { isAnnounced } from './contents.ts';
import { dateLineStart } from './datelines.ts';
import { type Header, isMeta } from './header.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { listNumberOf } from './rules/shape-rules.ts';
import { isAllCaps, titleCaseShare } from './shapes.ts';
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
  /** Lines of a contents list. */
  contents: readonly Labelled[];
};

/** One reason for or against a new article. */
type SeamRule = { name: string; weigh: (seam: Seam) => number };

const numberOf = (seam: Seam): number => listNumberOf(seam.header.title?.line);

/** Weights are sums of what was seen in real dumps; the text of subheads and titles alone rarely decides. */
export const seamRules: readonly SeamRule[] = [
  { name: 'announced in the contents', weigh: weighAnnounced },
  { name: 'byline', weigh: (s) => (hasAfterTitle(s, 'byline') ? 3 : 0) },
  { name: 'date', weigh: (s) => (s.group.some((l) => l.role === 'date') ? 2 : 0) },
  {
    name: 'no byline where others have one',
    weigh: (s) => (s.metaExpected && !s.group.some(isMeta) ? -1.5 : 0),
  },
  { name: 'separator', weigh: (s) => (beforeTitle(s, ['separator']) ? 2.5 : 0) },
  { name: 'end of an article', weigh: (s) => (beforeTitle(s, ['source', 'licence', 'form']) ? 1.5 : 0) },
  { name: 'wider gap', weigh: (s) => (blanksBefore(s) > s.usualBlanks ? 1.5 : 0) },
  { name: 'section label', weigh: (s) => (s.group.some((l) => l.role === 'section') ? 1.5 : 0) },
  { name: 'length', weigh: (s) => weighLength(s.header.title?.line.words ?? 0) },
  { name: 'capitals', weigh: weighCapitals },
  { name: 'number', weigh: (s) => (numberOf(s) > 0 && numberOf(s) === s.lastNumber + 1 ? 2 : 0) },
  { name: 'dateline', weigh: (s) => (dateLineStart(s.following[0]?.line.text ?? '') ? 2 : 0) },
  { name: 'topic of the title', weigh: weighTitleTopic },
  { name: 'topic of the texts', weigh: weighTextTopic },
];

/** Whether a group of lines begins a new article. */
export function startsArticle(seam: Seam): boolean {
  if (!seam.header.title) return false;
  const total = seamRules.reduce((sum, rule) => sum + rule.weigh(seam), 0);
  return total >= (seam.context.page ? 4 : 2.5);
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

function weighLength(words: number): number {
  if (words >= 9) return 2;
  if (words >= 6) return 1.5;
  return [-2, -1.5, -1, -0.5, 0.5, 1][words] ?? 0;
}

function weighCapitals(seam: Seam): number {
  const text = seam.header.title?.line.text ?? '';
  if (isAllCaps(text)) return 0.3;
  return (seam.header.title?.line.words ?? 0) >= 5 && titleCaseShare(text) >= 0.7 ? 0.7 : 0;
}

/** A contents list begins something new; so does a heading it announces. */
function weighAnnounced(seam: Seam): number {
  const { title } = seam.header;
  if (seam.group.filter((l) => l.role === 'contents').length >= 3) return 5;
  return title && isAnnounced(title, seam.contents) ? 4 : 0;
}

function stemsOf(lines: readonly Labelled[]): Set<string> {
  return new Set(lines.flatMap((l) => l.line.topic()));
}

/** A title speaks of what follows; a subhead's words are known from before. */
function weighTitleTopic(seam: Seam): number {
  const title = new Set(seam.header.title?.line.topic());
  const after = shareIn(title, stemsOf(seam.following.slice(0, 4)));
  const before = shareIn(title, stemsOf(seam.before.slice(-4)));
  return 1.2 * (after - before);
}

/** Texts about one thing share words across the seam. */
function weighTextTopic(seam: Seam): number {
  const before = stemsOf(seam.before.slice(-5));
  const after = stemsOf(seam.following.slice(0, 5));
  const smaller = before.size < after.size ? before : after;
  if (smaller.size < 8) return 0;
  const share = shareIn(smaller, smaller === before ? after : before);
  return share < 0.06 ? 1.5 : share < 0.12 ? 0.7 : share > 0.25 ? -0.7 : 0;
}
