import { roundScore, type SimilarPair } from '../text/vectors.ts';
import { createHeap } from './heap.ts';

/** What clustering may ask and must obey; members are numbers from 0. */
export type Linkage = {
  members: number;
  /** Pairs at or above the threshold; any other pair is asked for when it matters. */
  pairs: readonly SimilarPair[];
  similarity: (a: number, b: number) => number;
  threshold: number;
  /** Disjoint sets of members that start out together. */
  together: readonly (readonly number[])[];
  /** Pairs that must never meet. */
  apart: readonly (readonly [number, number])[];
};

/** `sums`: similarity to each neighbour, added up over all pairs of members; `foes`: clusters it must not meet. */
type Cluster = { members: number[]; sums: Map<number, number>; foes: Set<number> };

/** Clusters go by their smallest member. */
type Clusters = Map<number, Cluster>;

type Link = { a: number; b: number; score: number };

/**
 * Average-link agglomerative clustering (Sokal & Michener 1958) on a sparse graph: two clusters can only reach
 * the threshold on average when one of their pairs does, so only neighbours in the graph are ever compared,
 * by the exact mean over all their pairs. Ties go to the clusters with the smallest members.
 * Returns clusters in the order of their first member, members ascending.
 */
export function linkClusters(input: Linkage): number[][] {
  const clusters = startClusters(input);
  const queue = createHeap<Link>(comesFirst);
  const offer = (x: number, y: number): void => {
    const link = linkOf(clusters, Math.min(x, y), Math.max(x, y));
    if (link && link.score >= input.threshold) queue.push(link);
  };
  for (const [a, { sums }] of clusters) for (const b of sums.keys()) if (a < b) offer(a, b);
  for (let best = queue.pop(); best; best = queue.pop()) {
    if (linkOf(clusters, best.a, best.b)?.score !== best.score) continue;
    mergeClusters(clusters, best.a, best.b, input.similarity);
    for (const other of clusters.get(best.a)?.sums.keys() ?? []) offer(best.a, other);
  }
  return [...clusters.values()].map(({ members }) => members).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function comesFirst(x: Link, y: Link): boolean {
  if (x.score !== y.score) return x.score > y.score;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

/** The link of two clusters as they are now; none when one is gone or they must not meet. */
function linkOf(clusters: Clusters, a: number, b: number): Link | null {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (!left || !right || left.foes.has(b)) return null;
  const sum = left.sums.get(b) ?? 0;
  return { a, b, score: roundScore(sum / (left.members.length * right.members.length)) };
}

function startClusters(input: Linkage): Clusters {
  const home = Array.from({ length: input.members }, (_, member) => member);
  for (const set of input.together) for (const member of set) home[member] = Math.min(...set);
  const clusters: Clusters = new Map();
  home.forEach((key, member) => {
    const cluster = clusters.get(key);
    if (cluster) cluster.members.push(member);
    else clusters.set(key, { members: [member], sums: new Map(), foes: new Set() });
  });
  const homeOf = (member: number): number => home[member] ?? member;
  for (const { a, b } of input.pairs) meet(clusters, homeOf(a), homeOf(b), input.similarity);
  for (const [a, b] of input.apart) ban(clusters, homeOf(a), homeOf(b));
  return clusters;
}

/** Makes two clusters neighbours. */
function meet(clusters: Clusters, a: number, b: number, similarity: Linkage['similarity']): void {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (a === b || !left || !right || left.sums.has(b)) return;
  const sum = sumSimilarity(left, right, similarity);
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

/** Moves everything of cluster `b` into cluster `a`; `a` is the smaller key. */
function mergeClusters(clusters: Clusters, a: number, b: number, similarity: Linkage['similarity']): void {
  const [left, right] = [clusters.get(a), clusters.get(b)];
  if (!left || !right) return;
  clusters.delete(b);
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
