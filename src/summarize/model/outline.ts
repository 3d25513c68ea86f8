import { stopWords } from '../../text/stop-words.ts';
import { stem } from '../../text/tokens.ts';
import { intern } from '../../text/vectors.ts';
import { placesOf } from './ranks.ts';
import { IDF_STEP, slotOf, type WordTables } from './tables.ts';

/** A sentence as the models see it: words in lower case, in order. */
export type ModelSentence = { text: string; tokens: readonly string[]; paragraph: number };

/** What a pasted text may have lost; the features that need it are then unknown (NaN). */
export type Hidden = { paragraphs: boolean; capitals: boolean };

/** An article's words by number, in the order in which they first occur, and what is counted of them. */
export type Outline = {
  sentences: readonly ModelSentence[];
  hidden: Hidden;
  /** Word numbers of each sentence, in order, and without repeats. */
  words: Int32Array[];
  types: Int32Array[];
  /** Of each word: its slot, whether it is a stop word or a number, rarity, how often it occurs. */
  slot: Int32Array;
  stop: Uint8Array;
  numeric: Uint8Array;
  idf: Float64Array;
  count: Int32Array;
  /** First and last sentence that has it, how many do, and the place of its first occurrence. */
  first: Int32Array;
  last: Int32Array;
  spread: Int32Array;
  firstPlace: Int32Array;
  /** How often it stands in capitals inside a sentence. */
  capital: Int32Array;
  /** How much the article is about it: count by rarity, and its place by that. Stop words weigh nothing. */
  weight: Float64Array;
  place: Int32Array;
  /** All word occurrences. */
  length: number;
};

/** Reads the sentences of an English article once; every feature is taken from the result. */
export function outline(sentences: readonly ModelSentence[], hidden: Hidden, tables: WordTables): Outline {
  const stops = stopWords('en');
  const byToken = new Map<string, number>();
  const byStem = new Map<string, number>();
  const stop: boolean[] = [];
  const number = (token: string): number => {
    const known = byToken.get(token);
    if (known !== undefined) return known;
    const id = intern(byStem, stem(token, 'en'));
    if (stop.length === id) stop.push(stops.has(token));
    byToken.set(token, id);
    return id;
  };
  const words = sentences.map(({ tokens }) => {
    const own = new Int32Array(tokens.length);
    for (let k = 0; k < own.length; k += 1) own[k] = number(tokens[k] as string);
    return own;
  });
  const size = byStem.size;
  const stems = [...byStem.keys()];
  const slot = Int32Array.from(stems, slotOf);
  const result: Outline = {
    sentences,
    hidden,
    words,
    types: distinct(words, size),
    slot,
    stop: Uint8Array.from(stop, Number),
    numeric: Uint8Array.from(stems, (s) => (/^\p{N}/u.test(s) ? 1 : 0)),
    idf: Float64Array.from(slot, (s) => (tables.idf[s] as number) * IDF_STEP),
    count: new Int32Array(size),
    first: new Int32Array(size).fill(-1),
    last: new Int32Array(size),
    spread: new Int32Array(size),
    firstPlace: new Int32Array(size).fill(-1),
    capital: new Int32Array(size),
    weight: new Float64Array(size),
    place: new Int32Array(size),
    length: 0,
  };
  count(result);
  if (!hidden.capitals) countCapitals(result, byToken);
  for (let w = 0; w < size; w += 1)
    if (result.stop[w] === 0) result.weight[w] = (result.count[w] as number) * rarity(result, w);
  result.place.set(placesOf(result.weight));
  return result;
}

/** Rarity of a word, never nothing. */
export function rarity(o: Pick<Outline, 'idf'>, word: number): number {
  return Math.max(0.1, o.idf[word] as number);
}

/** The numbers of each sentence without repeats, in order. */
function distinct(words: readonly Int32Array[], size: number): Int32Array[] {
  const seenIn = new Int32Array(size).fill(-1);
  return words.map((own, i) =>
    own.filter((w) => {
      const fresh = seenIn[w] !== i;
      seenIn[w] = i;
      return fresh;
    }),
  );
}

function count(o: Outline): void {
  for (const [i, words] of o.words.entries()) {
    for (const w of words) {
      o.count[w] = (o.count[w] as number) + 1;
      if ((o.firstPlace[w] as number) < 0) o.firstPlace[w] = o.length;
      o.length += 1;
    }
    for (const w of o.types[i] as Int32Array) {
      if ((o.first[w] as number) < 0) o.first[w] = i;
      o.last[w] = i;
      o.spread[w] = (o.spread[w] as number) + 1;
    }
  }
}

/** Words with a capital that no sentence begins with. */
function countCapitals(o: Outline, byToken: ReadonlyMap<string, number>): void {
  for (const { text } of o.sentences) {
    for (const { 0: word } of text.matchAll(
      /(?<=[\p{L}\p{N},;:'’"“)]\s+["'“‘(]?)\p{Lu}[\p{L}\p{M}\p{N}]*/gu,
    )) {
      const id = byToken.get(word.toLowerCase());
      if (id !== undefined) o.capital[id] = (o.capital[id] as number) + 1;
    }
  }
}
