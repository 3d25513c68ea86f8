import { dot, roundScore, type SimilarPair, type SparseVector } from '../text/vectors.ts';
import { type DaySpan, daysBetween, daysOf } from './days.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { linkClusters } from './linkage.ts';
import { similarPairs } from './similar-pairs.ts';
import type { GroupInput } from './words.ts';

/**
 * Mean likeness beyond chance from which two groups of articles are one story, whatever their number; what a single
 * pair must have beyond it; and how close-knit two groups may be before they are two stories of one subject. Results
 * change little for .07 to .09, .05 to .08 and from .75.
 */
const STORY_LIKENESS = 0.078;
const STORY_DOUBT = 0.07;
const STORY_KINSHIP = 0.85;

/** Width of the bell curve over the days between two articles. */
const SIGMA_DAYS = 10;

/** Days after which not even two equal articles reach the threshold. */
const FAR_DAYS = SIGMA_DAYS * Math.sqrt(-2 * Math.log(STORY_LIKENESS));

/** Similarity of two articles of one page, so low that no mean over their clusters makes up for it. */
const NEVER = -1e6;

/** What an editor decided, as positions of articles. */
export type StoryRules = {
  together: readonly (readonly number[])[];
  apart: readonly (readonly [number, number])[];
};

/**
 * Articles about one event: likeness of their vectors times a Gaussian of the days between them, clustered by
 * average link (Sokal & Michener 1958), by one rule for all sizes. An unknown date speaks neither for nor against.
 * Each story is a list of positions, ascending.
 */
export function clusterStories(
  articles: readonly GroupInput[],
  vectors: readonly SparseVector[],
  rules: StoryRules,
  likeness: Likeness = createLikeness(vectors),
): number[][] {
  const dates = articles.map(({ date }) => (date ? daysOf(date.value) : null));
  const nearness = (a: number, b: number): number => nearnessOf(dates[a] ?? null, dates[b] ?? null);
  const similarity = (a: number, b: number): number => {
    if (articles[a]?.part === articles[b]?.part) return NEVER;
    return roundScore(likeness(a, b) * nearness(a, b));
  };
  return linkClusters({
    members: articles.length,
    pairs: nearPairs(vectors, dates)
      .map(({ a, b }) => ({ a, b, similarity: similarity(a, b) }))
      .filter((pair) => pair.similarity >= STORY_LIKENESS),
    similarity,
    threshold: STORY_LIKENESS,
    doubt: STORY_DOUBT,
    kinship: STORY_KINSHIP,
    ...rules,
  });
}

/**
 * Alike ones among those that may be near in time: in the order of their days each has its neighbours behind it, which
 * keeps the work of ten years to that of each month. The undated come first, since they may be near to all.
 */
function nearPairs(vectors: readonly SparseVector[], dates: readonly (DaySpan | null)[]): SimilarPair[] {
  const dayOf = (at: number): number => dates[at]?.first ?? Number.NEGATIVE_INFINITY;
  const order = [...vectors.keys()].sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const days = order.map(dayOf);
  const reach = (at: number): number => {
    const span = dates[order[at] ?? 0] ?? null;
    return span === null ? order.length : countUpTo(days, span.last + FAR_DAYS);
  };
  const pairs = similarPairs(
    order.flatMap((at) => vectors[at] ?? []),
    STORY_LIKENESS,
    reach,
  );
  return pairs
    .map(({ a, b, similarity }) => {
      const [one = 0, other = 0] = [order[a], order[b]];
      return { a: Math.min(one, other), b: Math.max(one, other), similarity };
    })
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1 on the same day, .61 at 10 days, .14 at 20. */
function nearnessOf(a: DaySpan | null, b: DaySpan | null): number {
  const days = daysBetween(a, b);
  return Math.exp(-(days * days) / (2 * SIGMA_DAYS * SIGMA_DAYS));
}

/**
 * The members of a story, the most central one first: by mean similarity to the others, ties by date (unknown
 * last), then by position.
 */
export function rankMembers(
  members: readonly number[],
  articles: readonly GroupInput[],
  vectors: readonly SparseVector[],
): number[] {
  const centrality = new Map(members.map((a) => [a, centralityOf(a, members, vectors)]));
  const dateOf = (member: number): string => articles[member]?.date?.value ?? '9999';
  return members.toSorted((a, b) => {
    const closer = (centrality.get(b) ?? 0) - (centrality.get(a) ?? 0);
    if (closer !== 0) return closer;
    if (dateOf(a) !== dateOf(b)) return dateOf(a) < dateOf(b) ? -1 : 1;
    return a - b;
  });
}

function centralityOf(a: number, members: readonly number[], vectors: readonly SparseVector[]): number {
  const own = vectors[a];
  if (!own) return 0;
  const sums = members.map((b) => {
    const other = vectors[b];
    return b === a || !other ? 0 : dot(own, other);
  });
  return roundScore(sums.reduce((sum, x) => sum + x, 0) / Math.max(1, members.length - 1));
}
