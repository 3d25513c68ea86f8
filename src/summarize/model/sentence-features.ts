import type { Cues } from './cues.ts';
import type { Outline } from './outline.ts';
import { placesOf, ranksOf } from './ranks.ts';
import { type Closeness, rarity } from './vectors.ts';

/** What one sentence is like within its article, without the word model. Unknown is NaN. */
export type SentenceFeatures = ReturnType<typeof rowOf>;

type Paragraphs = { at: Int32Array; words: number[]; sentences: number[] };

/** One row a sentence; all work is linear in the words of the article. */
export function sentenceFeatures(o: Outline, close: Closeness, cues: readonly Cues[]): SentenceFeatures[] {
  const lengths = o.words.map((w) => w.length);
  const worth = worthOf(o);
  const shared = {
    o,
    close,
    lengths,
    meanLength: Math.max(1, lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length)),
    paragraphs: paragraphsOf(o),
    worth,
    entities: entitiesOf(o),
    ranks: {
      whole: ranksOf(close.whole),
      rank: ranksOf(close.rank),
      worth: ranksOf(worth.sum),
      length: ranksOf(lengths),
      lead: ranksOf(close.lead),
    },
    repeated: repeatedShares(o),
    quotedShare: cues.reduce((sum, c) => sum + c.quoted, 0) / Math.max(1, cues.length),
  };
  let before = 0;
  return o.sentences.map((_, i) => {
    const row = rowOf(shared, i, before);
    before += lengths[i] ?? 0;
    return row;
  });
}

type Shared = {
  o: Outline;
  close: Closeness;
  lengths: number[];
  meanLength: number;
  paragraphs: Paragraphs;
  worth: Worth;
  entities: Entities;
  ranks: {
    whole: Float64Array;
    rank: Float64Array;
    worth: Float64Array;
    length: Float64Array;
    lead: Float64Array;
  };
  repeated: Float64Array;
  quotedShare: number;
};

function rowOf(
  { o, close, lengths, meanLength, paragraphs, worth, entities, ranks, repeated, quotedShare }: Shared,
  i: number,
  before: number,
) {
  const n = o.sentences.length;
  const L = lengths[i] as number;
  const p = paragraphs.at[i] as number;
  const count = paragraphs.words.length;
  const first = i === 0 || paragraphs.at[i - 1] !== p;
  const at = (values: ArrayLike<number>, k: number): number => values[k] ?? 0;
  const row = {
    index: i,
    inverseIndex: 1 / (i + 1),
    place: i / n,
    count: n,
    wordsBefore: Math.log(1 + before),
    isLast: i === n - 1 ? 1 : 0,
    paragraph: p,
    paragraphPlace: p / count,
    paragraphs: count,
    opensParagraph: first ? 1 : 0,
    paragraphSentences: at(paragraphs.sentences, p),
    paragraphWords: at(paragraphs.words, p),
    afterShortParagraph: p > 0 && at(paragraphs.words, p - 1) < 14 ? 1 : 0,
    length: L,
    relativeLength: L / meanLength,
    meanLength,
    contentShare: at(worth.contentWords, i) / Math.max(1, L),
    whole: at(close.whole, i),
    rest: at(close.rest, i),
    lead: at(close.lead, i),
    lead3: at(close.lead3, i),
    lead5: at(close.lead5, i),
    before: at(close.before, i),
    after: at(close.after, i),
    forward: at(close.forward, i),
    backward: at(close.backward, i),
    direction: at(close.forward, i) - at(close.backward, i),
    rank: at(close.rank, i),
    nearest: at(close.nearest, i),
    nearestAt: at(close.nearestAt, i),
    frequency: at(worth.frequency, i),
    rarity: at(worth.rarity, i),
    top12: at(worth.top12, i),
    top5: at(worth.top5, i),
    worth: at(worth.sum, i),
    introduced: at(worth.introduced, i),
    recurring: at(worth.recurring, i),
    newWithin3: at(worth.newWithin3, i),
    capitals: at(entities.capitals, i),
    entityCount: at(entities.count, i),
    entityFrequency: at(entities.frequency, i),
    entityNew: at(entities.fresh, i),
    entityTop: at(entities.top, i),
    rankWhole: at(ranks.whole, i),
    rankRank: at(ranks.rank, i),
    rankWorth: at(ranks.worth, i),
    rankLength: at(ranks.length, i),
    rankLead: at(ranks.lead, i),
    lengthBefore: at(lengths, i - 1),
    lengthAfter: at(lengths, i + 1),
    wholeBefore: at(close.whole, i - 1),
    wholeAfter: at(close.whole, i + 1),
    repeated: at(repeated, i),
    quotedShare,
  };
  if (o.hidden.paragraphs) for (const name of ofParagraphs) row[name] = Number.NaN;
  if (o.hidden.capitals) for (const name of ofCapitals) row[name] = Number.NaN;
  return row;
}

const ofParagraphs = [
  'paragraph',
  'paragraphPlace',
  'paragraphs',
  'opensParagraph',
  'paragraphSentences',
  'paragraphWords',
  'afterShortParagraph',
] as const;

const ofCapitals = ['capitals', 'entityCount', 'entityFrequency', 'entityNew', 'entityTop'] as const;

