import { compareText, roundScore } from '../text/vectors.ts';
import { daysOf } from './days.ts';
import type { GroupInput } from './input.ts';
import { indexTriples, type Overlap, overlapsBefore } from './overlaps.ts';
import { countShared, createShingleTables, type Shingles, shingleWords } from './shingles.ts';
import { foldWords, titleTokens } from './words.ts';

/** `id` is a near-copy of `of`; `containment` runs from 0 to 1. */
export type Fold = { id: string; of: string; containment: number };

/** Whether an editor wants these two ids to stay two articles. */
export type Apart = (a: string, b: string) => boolean;

/** Share of the shorter text's runs of three words that makes a copy. */
const COPY_TRIPLES = 0.4;

/** After bad scanning fewer runs of three survive, but then the runs of two are still there. */
const NOISY_TRIPLES = 0.2;
const NOISY_PAIRS = 0.38;

/** A run of words in more texts than this tells nothing about any two of them; it also bounds the cost. */
const MOST_HOLDERS = 100;

/** Fewer shared runs of three words can be chance: a teaser, a formula. */
const FEWEST_SHARED = 12;

/** Passages that stand in a third text too may be boilerplate: unless they are nearly all, more must be shared. */
const NEARLY_ALL = 2 / 3;
const LEAST_OWN = 0.1;

/** Lengths within one step count as equal: a footer must not decide which copy is the original. */
const LENGTH_STEP = 1.25;

type Text = { article: GroupInput; words: string[]; shingles: Shingles };

/**
 * Near-copies by exact containment of word shingles (Broder 1997) over an inverted index. The original is the
 * clearly longest copy, among about equal ones the earliest dated, then the smallest id. Copies are folded into
 * originals only, never into each other. Ordered by id.
 */
export function findDuplicates(articles: readonly GroupInput[], apart: Apart): Fold[] {
  const texts = rankTexts(articles);
  const exact = foldExactCopies(texts, apart);
  const known = new Set(exact.map(({ id }) => id));
  const near = foldNearCopies(
    texts.filter(({ article }) => !known.has(article.id)),
    apart,
  );
  return [...near, ...followFolds(exact, near, apart)].sort((a, b) => compareText(a.id, b.id));
}

/** Texts with the best candidate for an original first. */
function rankTexts(articles: readonly GroupInput[]): Text[] {
  const tables = createShingleTables();
  const texts = articles.map((article) => {
    const words = article.sentences.flatMap((sentence) => foldWords(sentence.tokens));
    return { article, words, shingles: shingleWords(words, tables) };
  });
  return texts.sort(compareRank);
}

function compareRank(a: Text, b: Text): number {
  const first = ({ article }: Text): number =>
    (article.date && daysOf(article.date.value)?.first) ?? Number.MAX_SAFE_INTEGER;
  return lengthClass(b) - lengthClass(a) || first(a) - first(b) || compareText(a.article.id, b.article.id);
}

function lengthClass({ words }: Text): number {
  return Math.floor(Math.log(words.length + 1) / Math.log(LENGTH_STEP));
}

/** Texts with the same words; short ones need the same title as well. */
function foldExactCopies(texts: readonly Text[], apart: Apart): Fold[] {
  const originals = new Map<string, string>();
  return texts.flatMap(({ article, words, shingles }): Fold[] => {
    if (words.length === 0) return [];
    const title = shingles.triples.length < FEWEST_SHARED ? foldWords(titleTokens(article)) : [];
    const key = `${title.join(' ')}\n${words.join(' ')}`;
    const of = originals.get(key);
    if (of === undefined) originals.set(key, article.id);
    return of === undefined || apart(article.id, of) ? [] : [{ id: article.id, of, containment: 1 }];
  });
}

function foldNearCopies(texts: readonly Text[], apart: Apart): Fold[] {
  const index = indexTriples(
    texts.map((text) => text.shingles),
    MOST_HOLDERS,
  );
  const kept = new Set<number>();
  return texts.flatMap((text, at): Fold[] => {
    for (const [other, overlap] of overlapsBefore(at, text.shingles.triples, index)) {
      const original = texts[other];
      if (!original || !kept.has(other) || apart(text.article.id, original.article.id)) continue;
      const shorter = Math.min(index.sizes[at] ?? 0, index.sizes[other] ?? 0);
      const containment = roundScore(overlap.shared / shorter);
      if (!isCopy(overlap, shorter, () => pairContainment(text.shingles, original.shingles))) continue;
      return [{ id: text.article.id, of: original.article.id, containment }];
    }
    kept.add(at);
    return [];
  });
}

function isCopy({ shared, spread }: Overlap, shorter: number, pairs: () => number): boolean {
  const containment = shared / shorter;
  if (shared < FEWEST_SHARED || containment < NOISY_TRIPLES) return false;
  if (containment < COPY_TRIPLES && pairs() < NOISY_PAIRS) return false;
  return spread / shorter >= NEARLY_ALL || (shared - spread) / (shorter - spread) >= LEAST_OWN;
}

function pairContainment(a: Shingles, b: Shingles): number {
  return countShared(a.pairs, b.pairs) / Math.max(1, Math.min(a.pairs.length, b.pairs.length));
}

/** An exact copy of a text that was itself folded goes where that one went. */
function followFolds(exact: readonly Fold[], near: readonly Fold[], apart: Apart): Fold[] {
  const folded = new Map(near.map((fold) => [fold.id, fold]));
  return exact.flatMap((fold) => {
    const next = folded.get(fold.of);
    if (!next) return [fold];
    return apart(fold.id, next.of) ? [] : [{ ...next, id: fold.id }];
  });
}
