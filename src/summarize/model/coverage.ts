import type { Outline } from './outline.ts';
import { ranksOf } from './ranks.ts';
import type { WordTables } from './tables.ts';
import type { Pairs } from './word-model.ts';
import { priorOf } from './word-model.ts';

/** Words an editor's summary has, on average: what a sentence's own length is weighed against. */
export const SUMMARY_WORDS = 45;

/** What the word models expect of one sentence. */
export type Coverage = {
  words: number;
  wordsPerLength: number;
  wordsF: number;
  pairs: number;
  pairsPerLength: number;
  pairsF: number;
  content: number;
  contentMean: number;
  best: number;
  best3: number;
  prior: number;
  fresh: number;
  likely: number;
  rankWords: number;
  rankPairs: number;
  wordsFBefore: number;
  wordsFAfter: number;
};

type Own = Omit<Coverage, 'rankWords' | 'rankPairs' | 'wordsFBefore' | 'wordsFAfter'>;

export function coverageOf(
  o: Outline,
  chances: Float64Array,
  pairs: Pairs,
  pairChances: Float64Array,
  tables: WordTables,
): Coverage[] {
  const seen = new Uint8Array(chances.length);
  const own = o.types.map((types, i): Own => {
    const length = (o.words[i] as Int32Array).length;
    const sums = { words: 0, content: 0, contentTypes: 0, prior: 0, fresh: 0, likely: 0 };
    let [a, b, c] = [0, 0, 0];
    for (const w of types) {
      const p = chances[w] as number;
      sums.words += p;
      if (o.stop[w] === 0) {
        sums.content += p;
        sums.contentTypes += 1;
        sums.prior += priorOf(tables, o.slot[w] as number);
        if (seen[w] === 0) sums.fresh += p;
        if (p > 0.3) sums.likely += 1;
        if (p > a) [a, b, c] = [p, a, b];
        else if (p > b) [b, c] = [p, b];
        else if (p > c) c = p;
      }
      seen[w] = 1;
    }
    const both = (pairs.bySentence[i] as Int32Array).reduce(
      (sum, pair) => sum + (pairChances[pair] as number),
      0,
    );
    const types1 = Math.max(1, sums.contentTypes);
    return {
      words: sums.words,
      wordsPerLength: sums.words / Math.max(1, length),
      wordsF: (2 * sums.words) / (length + SUMMARY_WORDS),
      pairs: both,
      pairsPerLength: both / Math.max(1, length),
      pairsF: (2 * both) / (length + SUMMARY_WORDS),
      content: sums.content,
      contentMean: sums.content / types1,
      best: a,
      best3: a + b + c,
      prior: sums.prior / types1,
      fresh: sums.fresh,
      likely: sums.likely,
    };
  });
  const rankWords = ranksOf(own.map((c) => c.wordsF));
  const rankPairs = ranksOf(own.map((c) => c.pairsF));
  return own.map((c, i) => ({
    ...c,
    rankWords: rankWords[i] as number,
    rankPairs: rankPairs[i] as number,
    wordsFBefore: own[i - 1]?.wordsF ?? 0,
    wordsFAfter: own[i + 1]?.wordsF ?? 0,
  }));
}
