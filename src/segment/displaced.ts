import { appendLine, type Block } from './paragraphs.ts';
import { endsOpen, endsSentence, startsLower } from './shapes.ts';

/** Longest line of a column, in units. */
const columnUnits = 60;

/** An article's paragraphs, as far as moving columns is concerned. */
export type Column = { blocks: Block[] };

/**
 * A cut sentence at the foot of one article whose other half stands, without a beginning, in a later one: the column
 * was displaced. The run of short lines it ends is moved to where it goes on, and marked.
 */
export function returnColumns(text: string, columns: readonly Column[]): void {
  columns.forEach((column, i) => {
    const tail = column.blocks.at(-1);
    if (!tail || !isCutTail(tail)) return;
    for (const other of columns.slice(i + 1, i + 4)) {
      const at = other.blocks.findIndex((b, k) => isOrphan(b, other.blocks[k - 1]));
      if (at < 0) continue;
      move(text, column, other, at);
      return;
    }
  });
}

function isCutTail(block: Block): boolean {
  const last = block.lines.at(-1)?.line;
  return (
    block.kind === 'paragraph' && last !== undefined && last.text.length <= columnUnits && endsOpen(last.text)
  );
}

function isOrphan(block: Block, before: Block | undefined): boolean {
  const first = block.lines[0]?.line;
  const above = before?.lines.at(-1)?.line;
  if (block.kind !== 'paragraph' || !first || !above) return false;
  return startsLower(first.text) && first.text.length <= columnUnits && endsSentence(above.text);
}

function move(text: string, from: Column, to: Column, at: number): void {
  let start = from.blocks.length - 1;
  while (start > 0 && isColumnLine(from.blocks[start - 1])) start -= 1;
  const moved = from.blocks.splice(start);
  const tail = moved.at(-1);
  const [orphan] = to.blocks.splice(at, 1, ...moved);
  if (!tail || !orphan) return;
  for (const line of orphan.lines) appendLine(text, tail, line);
  tail.damage.push(...tail.pieces.map((r) => ({ ...r, rule: 'displaced-column' })));
}

function isColumnLine(block: Block | undefined): boolean {
  const lines = block?.lines ?? [];
  return (
    block?.kind === 'paragraph' && lines.length > 0 && lines.every((l) => l.line.text.length <= columnUnits)
  );
}
