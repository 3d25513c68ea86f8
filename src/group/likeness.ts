import type { SparseVector } from '../text/vectors.ts';

/** How alike two articles are, by their positions. */
export type Likeness = (a: number, b: number) => number;

/** Among so few articles half of what chance seems to give is the likeness of the stories themselves. */
const FEW = 10;

/** A likeness that rests on a single term counts a quarter, on three a half, on many nearly in full. */
const FEW_TERMS = 3;

/**
 * How alike two articles are beyond chance: the dot product of their vectors less what it would be if each kept its
 * total likeness to all others but spread it evenly (the null model of Newman & Girvan's modularity, 2004). It makes
 * one threshold fit batches of all sizes, and articles of a crowded subject. Linear to set up, when it is first asked.
 */
export function createLikeness(vectors: readonly SparseVector[]): Likeness {
  let known: Chance | null = null;
  return (a, b) => {
    const [left, right] = [vectors[a], vectors[b]];
    if (!left || !right) return 0;
    known ??= weighChance(vectors);
    const { degrees, factor } = known;
    const { product, common } = compare(left, right);
    const beyond = product - factor * (degrees[a] ?? 0) * (degrees[b] ?? 0);
    return beyond <= 0 ? beyond : (beyond * common) / (common + FEW_TERMS);
  };
}

/** The likeness of each vector to all others, and the share of it that chance gives any two. */
type Chance = { degrees: Float64Array; factor: number };

function weighChance(vectors: readonly SparseVector[]): Chance {
  const degrees = degreesOf(vectors);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  return { degrees, factor: total === 0 ? 0 : vectors.length / (vectors.length + FEW) / total };
}

/** The dot product of two vectors, and how many terms they share. */
function compare(a: SparseVector, b: SparseVector): { product: number; common: number } {
  let [product, common] = [0, 0];
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const [left, right] = [a.ids[i] as number, b.ids[j] as number];
    if (left === right) {
      product += (a.weights[i] as number) * (b.weights[j] as number);
      common += 1;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return { product, common };
}

/** The sum of the dot products of each vector with all others. */
function degreesOf(vectors: readonly SparseVector[]): Float64Array {
  const terms = vectors.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const sums = new Float64Array(terms);
  for (const { ids, weights } of vectors) {
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number;
      sums[id] = (sums[id] as number) + (weights[i] as number);
    }
  }
  return Float64Array.from(vectors, ({ ids, weights }) => {
    let degree = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const weight = weights[i] as number;
      degree += weight * ((sums[ids[i] as number] as number) - weight);
    }
    return Math.max(0, degree);
  });
}
