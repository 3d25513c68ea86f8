import type { Range } from '../types.ts';

/** The physical lines of a text, terminators (LF, CR LF, lone CR) included; they tile it. */
export function splitLines(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    const end = match.index + match[0].length;
    lines.push({ start, end });
    start = end;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}

/** Looks up the line of an offset, from 1, in logarithmic time; for many questions about one text. */
export function createLineFinder(text: string): (offset: number) => number {
  const starts = splitLines(text).map((line) => line.start);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
