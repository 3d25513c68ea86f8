import { columnOf } from './columns.ts';
import type { Cues } from './cues.ts';
import { type Outline, rarity } from './outline.ts';
import { placesOf, ranksOf } from './ranks.ts';
import type { Closeness } from './vectors.ts';

/** What the sentences are like within their article, without the word model. */
export type SentenceFeatures = ReturnType<typeof measure>;

/** A value a sentence and feature; all work is linear in the words of the article. */
export function sentenceFeatures(o: Outline, close: Closeness, cues: readonly Cues[]): SentenceFeatures {
  const features = measure(o, close, cues);
  if (o.hidden.paragraphs) for (const name of ofParagraphs) features[name].fill(Number.NaN);
  if (o.hidden.capitals) for (const name of ofCapitals) features[name].fill(Number.NaN);
  return features;
}

function measure(o: Outline, close: Closeness, cues: readonly Cues[]) {
  const n = o.sentences.length;
  const lengths = columnOf(n, (i) => (o.words[i] as Int32Array).length);
  const meanLength = Math.max(1, lengths.reduce((a, b) => a + b, 0) / Math.max(1, n));
  const quotedShare = cues.reduce((sum, c) => sum + c.quoted, 0) / Math.max(1, cues.length);
  const worth = worthOf(o);
  const column = (value: (i: number) => number): Float64Array => columnOf(n, value);
  const same = (value: number): Float64Array => new Float64Array(n).fill(value);
  const neighbour = (values: Float64Array, step: number): Float64Array =>
    column((i) => values[i + step] ?? 0);
  let before = 0;
  return {
    index: column((i) => i),
    inverseIndex: column((i) => 1 / (i + 1)),
    place: column((i) => i / n),
    count: same(n),
    wordsBefore: column((i) => {
      const value = Math.log(1 + before);
      before += lengths[i] as number;
      return value;
    }),
    isLast: column((i) => (i === n - 1 ? 1 : 0)),
    ...paragraphsOf(o),
    length: lengths,
    relativeLength: column((i) => (lengths[i] as number) / meanLength),
    meanLength: same(meanLength),
    contentShare: column((i) => (worth.contentWords[i] as number) / Math.max(1, lengths[i] as number)),
    whole: close.whole,
    rest: close.rest,
    lead: close.lead,
    lead3: close.lead3,
    lead5: close.lead5,
    before: close.before,
    after: close.after,
    forward: close.forward,
    backward: close.backward,
    direction: column((i) => (close.forward[i] as number) - (close.backward[i] as number)),
    rank: close.rank,
    nearest: close.nearest,
    nearestAt: close.nearestAt,
    frequency: worth.frequency,
    rarity: worth.rarity,
    top12: worth.top12,
    top5: worth.top5,
    worth: worth.sum,
    introduced: worth.introduced,
    recurring: worth.recurring,
    newWithin3: worth.newWithin3,
    ...entitiesOf(o),
    rankWhole: ranksOf(close.whole),
    rankRank: ranksOf(close.rank),
    rankWorth: ranksOf(worth.sum),
    rankLength: ranksOf(lengths),
    rankLead: ranksOf(close.lead),
    lengthBefore: neighbour(lengths, -1),
    lengthAfter: neighbour(lengths, 1),
    wholeBefore: neighbour(close.whole, -1),
    wholeAfter: neighbour(close.whole, 1),
    repeated: repeatedShares(o),
    quotedShare: same(quotedShare),
  };
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

function paragraphsOf(o: Outline) {
  const n = o.sentences.length;
  const at = new Int32Array(n);
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
  const column = (value: (p: number, i: number) => number): Float64Array =>
    columnOf(n, (i) => value(at[i] as number, i));
  return {
    paragraph: column((p) => p),
    paragraphPlace: column((p) => p / words.length),
    paragraphs: column(() => words.length),
    opensParagraph: column((p, i) => (i === 0 || at[i - 1] !== p ? 1 : 0)),
    paragraphSentences: column((p) => sentences[p] as number),
    paragraphWords: column((p) => words[p] as number),
    afterShortParagraph: column((p) => (p > 0 && (words[p - 1] as number) < 14 ? 1 : 0)),
  };
}

/** How much of what the article is about a sentence holds, and whether it says it first. */
function worthOf(o: Outline) {
  const n = o.sentences.length;
  let total = 0;
  for (let w = 0; w < o.count.length; w += 1) if (o.stop[w] === 0) total += o.count[w] as number;
  const make = (): Float64Array => new Float64Array(n);
  const worth = {
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
      const place = o.place[w] as number;
      sums.types += 1;
      sums.sum += o.weight[w] as number;
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

/** Names: words that stand in capitals more often than not. */
function entitiesOf(o: Outline) {
  const isName = (w: number): boolean =>
    o.stop[w] === 0 && (o.capital[w] as number) * 2 >= (o.count[w] as number) && (o.capital[w] as number) > 0;
  const all = Array.from(o.slot.keys()).filter(isName);
  const places = placesOf(all.map((w) => o.spread[w] as number));
  const foremost = new Set(all.filter((_, k) => (places[k] as number) < 4));
  const names = o.types.map((types) => types.filter(isName));
  const per = (value: (own: Int32Array, i: number) => number): Float64Array =>
    columnOf(names.length, (i) => value(names[i] as Int32Array, i));
  const sum = (own: Int32Array, value: (w: number) => number): number =>
    own.reduce((s, w) => s + value(w), 0);
  return {
    capitals: per((own, i) => own.length / Math.max(1, (o.words[i] as Int32Array).length)),
    entityCount: per((own) => own.length),
    entityFrequency: per((own) => sum(own, (w) => o.spread[w] as number) / Math.max(1, own.length)),
    entityNew: per((own, i) => sum(own, (w) => (o.first[w] === i ? 1 : 0)) / Math.max(1, own.length)),
    entityTop: per((own) => sum(own, (w) => (foremost.has(w) ? 1 : 0)) / 4),
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
