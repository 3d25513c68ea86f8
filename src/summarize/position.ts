import { stopWords } from '../text/stop-words.ts';
import type { Sentence } from '../types.ts';

/** What one sentence is worth, 0 to 1 each; `total` is their weighted sum, rounded to 1e-6. */
export type SentenceScore = {
  position: number;
  title: number;
  centrality: number;
  figure: number;
  total: number;
};

const weights = { position: 0.5, title: 0.2, centrality: 0.25, figure: 0.05 };

type Bag = Map<string, number>;

/**
 * Scores the sentences of one article by their place (news tells the most important first), the words they share
 * with the title (Edmundson 1969) and their closeness to the article's centroid (Radev et al. 2004).
 */
export function scoreSentences(
  sentences: readonly Sentence[],
  titleTokens: readonly string[],
  language: string,
): SentenceScore[] {
  const stops = stopWords(language);
  const bags = sentences.map((s) => bagOf(s.tokens, stops));
  const idf = inverseFrequency(bags);
  const centroid = sumBags(bags);
  const title = new Set(titleTokens.filter((t) => !stops.has(t)));
  const centralities = closenessTo(centroid, bags, idf);
  const most = centralities.reduce((a, b) => Math.max(a, b), 1e-9);
  return sentences.map((s, i) => {
    const scores = {
      position: 1 / (1 + 0.35 * i),
      title: overlapOf(bags[i] ?? new Map(), title),
      centrality: (centralities[i] ?? 0) / most,
      figure: /\p{N}/u.test(s.text) ? 1 : 0,
    };
    return { ...scores, total: weigh(scores) };
  });
}

function weigh(scores: Omit<SentenceScore, 'total'>): number {
  const sum =
    weights.position * scores.position +
    weights.title * scores.title +
    weights.centrality * scores.centrality +
    weights.figure * scores.figure;
  return Math.round(sum * 1e6) / 1e6;
}

function bagOf(tokens: readonly string[], stops: ReadonlySet<string>): Bag {
  const bag: Bag = new Map();
  for (const token of tokens) if (!stops.has(token)) bag.set(token, (bag.get(token) ?? 0) + 1);
  return bag;
}

function sumBags(bags: readonly Bag[]): Bag {
  const sum: Bag = new Map();
  for (const bag of bags) for (const [token, n] of bag) sum.set(token, (sum.get(token) ?? 0) + n);
  return sum;
}

function inverseFrequency(bags: readonly Bag[]): (token: string) => number {
  const counts = sumBags(bags.map((bag) => new Map([...bag.keys()].map((t) => [t, 1]))));
  return (token) => Math.log(1 + bags.length / (counts.get(token) ?? 1));
}

/** Cosine of each bag with the centroid, whose own norm is the same for all and computed once. */
function closenessTo(centroid: Bag, bags: readonly Bag[], idf: (token: string) => number): number[] {
  const weight = (n: number, token: string): number => (1 + Math.log(n)) * idf(token);
  const length = normOf(centroid, weight);
  return bags.map((bag) => {
    let dot = 0;
    for (const [token, n] of bag) dot += weight(n, token) * weight(centroid.get(token) ?? 1, token);
    return dot / (normOf(bag, weight) * length || 1);
  });
}

function normOf(bag: Bag, weight: (n: number, token: string) => number): number {
  let sum = 0;
  for (const [token, n] of bag) sum += weight(n, token) ** 2;
  return Math.sqrt(sum);
}

function overlapOf(bag: Bag, words: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => bag.has(word)).length / words.size;
}
