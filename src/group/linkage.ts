import { roundScore, type SimilarPair } from '../text/vectors.ts';
import { createHeap } from './heap.ts';

/** What clustering may ask and must obey; members are numbers from 0. */
export type Linkage = {
  members: number;
  /** Pairs at or above the threshold, with what `similarity` says; any other pair is asked for when it matters. */
  pairs: readonly SimilarPair[];
  similarity: (a: number, b: number) => number;
  threshold: number;
  /** What the mean over a single pair must have beyond the threshold; over n pairs an nth of it. */
  doubt: number;
  /** From 0: share of their own cohesion that two clusters must reach between them; 0 asks for nothing. */
  kinship: number;
  /** Disjoint sets of members that start out together. */
  together: readonly (readonly number[])[];
  /** Pairs that must never meet. */
  apart: readonly (readonly [number, number])[];
};

/**
 * `sums`: similarity to each neighbour, added up over all pairs of members; `inner`: the same over pairs of its own;
 * `foes`: clusters it must not meet.
 */
type Cluster = { members: number[]; inner: number; sums: Map<number, number>; foes: Set<number> };

/** Clusters go by their smallest member. */
type Clusters = Map<number, Cluster>;

type Link = { a: number; b: number; score: number };

/** One pair without likeness is added to those of a cluster: the cohesion of two members is a guess. */
const DOUBT = 1;

/**
 * Average-link agglomerative clustering (Sokal & Michener 1958) on a sparse graph: two clusters can only reach
 * the threshold on average when one of their pairs does, so only neighbours in the graph are ever compared,
 * by the exact mean over all their pairs. Two clusters that are each more close-knit than what lies between them
 * stay apart (`kinship`), however alike their subjects. Ties go to the clusters with the smallest members.
 * Returns clusters in the order of their first member, members ascending.
 */
export function linkClusters(input: Linkage): number[][] {
  const clusters = startClusters(input);
  const queue = createHeap<Link>(comesFirst);
  const offer = (x: number, y: number): void => {
    const link = linkOf(clusters, Math.min(x, y), Math.max(x, y), input);
    if (link) queue.push(link);
  };
  for (const [a, { sums }] of clusters) for (const b of sums.keys()) if (a < b) offer(a, b);
  for (let best = queue.pop(); best; best = queue.pop()) {
    if (linkOf(clusters, best.a, best.b, input)?.score !== best.score) continue;
    mergeClusters(clusters, best.a, best.b, input.similarity);
    for (const other of clusters.get(best.a)?.sums.keys() ?? []) offer(best.a, other);
  }
  return [...clusters.values()].map(({ members }) => members).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function comesFirst(x: Link, y: Link): boolean {
  if (x.score !== y.score) return x.score > y.score;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

/** The link of two clusters as they are now; none when one is gone, they are too far apart or must not meet. */
function linkOf(
  clusters: Clusters,
  a: number,
  b: number,
  { threshold, doubt, kinship }: Linkage,
): Link | null {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (!left || !right || left.foes.has(b)) return null;
  const sum = left.sums.get(b) ?? 0;
  const pairs = left.members.length * right.members.length;
  const score = roundScore(sum / pairs);
  const kin = kinship * Math.min(cohesionOf(left), cohesionOf(right));
  return score >= roundScore(Math.max(threshold + doubt / pairs, kin)) ? { a, b, score } : null;
}

/** Mean similarity of the members to each other, shrunk; 0 for a single one. */
function cohesionOf({ members, inner }: Cluster): number {
  return inner / ((members.length * (members.length - 1)) / 2 + DOUBT);
}

function startClusters(input: Linkage): Clusters {
  const home = Array.from({ length: input.members }, (_, member) => member);
  for (const set of input.together) for (const member of set) home[member] = Math.min(...set);
  const clusters: Clusters = new Map();
  home.forEach((key, member) => {
    const cluster = clusters.get(key);
    if (cluster) cluster.members.push(member);
    else clusters.set(key, { members: [member], inner: 0, sums: new Map(), foes: new Set() });
  });
  for (const cluster of clusters.values()) cluster.inner = sumInside(cluster, input.similarity);
  const homeOf = (member: number): number => home[member] ?? member;
  for (const pair of input.pairs) meet(clusters, homeOf(pair.a), homeOf(pair.b), pair, input.similarity);
  for (const [a, b] of input.apart) ban(clusters, homeOf(a), homeOf(b));
  return clusters;
}

/** Makes two clusters neighbours by a pair of their members. */
function meet(
  clusters: Clusters,
  a: number,
  b: number,
  pair: SimilarPair,
  similarity: Linkage['similarity'],
): void {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (a === b || !left || !right || left.sums.has(b)) return;
  const isPair = left.members.length * right.members.length === 1;
  const sum = isPair ? pair.similarity : sumSimilarity(left, right, similarity);
  left.sums.set(b, sum);
  right.sums.set(a, sum);
}

function ban(clusters: Clusters, a: number, b: number): void {
  clusters.get(a)?.foes.add(b);
  clusters.get(b)?.foes.add(a);
}

function sumSimilarity(a: Cluster, b: Cluster, similarity: Linkage['similarity']): number {
  let sum = 0;
  for (const x of a.members) for (const y of b.members) sum += similarity(x, y);
  return sum;
}

function sumInside({ members }: Cluster, similarity: Linkage['similarity']): number {
  let sum = 0;
  members.forEach((x, i) => {
    for (const y of members.slice(i + 1)) sum += similarity(x, y);
  });
  return sum;
}

/** Moves everything of cluster `b` into cluster `a`; `a` is the smaller key. */
function mergeClusters(clusters: Clusters, a: number, b: number, similarity: Linkage['similarity']): void {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (!left || !right) return;
  clusters.delete(b);
  left.inner += right.inner + (left.sums.get(b) ?? 0);
  const neighbours = new Set([...left.sums.keys(), ...right.sums.keys()]);
  for (const key of neighbours) {
    const other = clusters.get(key);
    if (key === a || !other) continue;
    const sum =
      (left.sums.get(key) ?? sumSimilarity(left, other, similarity)) +
      (right.sums.get(key) ?? sumSimilarity(right, other, similarity));
    left.sums.set(key, sum);
    other.sums.set(a, sum);
    other.sums.delete(b);
  }
  left.sums.delete(b);
  left.members = [...left.members, ...right.members].sort((x, y) => x - y);
  for (const foe of right.foes) ban(clusters, a, foe);
}
