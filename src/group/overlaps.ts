import { numberShared } from '../text/hashes.ts';
import type { Shingles } from './shingles.ts';

/**
 * What two texts share in runs of three words: `shared`, of which `spread` stand in a third text as well. `shorter` is
 * how many runs the shorter one has that count.
 */
export type Overlap = { shared: number; spread: number; shorter: number };

/** Texts by their position, and what a text shares with those that were filed before it is asked for. */
export type OverlapFile = {
  add: (text: number) => void;
  /** In the order in which they were filed; less than `fewest` shared runs are nothing. */
  find: (text: number, fewest?: number) => [number, Overlap][];
};

/**
 * An inverted index of runs of three words that is filled text by text: copies that are not filed cost nothing, however
 * many they are. A run that more than `most` filed texts hold says nothing about any two of them: it counts nowhere.
 */
export function createOverlapFile(texts: readonly Shingles[], most: number): OverlapFile {
  const { numbers, count } = numberShared(texts.map(({ triples }) => triples));
  const frequencies = new Int32Array(count);
  for (const own of numbers) for (const id of own) if (id >= 0) frequencies[id] = (frequencies[id] ?? 0) + 1;
  const starts = new Int32Array(count + 1);
  frequencies.forEach((frequency, id) => {
    starts[id + 1] = (starts[id] ?? 0) + Math.min(frequency, most);
  });
  // Filed texts that hold run t are `holders[starts[t]]` and the next ones, `filed[t]` of them; more than `most`: none.
  const holders = new Int32Array(starts[count] ?? 0);
  const filed = new Int32Array(count);
  const sizes = new Int32Array(texts.length);
  const counts = (id: number): boolean => id < 0 || (filed[id] ?? 0) <= most;

  const forHolders = (text: number, tell: (other: number, id: number) => void): void => {
    for (const id of numbers[text] ?? []) {
      if (id < 0 || !counts(id)) continue;
      const start = starts[id] ?? 0;
      const end = start + (filed[id] ?? 0);
      for (let k = start; k < end; k += 1) tell(holders[k] ?? 0, id);
    }
  };
  const sizeOf = (text: number): number => {
    let size = 0;
    for (const id of numbers[text] ?? []) if (counts(id)) size += 1;
    return size;
  };
  const drop = (id: number): void => {
    const start = starts[id] ?? 0;
    for (let k = start; k < start + most; k += 1) {
      const holder = holders[k] ?? 0;
      sizes[holder] = (sizes[holder] ?? 0) - 1;
    }
  };

  return {
    add: (text) => {
      for (const id of numbers[text] ?? []) {
        if (id < 0 || !counts(id)) continue;
        const place = filed[id] ?? 0;
        if (place < most) holders[(starts[id] ?? 0) + place] = text;
        else drop(id);
        filed[id] = place + 1;
      }
      sizes[text] = sizeOf(text);
    },
    find: (text, fewest = 1) => {
      const shared = new Map<number, number>();
      forHolders(text, (other) => shared.set(other, (shared.get(other) ?? 0) + 1));
      const own = sizeOf(text);
      const overlaps = new Map<number, Overlap>();
      for (const [other, n] of shared)
        if (n >= fewest)
          overlaps.set(other, { shared: n, spread: 0, shorter: Math.min(own, sizes[other] ?? 0) });
      if (overlaps.size === 0) return [];
      forHolders(text, (other, id) => {
        const overlap = (frequencies[id] ?? 0) > 2 ? overlaps.get(other) : undefined;
        if (overlap) overlap.spread += 1;
      });
      return [...overlaps].sort(([a], [b]) => a - b);
    },
  };
}
