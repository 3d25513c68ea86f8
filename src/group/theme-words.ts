import { compareText } from '../text/ids.ts';
import { intern, roundScore } from '../text/vectors.ts';
import { readableWords } from './surface-forms.ts';
import { type TermTally, tellingScores } from './theme-evidence.ts';
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
  const terms = mergeTerms(members, reader);
  const counts = sumTerms(terms, () => 1);
  const inTheme = countOthers(terms, theme, reader);
  const inRival = countOthers(terms, rival, reader);
  const anywhere = countOthers(terms, null, reader);
  const scores: Scores = new Map();
  const telling = tellingScores(inTheme, inRival, anywhere);
  for (let place = 0; place < telling.length; place += 1) {
    const score = telling[place] as number;
    if (score < LEAST_SCORE) continue;
    const key = reader.keys[terms.ids[place] as number] ?? '';
    if (explains(key, reader)) scores.set(key, roundScore((1 + Math.log(counts[place] ?? 1)) * score));
  }
  return scores;
}

/** A bare number explains nothing to a reader. */
function explains(key: string, { rarity }: ThemeReader): boolean {
  return /\p{L}/u.test(key) && (rarity === null || rarity(key) >= LEAST_RARITY);
}

/** The terms of a story, each once; `places` are those of each member's terms among them. */
type StoryTerms = {
  ids: ArrayLike<number>;
  members: { member: number; weights: Float64Array; weight: number; places: Int32Array }[];
};

function mergeTerms(members: readonly number[], { corpus }: ThemeReader): StoryTerms {
  const [only] = members.flatMap((member) => corpus.documents[member] ?? []);
  if (only && members.length === 1) {
    // Most stories are of one article: its terms are numbered already.
    const { ids, weights } = only.terms;
    const places = Int32Array.from(ids.keys());
    return { ids, members: [{ member: members[0] ?? 0, weights, weight: only.weight, places }] };
  }
  const known = new Map<number, number>();
  const placed = members.flatMap((member) => {
    const document = corpus.documents[member];
    if (!document) return [];
    const { terms, weight } = document;
    return [{ member, weights: terms.weights, weight, places: terms.ids.map((id) => intern(known, id)) }];
  });
  return { ids: [...known.keys()], members: placed };
}

/** Counts of the terms in all members together, times a factor of each. */
function sumTerms(
  { ids, members }: StoryTerms,
  factorOf: (one: StoryTerms['members'][number]) => number,
): Float64Array {
  const counts = new Float64Array(ids.length);
  for (const one of members) {
    const factor = factorOf(one);
    const { places, weights } = one;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] as number;
      counts[place] = (counts[place] as number) + factor * (weights[i] as number);
    }
  }
  return counts;
}

/** Counts of the terms of a story in a theme, or in all of them, without what its own articles brought. */
function countOthers(terms: StoryTerms, theme: number | null, { model, totals }: ThemeReader): TermTally {
  const shareOf = (d: number): number => (theme === null ? 1 : (model.shares[d]?.[theme] ?? 0));
  const counts = sumTerms(terms, ({ member, weight }) => weight * shareOf(member));
  const all = theme === null ? totals.terms : model.counts[theme];
  let brought = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const own = counts[place] as number;
    brought += own;
    counts[place] = Math.max(0, (all?.[terms.ids[place] as number] ?? 0) - own);
  }
  return {
    counts,
    total: Math.max(0, (theme === null ? totals.all : (totals.themes[theme] ?? 0)) - brought),
  };
}
