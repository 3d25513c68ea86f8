/**
 * Sparse vectors over interned terms. Sums run in ascending order of term id, so that equal ids give equal
 * bits; whoever interns in a fixed order gets the same numbers every time.
 */

/** Parallel arrays; `ids` ascending, without repeats. */
export type SparseVector = { ids: Int32Array; weights: Float64Array };

/** Two vectors, by index (`a < b`), and their dot product. */
export type SimilarPair = { a: number; b: number; similarity: number };

/** Rounds to a multiple of 1e-9, so that scores compare and print the same on every machine. */
export function roundScore(value: number): number {
  const rounded = Math.round(value * 1e9) / 1e9;
  return rounded === 0 ? 0 : rounded;
}

/** The number of a key, given out from 0 in the order in which keys are first seen. */
export function intern<K>(table: Map<K, number>, key: K): number {
  const known = table.get(key);
  if (known !== undefined) return known;
  table.set(key, table.size);
  return table.size - 1;
}

/** How often each value occurs, in the order of first occurrence. */
export function countValues<K>(values: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A vector of the table's entries, sorted by term id. */
export function toVector(entries: ReadonlyMap<number, number>): SparseVector {
  const ids = Int32Array.from(entries.keys()).sort();
  return { ids, weights: Float64Array.from(ids, (id) => entries.get(id) ?? 0) };
}

/** In how many vectors each term occurs; the index is the term id. */
export function documentFrequencies(vectors: readonly SparseVector[], terms: number): Int32Array {
  return countIds(
    vectors.map(({ ids }) => ids),
    terms,
  );
}

/** In how many lists each id stands, of those below `count`; a list holds none twice. */
export function countIds(lists: readonly Int32Array[], count: number): Int32Array {
  const frequencies = new Int32Array(count);
  for (const ids of lists) {
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number;
      frequencies[id] = (frequencies[id] as number) + 1;
    }
  }
  return frequencies;
}

/** Inverse document frequency, smoothed as if one more document held every term: at least 1 for n documents. */
export function smoothIdf(documents: number, frequency: number): number {
  return Math.log((documents + 1) / (frequency + 1)) + 1;
}

export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] ?? 0;
    const right = b.ids[j] ?? 0;
    if (left === right) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}

/** Euclidean length. */
export function norm(vector: SparseVector): number {
  return Math.sqrt(vector.weights.reduce((sum, w) => sum + w * w, 0));
}

/** The vector at length 1; a zero vector stays one. */
export function normalize(vector: SparseVector): SparseVector {
  const length = norm(vector);
  return length === 0 ? vector : { ids: vector.ids, weights: vector.weights.map((w) => w / length) };
}

/** Cosine of the angle between two vectors, 0 when one is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}
