import { numberShared } from '../text/hashes.ts';
import { countIds } from '../text/vectors.ts';
import type { Shingles } from './shingles.ts';

/**
 * What two texts share in runs of three words: `shared`, of which `spread` stand in a third text as well. `shorter` is
 * how many runs the shorter one has that count.
 */
export type Overlap = { shared: number; spread: number; shorter: number };

/** Fewer shared runs, or a smaller share (0 to 1) of the runs of the shorter text, are nothing. */
export type Least = { shared: number; share: number };

/** Texts by their position, and what a text shares with those that were filed before it is asked for. */
export type OverlapFile = {
  add: (text: number) => void;
  /** In the order of the texts. */
  find: (text: number) => [number, Overlap][];
};

/**
 * An inverted index of runs of three words that is filled text by text: copies that are not filed cost nothing, however
 * many they are. A run that more than `most` filed texts hold says nothing about any two of them: it counts nowhere.
 * Where n runs must be shared, whoever shares so many has one of the rarest ones, all but n - 1: only those are looked up
 * (the prefix filter of Chaudhuri, Ganti & Kaushik 2006).
 */
export function createOverlapFile(texts: readonly Shingles[], most: number, least: Least): OverlapFile {
  // Most runs stand in one text only: they count in its size, and nothing is to be found by them.
  const { shared, count } = numberShared(texts.map(({ triples }) => triples));
  const runsOf = (text: number): Int32Array => shared[text]?.numbers ?? new Int32Array();
  const lone = (text: number): number => (texts[text]?.triples.length ?? 0) - runsOf(text).length;
  const frequencies = countIds(
    shared.map(({ numbers }) => numbers),
    count,
  );
  const starts = new Int32Array(count + 1);
  frequencies.forEach((frequency, id) => {
    starts[id + 1] = (starts[id] as number) + Math.min(frequency, most);
  });
  // Filed texts that hold run t are `holders[starts[t]]` and the next ones, `filed[t]` of them; more than `most`: none.
  const holders = new Int32Array(starts[count] ?? 0);
  const filed = new Int32Array(count);
  const sizes = new Int32Array(texts.length);
  // Of the filed texts that could share enough at all.
  let smallest = Number.POSITIVE_INFINITY;

  const counting = (text: number): Int32Array => {
    const all = runsOf(text);
    const own = new Int32Array(all.length);
    let length = 0;
    for (let i = 0; i < all.length; i += 1) {
      const id = all[i] as number;
      if ((filed[id] as number) > most) continue;
      own[length] = id;
      length += 1;
    }
    return own.subarray(0, length);
  };
  const holdersOf = (id: number): Int32Array =>
    holders.subarray(starts[id] as number, (starts[id] as number) + (filed[id] as number));
  const resize = (text: number, size: number): void => {
    sizes[text] = size;
    if (size >= least.shared) smallest = Math.min(smallest, size);
  };
  const findAny = (own: Int32Array, size: number): number[] => {
    const needed = Math.max(1, least.shared, Math.floor(least.share * Math.min(size, smallest)));
    if (own.length < needed) return [];
    const rarest = own.toSorted((a, b) => (filed[a] as number) - (filed[b] as number));
    const found = new Set<number>();
    for (const id of rarest.subarray(0, own.length - needed + 1))
      for (const other of holdersOf(id)) found.add(other);
    return [...found].sort((a, b) => a - b);
  };
  const compare = (own: ReadonlySet<number>, size: number, other: number): Overlap => {
    const overlap = { shared: 0, spread: 0, shorter: Math.min(size, sizes[other] as number) };
    for (const id of runsOf(other)) {
      if (!own.has(id)) continue;
      overlap.shared += 1;
      if ((frequencies[id] as number) > 2) overlap.spread += 1;
    }
    return overlap;
  };

  return {
    add: (text) => {
      const own = counting(text);
      for (let i = 0; i < own.length; i += 1) {
        const id = own[i] as number;
        const place = filed[id] as number;
        if (place < most) holders[(starts[id] as number) + place] = text;
        else for (const holder of holdersOf(id)) resize(holder, (sizes[holder] as number) - 1);
        filed[id] = place + 1;
      }
      resize(text, lone(text) + counting(text).length);
    },
    find: (text) => {
      const own = counting(text);
      const size = lone(text) + own.length;
      const found = findAny(own, size);
      if (found.length === 0) return [];
      const known = new Set(own);
      return found
        .map((other) => [other, compare(known, size, other)] as [number, Overlap])
        .filter(([, { shared, shorter }]) => shared >= least.shared && shared / shorter >= least.share);
    },
  };
}
