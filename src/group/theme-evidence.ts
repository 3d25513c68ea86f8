import { roundScore } from '../text/vectors.ts';
import { type ThemeDocument, type ThemeModel, temper } from './theme-model.ts';

/** Counts of terms over all themes, and the sum of counts of each theme and of all. */
export type ThemeTotals = { terms: Float64Array; themes: number[]; all: number };

/** How many words of the language at large each theme is mixed with: a few articles must not look certain. */
const BACKGROUND_WORDS = 500;

/** Taking an article out of sums leaves dust behind; a word that no other article has must not speak by it. */
const LEAST_SHARE = 1e-9;

export function sumCounts(model: ThemeModel, terms: number): ThemeTotals {
  const sums = new Float64Array(terms);
  for (const counts of model.counts) {
    for (let term = 0; term < sums.length; term += 1)
      sums[term] = (sums[term] as number) + (counts[term] as number);
  }
  const themes = model.counts.map(sumOf);
  return { terms: sums, themes, all: sumOf(sums) };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum;
}

/**
 * How much better a theme explains an article than all articles together do, in nats, tempered like the model.
 * What the article itself taught is taken out first, so that only words it shares with others speak.
 */
export function evidenceFor(
  document: ThemeDocument,
  share: number,
  counts: Float64Array,
  themeTotal: number,
  totals: ThemeTotals,
): number {
  const { ids, weights } = document.terms;
  const own = sumOf(weights) * document.weight;
  const theme = themeTotal - own * share + BACKGROUND_WORDS;
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? 0;
    const taught = (weights[i] ?? 0) * document.weight;
    const others = ((totals.terms[id] ?? 0) - taught) / Math.max(1, totals.all - own);
    const inTheme = (counts[id] ?? 0) - taught * share;
    if (others >= LEAST_SHARE)
      sum += (weights[i] ?? 0) * Math.log((Math.max(0, inTheme) / others + BACKGROUND_WORDS) / theme);
  }
  return roundScore(sum * temper(document.length));
}

/** How often each term of a story occurs in a theme, and how many words that theme has. */
export type TermTally = { counts: Float64Array; total: number };

/**
 * For each term its log-odds in one theme against another, each mixed with its share of the language at large, in units of
 * their standard error (Monroe, Colaresi & Quinn 2008): a word that occurred once tells little. 0 where the term does not
 * prefer the theme.
 */
export function tellingScores(theme: TermTally, rival: TermTally, everywhere: TermTally): Float64Array {
  const sizes = (rival.total + BACKGROUND_WORDS) / (theme.total + BACKGROUND_WORDS);
  const scores = new Float64Array(everywhere.counts.length);
  for (let place = 0; place < scores.length; place += 1) {
    const share = (everywhere.counts[place] as number) / Math.max(1, everywhere.total);
    if (share < LEAST_SHARE) continue;
    const here = (theme.counts[place] as number) + BACKGROUND_WORDS * share;
    const there = (rival.counts[place] as number) + BACKGROUND_WORDS * share;
    const odds = (here / there) * sizes;
    if (odds > 1) scores[place] = Math.log(odds) / Math.sqrt(1 / here + 1 / there);
  }
  return scores;
}
