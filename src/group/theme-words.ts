import { compareText } from '../text/ids.ts';
import { roundScore, type SparseVector, toVector } from '../text/vectors.ts';
import { readableWords } from './surface-forms.ts';
import { type TermCount, tellingScore } from './theme-evidence.ts';
import type { ThemeReader } from './theme-reader.ts';

/** Most words given as reasons. */
const REASON_WORDS = 5;

/** Standard errors by which a learned word must prefer the theme; below, its count may be chance. */
const LEAST_SCORE = 1.2;

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
  const { ids, weights } = sumTerms(members, reader);
  const inTheme = countOthers(members, theme, reader);
  const inRival = countOthers(members, rival, reader);
  const anywhere = countOthers(members, null, reader);
  const scores: Scores = new Map();
  ids.forEach((id, i) => {
    const key = reader.keys[id] ?? '';
    const score = tellingScore(inTheme(id), inRival(id), anywhere(id));
    // A bare number explains nothing to a reader.
    if (score < LEAST_SCORE || !/\p{L}/u.test(key)) return;
    scores.set(key, roundScore((1 + Math.log(weights[i] ?? 1)) * score));
  });
  return scores;
}

function sumTerms(members: readonly number[], { corpus }: ThemeReader): SparseVector {
  const counts = new Map<number, number>();
  for (const d of members) {
    const terms = corpus.documents[d]?.terms;
    terms?.ids.forEach((id, i) => {
      counts.set(id, (counts.get(id) ?? 0) + (terms.weights[i] ?? 0));
    });
  }
  return toVector(counts);
}

/** Counts of terms in a theme, or in all of them, without what the members themselves brought. */
function countOthers(
  members: readonly number[],
  theme: number | null,
  { corpus, model, totals }: ThemeReader,
): (term: number) => TermCount {
  const own = new Map<number, number>();
  let brought = 0;
  for (const d of members) {
    const document = corpus.documents[d];
    const share = theme === null ? 1 : (model.shares[d]?.[theme] ?? 0);
    document?.terms.ids.forEach((id, i) => {
      const count = (document.terms.weights[i] ?? 0) * document.weight * share;
      own.set(id, (own.get(id) ?? 0) + count);
      brought += count;
    });
  }
  const counts = theme === null ? totals.terms : model.counts[theme];
  const total = theme === null ? totals.all : (totals.themes[theme] ?? 0);
  return (term) => ({
    count: Math.max(0, (counts?.[term] ?? 0) - (own.get(term) ?? 0)),
    total: Math.max(0, total - brought),
  });
}
