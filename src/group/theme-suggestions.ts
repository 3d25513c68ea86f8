import { anew } from '../text/anew.ts';
import { compareText } from '../text/ids.ts';
import { roundScore, type SimilarPair } from '../text/vectors.ts';
import type { Remember, ThemeSuggestion } from '../types.ts';
import { linkClusters } from './linkage.ts';
import { type ReadArticle, readableWords } from './surface-forms.ts';

/** Fewer articles, or articles of fewer stories, are no theme. */
const LEAST_ARTICLES = 5;
const LEAST_STORIES = 3;

/** Mean likeness beyond chance that a subject has: far less than an event. */
const SUBJECT_LIKENESS = 0.01;

/** The pile is looked at up to this many articles: every two of them are compared. */
const MOST_ARTICLES = 600;

/** A word of a theme is in this share of its articles, at least in some, and so many times as often as elsewhere. */
const LEAST_SHARE = 0.3;
const LEAST_HOLDERS = 3;
const LEAST_RATIO = 3;

/** Words named at most and at least; each article must hold some of them, so that they could be its seeds. */
const MOST_WORDS = 6;
const LEAST_WORDS = 3;
const LEAST_HELD = 2;

/** Each article as the set of keys of its words. */
type KeySets = ReadonlyMap<ReadArticle, ReadonlySet<string>>;

/**
 * Themes that the config lacks: groups of 5 or more articles without a seed of any theme, with the words that tell
 * them from all others. `stories` are positions of articles, a list for each story; `likeness` says how alike two
 * positions are beyond chance. A pile of unlike articles gives none. Largest first.
 */
export function suggestThemes(
  stories: readonly (readonly number[])[],
  read: readonly ReadArticle[],
  likeness: (a: number, b: number) => number,
  remember: Remember = anew,
): ThemeSuggestion[] {
  const pile = stories
    .flat()
    .sort((a, b) => a - b)
    .slice(0, MOST_ARTICLES);
  if (pile.length < LEAST_ARTICLES) return [];
  const storyOf = new Map(
    stories.flatMap((members, story) => members.map((member) => [member, story] as const)),
  );
  const groups = linkPile(pile, likeness).filter((members) => members.length >= LEAST_ARTICLES);
  if (groups.length === 0) return [];
  const keys = new Map(read.map((one) => [one, remember('keys', [one], () => keysOf(one))]));
  const frequencies = countHolders(read, keys);
  return groups
    .flatMap((members) => describe(members, read, keys, frequencies) ?? [])
    .filter(({ members }) => members.length >= LEAST_ARTICLES)
    .filter(({ members }) => new Set(members.map((member) => storyOf.get(member))).size >= LEAST_STORIES)
    .sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .map(({ members, words }) => {
      const articles = members.flatMap((member) => read[member] ?? []);
      return {
        words: readableWords(words, articles, remember),
        articles: articles.map(({ article }) => article.id),
      };
    });
}

function keysOf({ words }: ReadArticle): Set<string> {
  return new Set([words.title, ...words.sentences].flat().map((word) => word.key));
}

function countHolders(articles: readonly ReadArticle[], keys: KeySets): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of articles)
    for (const key of keys.get(one) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function linkPile(pile: readonly number[], likeness: (a: number, b: number) => number): number[][] {
  const similarity = (a: number, b: number): number => roundScore(likeness(pile[a] ?? 0, pile[b] ?? 0));
  const pairs = pile.flatMap((_, a) =>
    pile.slice(a + 1).flatMap((__, i): SimilarPair[] => {
      const pair = { a, b: a + 1 + i, similarity: similarity(a, a + 1 + i) };
      return pair.similarity >= SUBJECT_LIKENESS ? [pair] : [];
    }),
  );
  const free = { doubt: 0, kinship: 0, together: [], apart: [] };
  const clusters = linkClusters({
    members: pile.length,
    pairs,
    similarity,
    threshold: SUBJECT_LIKENESS,
    ...free,
  });
  return clusters.map((members) => members.flatMap((member) => pile[member] ?? []));
}

/** The words of a group and those of its members that hold some; null when it has no words of its own. */
function describe(
  members: readonly number[],
  read: readonly ReadArticle[],
  keys: KeySets,
  frequencies: ReadonlyMap<string, number>,
): { members: number[]; words: string[] } | null {
  const articles = members.flatMap((member) => read[member] ?? []);
  const elsewhere = read.length - articles.length;
  const scored = [...countHolders(articles, keys)].flatMap(([key, holders]) => {
    const share = holders / articles.length;
    // Five more articles without the word: where there are few others, nothing is known to be rare.
    const ratio = share / (((frequencies.get(key) ?? 0) - holders + 0.5) / (elsewhere + 5));
    const fit =
      holders >= LEAST_HOLDERS && share >= LEAST_SHARE && ratio >= LEAST_RATIO && /\p{L}/u.test(key);
    return fit ? [{ key, score: roundScore(share * Math.log(ratio)) }] : [];
  });
  const words = scored
    .sort((a, b) => b.score - a.score || compareText(a.key, b.key))
    .slice(0, MOST_WORDS)
    .map(({ key }) => key);
  if (words.length < LEAST_WORDS) return null;
  const held = (member: number): number => {
    const one = read[member];
    return one ? words.filter((word) => keys.get(one)?.has(word)).length : 0;
  };
  return { members: members.filter((member) => held(member) >= LEAST_HELD), words };
}