function paragraphsOf(o: Outline): Paragraphs {
  const at = new Int32Array(o.sentences.length);
  const words: number[] = [];
  const sentences: number[] = [];
  for (const [i, s] of o.sentences.entries()) {
    if (i === 0 || s.paragraph !== o.sentences[i - 1]?.paragraph) {
      words.push(0);
      sentences.push(0);
    }
    const p = words.length - 1;
    at[i] = p;
    words[p] = (words[p] ?? 0) + (o.words[i] as Int32Array).length;
    sentences[p] = (sentences[p] ?? 0) + 1;
  }
  return { at, words, sentences };
}

type Worth = {
  contentWords: Float64Array;
  frequency: Float64Array;
  rarity: Float64Array;
  top12: Float64Array;
  top5: Float64Array;
  sum: Float64Array;
  introduced: Float64Array;
  recurring: Float64Array;
  newWithin3: Float64Array;
};

/** How much of what the article is about a sentence holds, and whether it says it first. */
function worthOf(o: Outline): Worth {
  const n = o.sentences.length;
  const weights = Float64Array.from(o.count, (c, w) => (o.stop[w] === 0 ? c * rarity(o, w) : 0));
  const places = placesOf(weights);
  let total = 0;
  for (let w = 0; w < o.count.length; w += 1) if (o.stop[w] === 0) total += o.count[w] as number;
  const make = (): Float64Array => new Float64Array(n);
  const worth: Worth = {
    contentWords: make(),
    frequency: make(),
    rarity: make(),
    top12: make(),
    top5: make(),
    sum: make(),
    introduced: make(),
    recurring: make(),
    newWithin3: make(),
  };
  const lastSeen = new Int32Array(o.slot.length).fill(-1000);
  for (let i = 0; i < n; i += 1) {
    let content = 0;
    let frequency = 0;
    let rare = 0;
    for (const w of o.words[i] as Int32Array) {
      if (o.stop[w] === 1) continue;
      content += 1;
      frequency += o.count[w] as number;
      rare += rarity(o, w);
    }
    const sums = { types: 0, top12: 0, top5: 0, sum: 0, introduced: 0, recurring: 0, fresh: 0 };
    for (const w of o.types[i] as Int32Array) {
      if (o.stop[w] === 1) continue;
      const place = places[w] as number;
      sums.types += 1;
      sums.sum += weights[w] as number;
      if (place < 12) sums.top12 += 1;
      if (place < 5) sums.top5 += 1;
      if (o.first[w] === i) sums.introduced += 1;
      if ((o.last[w] as number) > i) sums.recurring += 1;
      if ((lastSeen[w] as number) < i - 3) sums.fresh += 1;
      lastSeen[w] = i;
    }
    const types = Math.max(1, sums.types);
    worth.contentWords[i] = content;
    worth.frequency[i] = ((frequency / Math.max(1, content)) * 100) / Math.max(1, total);
    worth.rarity[i] = rare / Math.max(1, content);
    worth.top12[i] = sums.top12 / 12;
    worth.top5[i] = sums.top5 / 5;
    worth.sum[i] = sums.sum / Math.max(1, total);
    worth.introduced[i] = sums.introduced / types;
    worth.recurring[i] = sums.recurring / types;
    worth.newWithin3[i] = sums.fresh / types;
  }
  return worth;
}

type Entities = {
  capitals: Float64Array;
  count: Float64Array;
  frequency: Float64Array;
  fresh: Float64Array;
  top: Float64Array;
};

/** Names: words that stand in capitals more often than not. */
function entitiesOf(o: Outline): Entities {
  const isName = (w: number): boolean =>
    o.stop[w] === 0 && (o.capital[w] as number) * 2 >= (o.count[w] as number) && (o.capital[w] as number) > 0;
  const names = o.types.map((types) => types.filter(isName));
  const weights = Float64Array.from(o.spread, (s, w) => (isName(w) ? s : 0));
  const places = placesOf(weights);
  const per = (value: (own: Int32Array, i: number) => number): Float64Array =>
    Float64Array.from(names, (own, i) => value(own, i));
  const sum = (own: Int32Array, value: (w: number) => number): number =>
    own.reduce((s, w) => s + value(w), 0);
  return {
    capitals: per((own, i) => own.length / Math.max(1, (o.words[i] as Int32Array).length)),
    count: per((own) => own.length),
    frequency: per((own) => sum(own, (w) => o.spread[w] as number) / Math.max(1, own.length)),
    fresh: per((own, i) => sum(own, (w) => (o.first[w] === i ? 1 : 0)) / Math.max(1, own.length)),
    top: per((own) => sum(own, (w) => ((places[w] as number) < 4 ? 1 : 0)) / 4),
  };
}

/** Share of each sentence's runs of three words that other sentences have too: captions and pull quotes do. */
function repeatedShares(o: Outline): Float64Array {
  const size = o.slot.length;
  const runs = o.words.map((words) => {
    const own = new Set<number>();
    for (let k = 2; k < words.length; k += 1) {
      own.add(((words[k - 2] as number) * size + (words[k - 1] as number)) * size + (words[k] as number));
    }
    return own;
  });
  const counts = new Map<number, number>();
  for (const own of runs) for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  return Float64Array.from(runs, (own) => {
    let twice = 0;
    for (const run of own) if ((counts.get(run) ?? 0) > 1) twice += 1;
    return twice / Math.max(1, own.size);
  });
}
