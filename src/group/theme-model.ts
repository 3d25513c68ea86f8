/** Parallel arrays, without repeats, in the order of the article. */
export type TermCounts = { ids: Int32Array; weights: Float64Array };

/** Counts of terms of one article; `weight` 0 keeps it out of the training, `fixed` is a theme it has for certain. */
export type ThemeDocument = {
  terms: TermCounts;
  length: number;
  weight: number;
  fixed: number | null;
  /** Where it starts: a share for each theme, or all 0 when nothing speaks for any. */
  start: Float64Array;
};

/** `shares[d][c]`: how much document d belongs to theme c, 0 to 1. `counts[c][t]`: term t in theme c. */
export type ThemeModel = { shares: Float64Array[]; counts: Float64Array[] };

/** A seed word as a term, and its theme. */
export type SeedTerm = { term: number; theme: number };

/** Smoothing of every count. */
const ALPHA = 0.7;

/**
 * What the seeds of a theme count together before any article is read. It keeps a theme where its editor put it; the
 * sum is the same for all, or a theme with few seeds would look likelier to everything else.
 */
const SEED_MASS = 1000;

/**
 * How much the size of a theme counts, and how much the seeds in the article itself, against its words. Size in
 * full lets two big themes swallow the small ones, as seen on news that the default themes fit badly.
 */
const PRIOR_WEIGHT = 0.3;
const SEED_WEIGHT = 0.5;

/** Share added to each theme's share of the seeds, so that one without any is not ruled out. */
const SEED_FLOOR = 0.1;

const ROUNDS = 5;

/**
 * Each article speaks with at most this many words, however long it is: naive Bayes takes the words of a text
 * for independent, which makes it sure of everything; tempered, its margins mean something.
 */
const TEMPERED_LENGTH = 6;

/** Multinomial naive Bayes trained by expectation-maximization from seed words (Nigam et al. 2000). */
export function learnThemes(
  documents: readonly ThemeDocument[],
  seeds: readonly SeedTerm[],
  themes: number,
  terms: number,
): ThemeModel {
  let shares = documents.map((document) => fixedShares(document, themes) ?? document.start);
  let counts = countTerms(documents, shares, themes, terms);
  for (let round = 0; round < ROUNDS; round += 1) {
    const logs = logProbabilities(counts, seeds);
    const priors = logPriors(documents, shares, themes);
    shares = documents.map((document) => fixedShares(document, themes) ?? shareOut(document, logs, priors));
    counts = countTerms(documents, shares, themes, terms);
  }
  return { shares, counts };
}

function fixedShares({ fixed }: ThemeDocument, themes: number): Float64Array | null {
  return fixed === null ? null : Float64Array.from({ length: themes }, (_, c) => (c === fixed ? 1 : 0));
}

function countTerms(
  documents: readonly ThemeDocument[],
  shares: readonly Float64Array[],
  themes: number,
  terms: number,
): Float64Array[] {
  return Array.from({ length: themes }, (_, c) => {
    const counts = new Float64Array(terms);
    documents.forEach((document, d) => {
      const share = (shares[d]?.[c] ?? 0) * document.weight;
      if (share > 0) addTerms(counts, document.terms, share);
    });
    return counts;
  });
}

function addTerms(counts: Float64Array, { ids, weights }: TermCounts, factor: number): void {
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? 0;
    counts[id] = (counts[id] ?? 0) + factor * (weights[i] ?? 0);
  }
}

function logProbabilities(counts: readonly Float64Array[], seeds: readonly SeedTerm[]): Float64Array[] {
  return counts.map((row, c) => {
    const smooth = row.map((count) => count + ALPHA);
    const own = seeds.filter(({ theme }) => theme === c);
    for (const { term } of own) smooth[term] = (smooth[term] ?? 0) + SEED_MASS / own.length;
    const total = Math.log(smooth.reduce((sum, count) => sum + count, 0));
    return smooth.map((count) => Math.log(count) - total);
  });
}

function logPriors(
  documents: readonly ThemeDocument[],
  shares: readonly Float64Array[],
  themes: number,
): Float64Array {
  const sums = new Float64Array(themes).fill(1);
  documents.forEach(({ weight }, d) => {
    shares[d]?.forEach((share, c) => {
      sums[c] = (sums[c] ?? 0) + share * Math.min(weight, 1);
    });
  });
  const total = sums.reduce((sum, x) => sum + x, 0);
  return sums.map((sum) => Math.log(sum / total));
}

function shareOut(
  document: ThemeDocument,
  logs: readonly Float64Array[],
  priors: Float64Array,
): Float64Array {
  const factor = temper(document.length);
  const scores = priors.map((prior, c) => {
    const seeded = Math.log((document.start[c] ?? 0) + SEED_FLOOR);
    return PRIOR_WEIGHT * prior + SEED_WEIGHT * seeded + factor * weighBy(document.terms, logs[c]);
  });
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((power) => power / total);
}

/** How much each word of an article of this length counts. */
export function temper(length: number): number {
  return Math.min(1, TEMPERED_LENGTH / Math.max(1, length));
}

function weighBy({ ids, weights }: TermCounts, values: Float64Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) sum += (weights[i] ?? 0) * (values?.[ids[i] ?? 0] ?? 0);
  return sum;
}
