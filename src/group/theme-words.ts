import { compareText, roundScore, type SparseVector, toVector } from '../text/vectors.ts';
import { readableWords } from './surface-forms.ts';
import { shrunkenOdds, type TermCount } from './theme-evidence.ts';
import type { ThemeReader } from './theme-reader.ts';

/** Most words given as reasons. */
const REASON_WORDS = 5;

/** A seed phrase speaks at least as clearly as a word that is e times as frequent in its theme as elsewhere. */
const SEED_ODDS = 1;

/**
 * The words of a story that speak most for its theme against the runner-up, as readers write them: seeds and
 * words learned from other articles, by shrunken log-odds times 1 + log of their count; ties by code unit.
 */
export function tellingWords(
  members: readonly number[],
  theme: number,
  rival: number | null,
  reader: ThemeReader,
): string[] {
  const scores = scoreWords(members, theme, rival, reader);
  const best = [...scores]
    .filter(([, score]) => score > 0)
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([key]) => key);
  const phrases = best.filter((key) => key.includes(' ')).flatMap((key) => key.split(' '));
  const keys = best.filter((key) => !phrases.includes(key)).slice(0, REASON_WORDS);
  return readableWords(
    keys,
    members.flatMap((d) => reader.sources[d] ?? []),
  );
}

function scoreWords(
  members: readonly number[],
  theme: number,
  rival: number | null,
  reader: ThemeReader,
): Map<string, number> {
  const scores = new Map<string, number>();
  const { ids, weights } = sumTerms(members, reader);
  const inTheme = countOthers(members, theme, reader);
  const inRival = countOthers(members, rival, reader);
  const anywhere = countOthers(members, null, reader);
  ids.forEach((id, i) => {
    const odds = shrunkenOdds(inTheme(id), inRival(id), anywhere(id));
    scores.set(reader.keys[id] ?? '', roundScore((1 + Math.log(weights[i] ?? 1)) * odds));
  });
  const hits = members.flatMap((d) => reader.corpus.hits[d] ?? []).filter((hit) => hit.theme === theme);
  for (const { seed, count } of hits) {
    scores.set(seed, Math.max(scores.get(seed) ?? 0, roundScore((1 + Math.log(count)) * SEED_ODDS)));
  }
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
