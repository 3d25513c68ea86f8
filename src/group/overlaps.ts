import type { Shingles } from './shingles.ts';

/**
 * Which texts hold each run of three words: `holders[starts[t]]` up to `holders[starts[t + 1]]`, ascending.
 * `sizes` counts the runs of each text that are in the index or in no other text.
 */
export type TripleIndex = { starts: Int32Array; holders: Int32Array; sizes: Int32Array };

/** What two texts share in runs of three words; `spread` of them stand in a third text as well. */
export type Overlap = { shared: number; spread: number };

/** Runs of words in more than `most` texts are left out of the index and of the sizes. */
export function indexTriples(texts: readonly Shingles[], most: number): TripleIndex {
  const terms = texts.reduce((top, { triples }) => Math.max(top, (triples.at(-1) ?? -1) + 1), 0);
  const frequencies = new Int32Array(terms);
  for (const { triples } of texts) for (const id of triples) frequencies[id] = (frequencies[id] ?? 0) + 1;
  const starts = new Int32Array(terms + 1);
  frequencies.forEach((count, id) => {
    starts[id + 1] = (starts[id] ?? 0) + (count > most ? 0 : count);
  });
  const next = starts.slice();
  const holders = new Int32Array(starts[terms] ?? 0);
  const sizes = new Int32Array(texts.length);
  texts.forEach(({ triples }, text) => {
    const listed = triples.filter((id) => (frequencies[id] ?? 0) <= most);
    sizes[text] = listed.length;
    for (const id of listed) {
      const at = next[id] ?? 0;
      holders[at] = text;
      next[id] = at + 1;
    }
  });
  return { starts, holders, sizes };
}

/** What a text shares with each text before it, in their order. */
export function overlapsBefore(text: number, triples: Int32Array, index: TripleIndex): [number, Overlap][] {
  const overlaps = new Map<number, Overlap>();
  for (const id of triples) {
    const start = index.starts[id] ?? 0;
    const end = index.starts[id + 1] ?? 0;
    for (let k = start; k < end; k += 1) {
      const other = index.holders[k] ?? 0;
      if (other >= text) break;
      const overlap = overlaps.get(other) ?? { shared: 0, spread: 0 };
      overlap.shared += 1;
      if (end - start > 2) overlap.spread += 1;
      overlaps.set(other, overlap);
    }
  }
  return [...overlaps].sort(([a], [b]) => a - b);
}
