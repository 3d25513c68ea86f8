import type { Outline } from './outline.ts';

/** How close sentences are to each other and to the whole, as cosines of tf-idf vectors without stop words. */
export type Closeness = {
  /** To the whole article, and to the rest of it. */
  whole: Float64Array;
  rest: Float64Array;
  /** To the first sentence, the most like of the first three, the first five together. */
  lead: Float64Array;
  lead3: Float64Array;
  lead5: Float64Array;
  before: Float64Array;
  after: Float64Array;
  /** Mean over the sentences that follow, that go before, and all: sums of vectors make it linear. */
  forward: Float64Array;
  backward: Float64Array;
  /** Weight in the graph of likeness, 1 on average. */
  rank: Float64Array;
  /** Likeness of the most like of the sentences nearby, and how far away it is, as a share of the article. */
  nearest: Float64Array;
  nearestAt: Float64Array;
};

/** A sentence's weighted words, at length 1. */
export type Vector = { ids: Int32Array; weights: Float64Array };

/** The weighted words of every sentence at length 1; stop words weigh nothing. */
export function sentenceVectors(o: Outline): Vector[] {
  return o.words.map((words, i) => {
    const counts = new Map<number, number>();
    for (const w of words) if (o.stop[w] === 0) counts.set(w, (counts.get(w) ?? 0) + 1);
    const ids = Int32Array.from((o.types[i] as Int32Array).filter((w) => o.stop[w] === 0));
    const weights = Float64Array.from(ids, (w) => (1 + Math.log(counts.get(w) ?? 1)) * rarity(o, w));
    const length = Math.sqrt(weights.reduce((sum, x) => sum + x * x, 0)) || 1;
    return { ids, weights: weights.map((x) => x / length) };
  });
}

/** Rarity of a word, never nothing. */
export function rarity(o: Outline, word: number): number {
  return Math.max(0.1, o.idf[word] as number);
}

/** A sum of vectors by word number, with its own length kept. */
class Sum {
  readonly values: Float64Array;
  constructor(size: number) {
    this.values = new Float64Array(size);
  }
  add({ ids, weights }: Vector, factor = 1): void {
    for (let k = 0; k < ids.length; k += 1) {
      const w = ids[k] as number;
      this.values[w] = (this.values[w] as number) + factor * (weights[k] as number);
    }
  }
  dot({ ids, weights }: Vector): number {
    let sum = 0;
    for (let k = 0; k < ids.length; k += 1)
      sum += (weights[k] as number) * (this.values[ids[k] as number] as number);
    return sum;
  }
  length(): number {
    return Math.sqrt(this.values.reduce((sum, x) => sum + x * x, 0)) || 1;
  }
}

export function closeness(o: Outline, vectors: readonly Vector[]): Closeness {
  const n = vectors.length;
  const size = o.slot.length;
  const make = (value: (i: number, v: Vector) => number): Float64Array =>
    Float64Array.from(vectors, (v, i) => value(i, v));
  const spread = (vector: Vector | undefined): Sum => {
    const sum = new Sum(size);
    if (vector) sum.add(vector);
    return sum;
  };
  const whole = new Sum(size);
  for (const v of vectors) whole.add(v);
  const wholeLength = whole.length();
  const opening = vectors.slice(0, 3).map(spread);
  const five = new Sum(size);
  for (const v of vectors.slice(0, 5)) five.add(v);
  const fiveLength = five.length();
  const neighbour = (i: number, v: Vector, step: number): number => {
    const other = vectors[i + step];
    return other ? dotSparse(v, other) : 0;
  };
  const behind = new Sum(size);
  const backward = make((_, v) => {
    const value = behind.dot(v) / n;
    behind.add(v);
    return value;
  });
  const totals = make((_, v) => whole.dot(v));
  const own = make((_, v) => (v.ids.length > 0 ? 1 : 0));
  return {
    whole: totals.map((t) => t / wholeLength),
    rest: totals.map((t, i) => {
      const square = Math.max(0, wholeLength ** 2 - 2 * t + (own[i] as number));
      return square > 1e-9 ? (t - (own[i] as number)) / Math.sqrt(square) : 0;
    }),
    lead: make((i, v) => (i === 0 ? 1 : (opening[0]?.dot(v) ?? 0))),
    lead3: make((i, v) => (i < 3 ? 1 : Math.max(0, ...opening.map((s) => s.dot(v))))),
    lead5: make((_, v) => five.dot(v) / fiveLength),
    before: make((i, v) => neighbour(i, v, -1)),
    after: make((i, v) => neighbour(i, v, 1)),
    backward,
    rank: rankOf(vectors, size),
    ...nearestOf(vectors),
    forward: totals.map((t, i) => (t - (own[i] as number)) / n - (backward[i] as number)),
  };
}

/** How many rounds, and which share of its weight a sentence hands on. */
const ROUNDS = 20;
const DAMPING = 0.85;

/**
 * Continuous LexRank (Erkan and Radev, 2004): each sentence hands its weight on to the others by likeness. As the
 * likeness of all pairs is a product of the vectors, a round costs no more than reading them.
 */
function rankOf(vectors: readonly Vector[], size: number): Float64Array {
  const n = vectors.length;
  const spread = (weights: ArrayLike<number>): Float64Array => {
    const sum = new Sum(size);
    for (const [i, v] of vectors.entries()) sum.add(v, weights[i]);
    return Float64Array.from(vectors, (v, i) =>
      v.ids.length === 0 ? 0 : Math.max(0, sum.dot(v) - (weights[i] as number)),
    );
  };
  const degrees = spread(new Float64Array(n).fill(1));
  let rank = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < ROUNDS; round += 1) {
    const lonely = rank.reduce((sum, r, i) => sum + ((degrees[i] as number) > 1e-9 ? 0 : r), 0) / n;
    const given = spread(
      rank.map((r, i) => ((degrees[i] as number) > 1e-9 ? r / (degrees[i] as number) : 0)),
    );
    rank = given.map((g) => (1 - DAMPING) / n + DAMPING * (g + lonely));
  }
  return rank.map((r) => r * n);
}

/** How far to both sides the most like sentence is looked for: it keeps long articles linear. */
const NEARBY = 25;

function nearestOf(vectors: readonly Vector[]): Pick<Closeness, 'nearest' | 'nearestAt'> {
  const n = vectors.length;
  const nearest = new Float64Array(n);
  const nearestAt = new Float64Array(n);
  const near = (i: number, j: number, likeness: number): void => {
    if (likeness <= (nearest[i] as number)) return;
    nearest[i] = likeness;
    nearestAt[i] = (j - i) / n;
  };
  for (const [i, v] of vectors.entries()) {
    const own = new Map(Array.from(v.ids, (id, k) => [id, v.weights[k] as number]));
    for (let j = i + 1; j < Math.min(n, i + 1 + NEARBY); j += 1) {
      const { ids, weights } = vectors[j] as Vector;
      const likeness = weights.reduce((sum, w, k) => sum + w * (own.get(ids[k] as number) ?? 0), 0);
      near(i, j, likeness);
      near(j, i, likeness);
    }
  }
  return { nearest, nearestAt };
}

/** Dot product of two small vectors whose ids are in no order. */
export function dotSparse(a: Vector, b: Vector): number {
  const weights = new Map(Array.from(b.ids, (id, k) => [id, b.weights[k] as number]));
  let sum = 0;
  for (let k = 0; k < a.ids.length; k += 1)
    sum += (a.weights[k] as number) * (weights.get(a.ids[k] as number) ?? 0);
  return sum;
}
