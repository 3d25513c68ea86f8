import { columnOf, columnsOf } from './columns.ts';
import type { Outline } from './outline.ts';
import { ranksOf } from './ranks.ts';
import type { WordTables } from './tables.ts';
import type { Pairs } from './word-model.ts';
import { priorOf } from './word-model.ts';

/** Words an editor's summary has, on average: what a sentence's own length is weighed against. */
export const SUMMARY_WORDS = 45;

/** What the word models expect of each sentence. */
export type Coverage = ReturnType<typeof coverageOf>;

export function coverageOf(
  o: Outline,
  chances: Float64Array,
  pairs: Pairs,
  pairChances: Float64Array,
  tables: WordTables,
) {
  const seen = new Uint8Array(chances.length);
  const rows = o.types.map((types, i) => {
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
  const own = columnsOf(rows);
  const beside = (step: number): Float64Array => columnOf(rows.length, (i) => rows[i + step]?.wordsF ?? 0);
  return {
    ...own,
    rankWords: ranksOf(own.wordsF),
    rankPairs: ranksOf(own.pairsF),
    wordsFBefore: beside(-1),
    wordsFAfter: beside(1),
  };
}
