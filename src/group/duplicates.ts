import { anew } from '../text/anew.ts';
import { compareText, shortHash } from '../text/ids.ts';
import { roundScore } from '../text/vectors.ts';
import type { Remember } from '../types.ts';
import { daysOf } from './days.ts';
import type { Apart } from './editor-rules.ts';
import { createOverlapFile, type Overlap } from './overlaps.ts';
import { clumping, type Shingles, shingleWords } from './shingles.ts';
import { type GroupInput, titleTokens } from './words.ts';

/** `id` is a near-copy of `of`; `containment` runs from 0 to 1. */
export type Fold = { id: string; of: string; containment: number };

/** Share of the shorter text's runs of three words that makes a copy wherever they stand. */
const COPY_SHARE = 0.6;

/** Bad scanning or editing leaves fewer, but all over the text: see `clumping`. */
const NOISY_SHARE = 0.22;
const NOISY_CLUMPING = 1.4;

/** A run of words in more originals than this tells nothing about any two of them; it also bounds the cost. */
const MOST_HOLDERS = 100;

/** Fewer shared runs of three words can be chance: a teaser, a formula. */
const FEWEST_SHARED = 12;

/** Passages that stand in a third text too may be boilerplate: unless they are nearly all, more must be shared. */
const NEARLY_ALL = 0.8;
const LEAST_OWN = 0.1;

/** Lengths within one step count as equal: a footer must not decide which copy is the original. */
const LENGTH_STEP = 1.25;

/** `day` is the first that its date may mean, `words` a hash of them all; null where there are none. */
type Text = {
  id: string;
  dated: number;
  length: number;
  day: number;
  words: string | null;
  shingles: Shingles;
};

/** Originals with their copies, as ids. */
type Families = Map<string, string[]>;

/**
 * Near-copies by exact containment of word shingles (Broder 1997) over an inverted index. The original is the
 * clearly longest copy, among about equal ones the earliest dated, then the smallest id. Copies are folded into
 * originals only, never into each other, and never together with an article they are to be apart from.
 * Ordered by id.
 */
export function findDuplicates(
  articles: readonly GroupInput[],
  apart: Apart,
  remember: Remember = anew,
): Fold[] {
  const texts = articles
    .map((article) => remember('text', [article], () => readText(article)))
    .sort(compareRank);
  const families: Families = new Map();
  const exact = foldExactCopies(texts, families, apart);
  const known = new Set(exact.map(({ id }) => id));
  const distinct = texts.filter(({ id }) => !known.has(id));
  const near = foldNearCopies(distinct, families, apart);
  return [...near, ...followFolds(exact, near)].sort((a, b) => compareText(a.id, b.id));
}

function readText(article: GroupInput): Text {
  const words = article.sentences.flatMap((sentence) => sentence.tokens);
  const shingles = shingleWords(words);
  // Short texts are copies only if they have the same title as well.
  const title = shingles.triples.length < FEWEST_SHARED ? titleTokens(article) : [];
  const days = article.date ? daysOf(article.date.value) : null;
  return {
    id: article.id,
    // A copy that has a date must not vanish under an original that waits for one.
    dated: article.date === null ? 0 : 1,
    length: Math.floor(Math.log(words.length + 1) / Math.log(LENGTH_STEP)),
    // Unknown dates come last.
    day: days ? days.first : Number.MAX_SAFE_INTEGER,
    words: words.length === 0 ? null : shortHash(`${title.join(' ')}\n${words.join(' ')}`, 64),
    shingles,
  };
}

/** The best candidate for an original first. */
function compareRank(a: Text, b: Text): number {
  return b.dated - a.dated || b.length - a.length || a.day - b.day || compareText(a.id, b.id);
}

/** Texts with the same words. */
function foldExactCopies(texts: readonly Text[], families: Families, apart: Apart): Fold[] {
  const originals = new Map<string, string>();
  return texts.flatMap(({ id, words }): Fold[] => {
    if (words === null) return [];
    const of = originals.get(words);
    if (of === undefined) originals.set(words, id);
    return of !== undefined && joinFamily(id, of, families, apart) ? [{ id, of, containment: 1 }] : [];
  });
}

/** Only originals are filed: a thousand copies of one text are a thousand comparisons. */
function foldNearCopies(texts: readonly Text[], families: Families, apart: Apart): Fold[] {
  const file = createOverlapFile(
    texts.map(({ shingles }) => shingles),
    MOST_HOLDERS,
    { shared: FEWEST_SHARED, share: NOISY_SHARE },
  );
  return texts.flatMap(({ id, shingles }, at): Fold[] => {
    for (const [other, overlap] of file.find(at)) {
      const original = texts[other];
      if (!original || !isCopy(overlap, () => clumpShorter(shingles, original.shingles))) continue;
      const of = original.id;
      if (!joinFamily(id, of, families, apart)) continue;
      return [{ id, of, containment: roundScore(overlap.shared / overlap.shorter) }];
    }
    file.add(at);
    return [];
  });
}

function isCopy({ shared, spread, shorter }: Overlap, clumps: () => number): boolean {
  const containment = shared / shorter;
  if (containment < COPY_SHARE && clumps() > NOISY_CLUMPING) return false;
  return spread / shorter >= NEARLY_ALL || (shared - spread) / (shorter - spread) >= LEAST_OWN;
}

function clumpShorter(a: Shingles, b: Shingles): number {
  return a.triples.length <= b.triples.length ? clumping(a, b) : clumping(b, a);
}

/** Puts a text with its own copies under an original, unless two of them are to be apart. */
function joinFamily(id: string, of: string, families: Families, apart: Apart): boolean {
  const own = families.get(id) ?? [id];
  const others = families.get(of) ?? [of];
  if (own.some((a) => others.some((b) => apart(a, b)))) return false;
  families.set(of, [...others, ...own]);
  return true;
}

/** An exact copy of a text that was itself folded goes where that one went. */
function followFolds(exact: readonly Fold[], near: readonly Fold[]): Fold[] {
  const folded = new Map(near.map((fold) => [fold.id, fold]));
  return exact.map((fold) => ({ ...(folded.get(fold.of) ?? fold), id: fold.id }));
}
