import { compareText } from '../text/ids.ts';
import { intern, roundScore } from '../text/vectors.ts';
import { readableWords } from './surface-forms.ts';
import { type TermCount, tellingScore } from './theme-evidence.ts';
import type { ThemeReader } from './theme-reader.ts';

/** Most words given as reasons. */
const REASON_WORDS = 5;

/** Standard errors by which a learned word must prefer the theme; below, its count may be chance. */
const LEAST_SCORE = 1.2;

/** A word as usual in the news as "said" or "two" (rarity .2 and .6) explains nothing; "school" and "film" are at 2. */
const LEAST_RARITY = 1.5;

type Scores = Map<string, number>;

/**
 * The words of a story that speak most for its theme against the runner-up, as readers write them: first the seeds
 * in it, then words learned from other articles, by their score times 1 + log of their count.
 */
export function tellingWords(
  members: readonly number[],
  theme: number,
  rival: number | null,
  reader: ThemeReader,
): string[] {
  const seeds = sortKeys(countSeeds(members, theme, reader));
  const learned = sortKeys(scoreLearned(members, theme, rival, reader));
  const told = new Set(seeds.flatMap((seed) => [seed, ...seed.split(' ')]));
  const keys = [...seeds, ...learned.filter((key) => !told.has(key))].slice(0, REASON_WORDS);
  return readableWords(
    keys,
    members.flatMap((d) => reader.sources[d] ?? []),
    reader.remember,
  );
}

/** Highest score first, ties by code unit. */
function sortKeys(scores: Scores): string[] {
  return [...scores].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([key]) => key);
}

function countSeeds(members: readonly number[], theme: number, { corpus }: ThemeReader): Scores {
  const scores: Scores = new Map();
  for (const hit of members.flatMap((d) => corpus.hits[d] ?? [])) {
    if (hit.theme === theme) scores.set(hit.seed, (scores.get(hit.seed) ?? 0) + hit.count);
  }
  return scores;
}

function scoreLearned(
  members: readonly number[],
  theme: number,
  rival: number | null,
  reader: ThemeReader,
): Scores {
  const { ids, counts } = sumTerms(members, () => 1, reader);
  const inTheme = countOthers(members, theme, reader);
  const inRival = countOthers(members, rival, reader);
  const anywhere = countOthers(members, null, reader);
  const scores: Scores = new Map();
  ids.forEach((id, i) => {
    const score = tellingScore(inTheme(id, i), inRival(id, i), anywhere(id, i));
    const key = reader.keys[id] ?? '';
    if (score < LEAST_SCORE || !explains(key, reader)) return;
    scores.set(key, roundScore((1 + Math.log(counts[i] ?? 1)) * score));
  });
  return scores;
}

/** A bare number explains nothing to a reader. */
function explains(key: string, { rarity }: ThemeReader): boolean {
  return /\p{L}/u.test(key) && (rarity === null || rarity(key) >= LEAST_RARITY);
}

/** The terms of a story in the order of first occurrence, and how often each article of it brings them. */
function sumTerms(
  members: readonly number[],
  factorOf: (member: number) => number,
  { corpus }: ThemeReader,
): { ids: number[]; counts: number[] } {
  const places = new Map<number, number>();
  const counts: number[] = [];
  for (const d of members) {
    const factor = factorOf(d);
    corpus.documents[d]?.terms.ids.forEach((id, i) => {
      const place = intern(places, id);
      counts[place] = (counts[place] ?? 0) + factor * (corpus.documents[d]?.terms.weights[i] ?? 0);
    });
  }
  return { ids: [...places.keys()], counts };
}

/** Counts of the terms of a story in a theme, or in all of them, without what its own articles brought. */
function countOthers(
  members: readonly number[],
  theme: number | null,
  reader: ThemeReader,
): (term: number, place: number) => TermCount {
  const { corpus, model, totals } = reader;
  const shareOf = (d: number): number => (theme === null ? 1 : (model.shares[d]?.[theme] ?? 0));
  const own = sumTerms(members, (d) => (corpus.documents[d]?.weight ?? 0) * shareOf(d), reader).counts;
  const brought = own.reduce((sum, count) => sum + count, 0);
  const counts = theme === null ? totals.terms : model.counts[theme];
  const total = Math.max(0, (theme === null ? totals.all : (totals.themes[theme] ?? 0)) - brought);
  return (term, place) => ({ count: Math.max(0, (counts?.[term] ?? 0) - (own[place] ?? 0)), total });
}
