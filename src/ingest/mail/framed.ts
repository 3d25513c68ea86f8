import type { Block } from '../../types.ts';

/** A row of one sign. */
const row = /^([-=_*~#+])\1{19,}$/u;

/** Who makes the newsletter: below it stands no article. */
const imprint =
  /^(?:staff|credits|masthead|imprint|impressum|redaktion|colophon|colofon|mentions légales|créditos|redazione|redakcja|редакция)$/iu;

/** Units. */
const longestHeading = 100;

/** Newsletters in plain text set their headings between two rows of signs; where several stand so, they are told. */
export function markFramed(text: string, blocks: readonly Block[]): Block[] {
  const lineOf = (block: Block | undefined): string =>
    block ? text.slice(block.span.start, block.span.end).trim() : '';
  const isRow = (block: Block | undefined): boolean => row.test(lineOf(block));
  const framed = new Set<Block>();
  for (const [i, block] of blocks.entries()) {
    const line = lineOf(block);
    const fits = line.length <= longestHeading && /\p{L}/u.test(line) && !imprint.test(line);
    const [before] = blocks.slice(Math.max(0, i - 2), i);
    // The row below one heading is not the row above the next.
    const opened = isRow(blocks[i - 1]) && !(before && framed.has(before));
    if (fits && !block.aside && opened && isRow(blocks[i + 1])) framed.add(block);
  }
  if (framed.size < 2) return [...blocks];
  return blocks.map((block) => (framed.has(block) ? { ...block, kind: 'heading', depth: 1 } : block));
}
