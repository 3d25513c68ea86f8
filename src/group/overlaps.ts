import { numberShared } from '../text/hashes.ts';
import type { Shingles } from './shingles.ts';

/**
 * Which texts hold each run of three words that several hold: `numbers` are those of a text, -1 for what no other has;
 * `holders[starts[t]]` up to `holders[starts[t + 1]]` are the texts of run t, ascending. `sizes` counts the runs of
 * each text that are in the index or in no other text.
 */
export type TripleIndex = {
  numbers: Int32Array[];
  starts: Int32Array;
  holders: Int32Array;
  sizes: Int32Array;
};

/** What two texts share in runs of three words; `spread` of them stand in a third text as well. */
export type Overlap = { shared: number; spread: number };

/** Runs of words in more than `most` texts are left out of the index and of the sizes. */
export function indexTriples(texts: readonly Shingles[], most: number): TripleIndex {
  const { numbers, count } = numberShared(texts.map(({ triples }) => triples));
  const frequencies = new Int32Array(count);
  for (const own of numbers) for (const id of own) if (id >= 0) frequencies[id] = (frequencies[id] ?? 0) + 1;
  const starts = new Int32Array(count + 1);
  frequencies.forEach((holders, id) => {
    starts[id + 1] = (starts[id] ?? 0) + (holders > most ? 0 : holders);
  });
  const next = starts.slice();
  const holders = new Int32Array(starts[count] ?? 0);
  const sizes = new Int32Array(texts.length);
  numbers.forEach((own, text) => {
    let size = 0;
    for (const id of own) {
      if (id >= 0 && (frequencies[id] ?? 0) > most) continue;
      size += 1;
      if (id < 0) continue;
      const at = next[id] ?? 0;
      holders[at] = text;
      next[id] = at + 1;
    }
    sizes[text] = size;
  });
  return { numbers, starts, holders, sizes };
}

/** What a text shares with each text before it, in their order; where that is less than `fewest` runs it is nothing. */
export function overlapsBefore(text: number, index: TripleIndex, fewest = 1): [number, Overlap][] {
  const shared = new Map<number, number>();
  forHolders(text, index, (other) => shared.set(other, (shared.get(other) ?? 0) + 1));
  const overlaps = new Map<number, Overlap>();
  for (const [other, n] of shared) if (n >= fewest) overlaps.set(other, { shared: n, spread: 0 });
  if (overlaps.size === 0) return [];
  forHolders(text, index, (other, holders) => {
    const overlap = holders > 2 ? overlaps.get(other) : undefined;
    if (overlap) overlap.spread += 1;
  });
  return [...overlaps].sort(([a], [b]) => a - b);
}

/** Every text before this one for every run that they share, with the number of texts that hold the run. */
function forHolders(
  text: number,
  { numbers, starts, holders }: TripleIndex,
  tell: (other: number, holders: number) => void,
): void {
  for (const id of numbers[text] ?? []) {
    if (id < 0) continue;
    const start = starts[id] ?? 0;
    const end = starts[id + 1] ?? 0;
    for (let k = start; k < end; k += 1) {
      const other = holders[k] ?? 0;
      if (other >= text) break;
      tell(other, end - start);
    }
  }
}
