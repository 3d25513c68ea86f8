import { anew } from '../text/anew.ts';
import { compareText } from '../text/ids.ts';
import { roundScore, type SparseVector } from '../text/vectors.ts';
import type { Remember } from '../types.ts';
import type { StoryVectors } from './story-vectors.ts';
import { type ReadArticle, readableWords } from './surface-forms.ts';

/** Most words given as the reason of a story. */
const SHARED_WORDS = 5;

/**
 * The words and pairs of words that make up most of the similarity between the members of a story, as readers
 * write them. A word of a listed pair is not listed again.
 */
export function sharedWords(
  members: readonly number[],
  { termOf, vectors }: StoryVectors,
  articles: readonly ReadArticle[],
  remember: Remember = anew,
): string[] {
  const scored = [...sumProducts(members.flatMap((m) => vectors[m] ?? []))]
    .map(([id, score]) => ({ id, score: roundScore(score) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareText(termOf(a.id), termOf(b.id)));
  const picked = pickApart(
    scored.map(({ id }) => id),
    termOf,
  );
  return readableWords(
    picked,
    members.flatMap((m) => articles[m] ?? []),
    remember,
  );
}

/** For each term the products of its weights, added up over all pairs of vectors: its part in their dot products. */
function sumProducts(vectors: readonly SparseVector[]): Map<number, number> {
  const sums = new Map<number, number>();
  const products = new Map<number, number>();
  for (const { ids, weights } of vectors) {
    ids.forEach((id, i) => {
      const weight = weights[i] ?? 0;
      const before = sums.get(id) ?? 0;
      if (before > 0) products.set(id, (products.get(id) ?? 0) + before * weight);
      sums.set(id, before + weight);
    });
  }
  return products;
}

/** The first terms of a list that have no word in common. */
function pickApart(ids: readonly number[], termOf: (id: number) => string): string[] {
  const used = new Set<string>();
  const picked: string[] = [];
  for (const id of ids) {
    if (picked.length === SHARED_WORDS) break;
    const term = termOf(id);
    const words = term.split(' ');
    if (words.some((word) => used.has(word))) continue;
    picked.push(term);
    for (const word of words) used.add(word);
  }
  return picked;
}
