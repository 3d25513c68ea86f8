import type { Labelled } from './rules/rule.ts';

/** A line whose end is a broken copy of how a later line begins. `at` is where the copy begins, in the part. */
export type Garble = { from: Labelled; at: number };

const shingle = 8;
const reach = 3;
/** Words that may follow the repeated ones in the broken copy. */
const rubble = 5;

type Word = { text: string; start: number };

/** Lines that repeat, whole, the broken end of one of the three lines before them. */
export function findGarbles(text: string, lines: readonly Labelled[]): Map<Labelled, Garble> {
  const found = new Map<Labelled, Garble>();
  const used = new Set<Labelled>();
  lines.forEach((line, i) => {
    if (line.line.long) return;
    for (const before of lines.slice(Math.max(0, i - reach), i).reverse()) {
      const at = before.line.long ? -1 : findBrokenCopy(text, before, line);
      if (at < 0 || found.has(line) || used.has(before)) continue;
      found.set(line, { from: before, at });
      used.add(before);
    }
  });
  return found;
}

function wordsOf(text: string, labelled: Labelled): Word[] {
  return labelled.line.pieces.flatMap((r) =>
    [...text.slice(r.start, r.end).matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({
      text: m[0].toLowerCase(),
      start: r.start + m.index,
    })),
  );
}

/** Where in `before` the copy of the beginning of `line` starts, or -1. */
function findBrokenCopy(text: string, before: Labelled, line: Labelled): number {
  if (before.line.words < shingle + 2 || line.line.words < shingle + 2) return -1;
  if (!before.line.text.includes(line.line.text.slice(0, 20))) return -1;
  const words = wordsOf(text, before);
  const other = wordsOf(text, line);
  for (let i = 1; i + shingle <= words.length; i += 1) {
    let same = 0;
    while (i + same < words.length && words[i + same]?.text === other[same]?.text) same += 1;
    if (same >= shingle && words.length - i - same <= rubble && same < other.length)
      return words[i]?.start ?? -1;
  }
  return -1;
}
