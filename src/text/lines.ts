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
