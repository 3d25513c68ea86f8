import { columnOf } from './columns.ts';
import { type Outline, rarity } from './outline.ts';

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
  const counts = new Int32Array(o.slot.length);
  return o.words.map((words, i) => {
    for (const w of words) counts[w] = (counts[w] as number) + 1;
    const ids = (o.types[i] as Int32Array).filter((w) => o.stop[w] === 0);
    const weights = new Float64Array(ids.length);
    let square = 0;
    for (let k = 0; k < ids.length; k += 1) {
      const w = ids[k] as number;
      const weight = (1 + Math.log(counts[w] as number)) * rarity(o, w);
      weights[k] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) / length;
    for (const w of words) counts[w] = 0;
    return { ids, weights };
  });
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
  clear({ ids }: Vector): void {
    for (const id of ids) this.values[id] = 0;
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
    backward,
    rank: rankOf(vectors, size),
    ...nearbyOf(vectors, size),
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
  const sum = new Sum(size);
  const spread = (weights: ArrayLike<number>): Float64Array => {
    sum.values.fill(0);
    for (let i = 0; i < n; i += 1) sum.add(vectors[i] as Vector, weights[i]);
    return columnOf(n, (i) => {
      const v = vectors[i] as Vector;
      return v.ids.length === 0 ? 0 : Math.max(0, sum.dot(v) - (weights[i] as number));
    });
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

function nearbyOf(
  vectors: readonly Vector[],
  size: number,
): Pick<Closeness, 'before' | 'after' | 'nearest' | 'nearestAt'> {
  const n = vectors.length;
  const make = (): Float64Array => new Float64Array(n);
  const nearby = { before: make(), after: make(), nearest: make(), nearestAt: make() };
  const near = (i: number, j: number, likeness: number): void => {
    if (likeness <= (nearby.nearest[i] as number)) return;
    nearby.nearest[i] = likeness;
    nearby.nearestAt[i] = (j - i) / n;
  };
  const own = new Sum(size);
  for (let i = 0; i < n; i += 1) {
    const v = vectors[i] as Vector;
    own.add(v);
    if (i > 0) nearby.after[i - 1] = own.dot(vectors[i - 1] as Vector);
    for (let j = i + 1; j < Math.min(n, i + 1 + NEARBY); j += 1) {
      const likeness = own.dot(vectors[j] as Vector);
      if (j === i + 1) nearby.before[j] = likeness;
      near(i, j, likeness);
      near(j, i, likeness);
    }
    own.clear(v);
  }
  return nearby;
}

/** Dot product of two small vectors whose ids are in no order. */
export function dotSparse(a: Vector, b: Vector): number {
  const weights = new Map(Array.from(b.ids, (id, k) => [id, b.weights[k] as number]));
  let sum = 0;
  for (let k = 0; k < a.ids.length; k += 1)
    sum += (a.weights[k] as number) * (weights.get(a.ids[k] as number) ?? 0);
  return sum;
}
