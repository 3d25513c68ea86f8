import { countValues, dot, intern, type SparseVector, weighTerms, roundScore } from '../text/vectors.ts';
import { type DaySpan, daysBetween, daysOf } from './days.ts';
import type { GroupInput } from './input.ts';
import { linkClusters } from './linkage.ts';
import { similarPairs } from './similar-pairs.ts';
import { type ArticleWords, pairKeys, X } from './words.ts';

export const S = { sigma: 10, thr: (n: number) => (n < 200 ? 0.22 : 0.18) };

export function vectorsOf(words: readonly ArticleWords[]): SparseVector[] {
  const table = new Map<string, number>();
  const counts = words.map(({ title, sentences }) => {
    const runs = [title, title, ...sentences];
    const terms = runs.flatMap((run) => [...run.map((w) => w.key), ...(X.pairs ? pairKeys(run) : [])]);
    return countValues(terms.map((term) => intern(table, term)));
  });
  (globalThis as any).isPair = Uint8Array.from([...table.keys()].map((k) => (k.includes(' ') ? 1 : 0)));
  return weighTerms(counts, table.size);
}

export function nearness(days: number): number {
  return Math.exp(-(days * days) / (2 * S.sigma * S.sigma));
}

export function clusterStories(articles: readonly GroupInput[], words: readonly ArticleWords[], vectors = vectorsOf(words)): number[][] {
  const dates = articles.map((a) => (a.date ? daysOf(a.date.value) : null));
  const threshold = S.thr(articles.length);
  const near = (a: number, b: number): number => nearness(daysBetween(dates[a] ?? null, dates[b] ?? null));
  const similarity = (a: number, b: number): number => {
    const [x, y] = [vectors[a], vectors[b]];
    return x && y ? roundScore(dot(x, y) * near(a, b)) : 0;
  };
  const pairs = similarPairs(vectors, threshold, (a, b) => near(a, b) >= threshold)
    .map(({ a, b, similarity }) => ({ a, b, similarity: roundScore(similarity * near(a, b)) }))
    .filter((p) => p.similarity >= threshold);
  return linkClusters({ members: articles.length, pairs, similarity, threshold, together: [], apart: [] });
}
