import { documentFrequencies, type SimilarPair, type SparseVector } from '../text/vectors.ts';

/** A term in more than this share of the vectors is common: too long a list to walk for every vector. */
const COMMON_SHARE = 0.2;

/** Most pairs listed for one vector, the best ones: a thousand near-equal texts must not become a million pairs. */
const MOST_PAIRS = 200;

/** Rare terms: the vectors that hold term t are `holders[starts[t]]` up to `holders[starts[t + 1]]`, ascending. */
type Index = {
  starts: Int32Array;
  holders: Int32Array;
  weights: Float64Array;
  common: Float64Array;
  /** Where the first holder of each term stands that was not asked for yet. */
  next: Int32Array;
};

/**
 * Every pair of vectors of length at most 1 whose dot product reaches `threshold` (above 0), exact and without
 * an n-by-n table: what two vectors share in rare terms is summed over an inverted index, what they can share
 * in common terms is bounded by Cauchy-Schwarz, and only pairs that may pass are computed (the idea of Bayardo,
 * Ma & Srikant 2007). Of the vectors behind `a` only those before `reach(a)` are looked at. Ordered by `a`, then `b`.
 */
export function similarPairs(
  vectors: readonly SparseVector[],
  threshold: number,
  reach: (a: number) => number = () => vectors.length,
): SimilarPair[] {
  const index = indexRareTerms(vectors);
  const shared = new Float64Array(vectors.length);
  // One vector at a time by its terms, which makes a product as short as the other vector.
  const spread = new Float64Array(index.starts.length);
  return vectors.flatMap((vector, a) => {
    const end = reach(a);
    sumShared(vector, a, end, index, shared);
    vector.ids.forEach((id, i) => {
      spread[id] = vector.weights[i] ?? 0;
    });
    const pairs: SimilarPair[] = [];
    for (let b = a + 1; b < end; b += 1) {
      const bound = (shared[b] ?? 0) + (index.common[a] ?? 0) * (index.common[b] ?? 0);
      const other = vectors[b];
      if (bound < threshold || !other) continue;
      const similarity = dotSpread(spread, other);
      if (similarity >= threshold) pairs.push({ a, b, similarity });
    }
    for (let i = 0; i < vector.ids.length; i += 1) spread[vector.ids[i] as number] = 0;
    return pairs.length <= MOST_PAIRS ? pairs : keepBest(pairs);
  });
}

/** What `dot` gives, to the last bit: terms that are not shared add nothing. */
function dotSpread(spread: Float64Array, { ids, weights }: SparseVector): number {
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) sum += (spread[ids[i] ?? 0] ?? 0) * (weights[i] ?? 0);
  return sum;
}

function keepBest(pairs: SimilarPair[]): SimilarPair[] {
  const best = pairs.toSorted((x, y) => y.similarity - x.similarity || x.b - y.b).slice(0, MOST_PAIRS);
  return best.sort((x, y) => x.b - y.b);
}

/** What vector `a` shares with each later one before `end` in rare terms, written into `shared`. */
function sumShared(vector: SparseVector, a: number, end: number, index: Index, shared: Float64Array): void {
  shared.fill(0, a + 1, end);
  vector.ids.forEach((id, i) => {
    const weight = vector.weights[i] ?? 0;
    // Whoever holds the term takes its own place out of it: the next one begins behind.
    const own = index.next[id] ?? 0;
    index.next[id] = own + 1;
    for (let k = own + 1; k < (index.starts[id + 1] ?? 0); k += 1) {
      const b = index.holders[k] ?? 0;
      if (b >= end) break;
      shared[b] = (shared[b] ?? 0) + weight * (index.weights[k] ?? 0);
    }
  });
}

function indexRareTerms(vectors: readonly SparseVector[]): Index {
  const terms = vectors.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const limit = Math.max(10, vectors.length * COMMON_SHARE);
  const sizes = documentFrequencies(vectors, terms).map((size) => (size > limit ? 0 : size));
  const starts = new Int32Array(terms + 1);
  sizes.forEach((size, id) => {
    starts[id + 1] = (starts[id] ?? 0) + size;
  });
  const total = starts[terms] ?? 0;
  const index = { starts, holders: new Int32Array(total), weights: new Float64Array(total) };
  const next = starts.slice();
  const common = Float64Array.from(vectors, (vector, holder) => {
    let rest = 0;
    vector.ids.forEach((id, i) => {
      const weight = vector.weights[i] ?? 0;
      if (sizes[id] === 0) {
        rest += weight * weight;
        return;
      }
      const at = next[id] ?? 0;
      index.holders[at] = holder;
      index.weights[at] = weight;
      next[id] = at + 1;
    });
    return Math.sqrt(rest);
  });
  return { ...index, common, next: starts.slice() };
}
