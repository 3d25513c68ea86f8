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

/** Numbers of all terms, those of one term for all themes together: `values[term * themes + theme]`. */
type Table = Float64Array;

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
    const logs = logProbabilities(counts, seeds, themes);
    const priors = logPriors(documents, shares, themes);
    shares = documents.map((document) => fixedShares(document, themes) ?? shareOut(document, logs, priors));
    counts = countTerms(documents, shares, themes, terms);
  }
  const rows = Array.from({ length: themes }, (_, c) => {
    const row = new Float64Array(terms);
    for (let t = 0; t < terms; t += 1) row[t] = counts[t * themes + c] as number;
    return row;
  });
  return { shares, counts: rows };
}

function fixedShares({ fixed }: ThemeDocument, themes: number): Float64Array | null {
  return fixed === null ? null : Float64Array.from({ length: themes }, (_, c) => (c === fixed ? 1 : 0));
}

function countTerms(
  documents: readonly ThemeDocument[],
  shares: readonly Float64Array[],
  themes: number,
  terms: number,
): Table {
  const counts = new Float64Array(terms * themes);
  documents.forEach(({ terms: { ids, weights }, weight }, d) => {
    const factors = shares[d]?.map((share) => share * weight);
    if (!factors?.some((factor) => factor > 0)) return;
    for (let i = 0; i < ids.length; i += 1) {
      const at = (ids[i] as number) * themes;
      const times = weights[i] as number;
      for (let c = 0; c < themes; c += 1)
        counts[at + c] = (counts[at + c] as number) + (factors[c] as number) * times;
    }
  });
  return counts;
}

function logProbabilities(counts: Table, seeds: readonly SeedTerm[], themes: number): Table {
  // One table from counts to logarithms: there are as many entries as words times themes, and five rounds.
  const table = new Float64Array(counts.length);
  for (let i = 0; i < table.length; i += 1) table[i] = (counts[i] as number) + ALPHA;
  const sizes = new Int32Array(themes);
  for (const { theme } of seeds) sizes[theme] = (sizes[theme] ?? 0) + 1;
  for (const { term, theme } of seeds) {
    const at = term * themes + theme;
    table[at] = (table[at] ?? 0) + SEED_MASS / (sizes[theme] ?? 1);
  }
  const totals = new Float64Array(themes);
  for (let at = 0; at < table.length; at += themes)
    for (let c = 0; c < themes; c += 1) totals[c] = (totals[c] as number) + (table[at + c] as number);
  const logs = totals.map(Math.log);
  for (let at = 0; at < table.length; at += themes)
    for (let c = 0; c < themes; c += 1)
      table[at + c] = Math.log(table[at + c] as number) - (logs[c] as number);
  return table;
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

function shareOut(document: ThemeDocument, logs: Table, priors: Float64Array): Float64Array {
  const factor = temper(document.length);
  const weighed = weighTerms(document.terms, logs, priors.length);
  const scores = priors.map((prior, c) => {
    const seeded = Math.log((document.start[c] ?? 0) + SEED_FLOOR);
    return PRIOR_WEIGHT * prior + SEED_WEIGHT * seeded + factor * (weighed[c] ?? 0);
  });
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((power) => power / total);
}

/** The sum over the terms of an article, for each theme. */
function weighTerms({ ids, weights }: TermCounts, values: Table, themes: number): Float64Array {
  const sums = new Float64Array(themes);
  for (let i = 0; i < ids.length; i += 1) {
    const at = (ids[i] as number) * themes;
    const times = weights[i] as number;
    for (let c = 0; c < themes; c += 1) sums[c] = (sums[c] as number) + times * (values[at + c] as number);
  }
  return sums;
}

/** How much each word of an article of this length counts. */
export function temper(length: number): number {
  return Math.min(1, TEMPERED_LENGTH / Math.max(1, length));
}
