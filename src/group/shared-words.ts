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
  const scored = sumProducts(members.flatMap((m) => vectors[m] ?? [])).sort(
    (a, b) => b.score - a.score || compareText(termOf(a.id), termOf(b.id)),
  );
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
function sumProducts(vectors: readonly SparseVector[]): { id: number; score: number }[] {
  const shared = findShared(vectors);
  const [sums, products] = [new Float64Array(shared.length), new Float64Array(shared.length)];
  for (const { ids, weights } of vectors) {
    let at = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number;
      while ((shared[at] as number) < id) at += 1;
      if (shared[at] !== id) continue;
      const [weight, before] = [weights[i] as number, sums[at] as number];
      products[at] = (products[at] as number) + before * weight;
      sums[at] = before + weight;
    }
  }
  const scored: { id: number; score: number }[] = [];
  for (let at = 0; at < shared.length; at += 1) {
    const score = roundScore(products[at] as number);
    if (score > 0) scored.push({ id: shared[at] as number, score });
  }
  return scored;
}

/** Terms of several vectors, ascending: most are of one only. */
function findShared(vectors: readonly SparseVector[]): Int32Array {
  const all = new Int32Array(vectors.reduce((sum, { ids }) => sum + ids.length, 0));
  let length = 0;
  for (const { ids } of vectors) {
    all.set(ids, length);
    length += ids.length;
  }
  all.sort();
  let count = 0;
  for (let i = 1; i < all.length; i += 1) {
    if (all[i] !== all[i - 1] || all[i] === all[i - 2]) continue;
    // Written over what was read already: nothing behind it is asked for again.
    all[count] = all[i] as number;
    count += 1;
  }
  return all.subarray(0, count);
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
